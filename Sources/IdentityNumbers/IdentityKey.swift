import CLibCrypto

/// The secret by which identity numbers are sealed: 32 random bytes, kept outside of the database.
public struct IdentityKey: Sendable, Hashable {
  static let length = 32

  let bytes: [UInt8]
  /// What it is called where it may not be shown: 16 hexadecimal digits, from which nobody finds the key.
  public let id: String

  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length, let name = KeyedDigest.derive("cadre identity numbers: name of the key", from: bytes)
    else { return nil }
    self.bytes = bytes
    id = hexadecimal(name.prefix(8))
  }

  /// Reads a key as base64 (44 characters) or hexadecimal digits (64), blanks around it aside; nil where the text is neither.
  public init?(text: String) {
    let text = Array(text.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
    if text.count == 2 * Self.length, let bytes = bytesOfHexadecimal(text) {
      self.init(bytes)
    } else if let bytes = Base64.bytes(of: text) {
      self.init(bytes)
    } else {
      return nil
    }
  }

  /// A new one, by the library's random numbers; nil where it has none.
  public static func random() -> IdentityKey? {
    var bytes = [UInt8](repeating: 0, count: length)
    guard unsafe RAND_bytes(&bytes, Int32(length)) == 1 else { return nil }
    return IdentityKey(bytes)
  }

  /// As a key file holds it.
  public var text: String { String(decoding: Base64.text(of: bytes), as: UTF8.self) }
}

extension IdentityKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Its name alone: a key that stands in a message or a dump by mistake is given away.
  public var description: String { "key \(id)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

private func bytesOfHexadecimal(_ text: [UInt8]) -> [UInt8]? {
  var bytes: [UInt8] = []
  for start in stride(from: 0, to: text.count, by: 2) {
    guard let high = digit(text[start]), let low = digit(text[start + 1]) else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}

private func digit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
