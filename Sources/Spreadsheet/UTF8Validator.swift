/// Checks bytes, given in pieces, for being UTF-8.
public struct UTF8Validator: Sendable {
  /// Continuation bytes still owed.
  private var owed = 0
  /// What the next continuation byte may be.
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  /// Whether every byte so far fits.
  public private(set) var isValid = true

  public init() {}

  /// Whether the bytes so far are UTF-8 to their end.
  public var isComplete: Bool { isValid && owed == 0 }

  /// Whether all the bytes are UTF-8.
  public static func accepts(_ bytes: Span<UInt8>) -> Bool {
    var validator = UTF8Validator()
    validator.consume(bytes)
    return validator.isComplete
  }

  public mutating func consume(_ bytes: Span<UInt8>) {
    let raw = unsafe bytes.bytes
    var index = 0
    while index < bytes.count {
      if owed == 0 && index + 8 <= bytes.count {
        // The loop's bound keeps the eight bytes within the span.
        let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        let high: UInt64 = 0x8080_8080_8080_8080
        if word & high == 0 {
          index += 8
          continue
        }
      }
      step(bytes[index])
      index += 1
    }
  }

  private mutating func step(_ byte: UInt8) {
    if owed > 0 {
      if byte < lower || byte > upper { isValid = false }
      owed -= 1
      lower = 0x80
      upper = 0xBF
      return
    }
    switch byte {
    case 0x00...0x7F: break
    case 0xC2...0xDF: owed = 1
    case 0xE0:
      owed = 2
      lower = 0xA0
    case 0xED:
      owed = 2
      upper = 0x9F
    case 0xE1...0xEF: owed = 2
    case 0xF0:
      owed = 3
      lower = 0x90
    case 0xF4:
      owed = 3
      upper = 0x8F
    case 0xF1...0xF3: owed = 3
    default: isValid = false
    }
  }
}
