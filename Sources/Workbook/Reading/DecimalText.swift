/// Whether a number is still what was typed. A spreadsheet keeps fifteen digits.
public enum Precision: UInt8, Sendable, Hashable {
  /// At most fifteen digits: as typed.
  case exact
  /// Sixteen digits or more before the point: identity and card numbers stored as numbers. The last digits are lost.
  case digitsLost
  /// A fraction of more than fifteen digits, as calculation leaves it. The text is rounded to fifteen, as spreadsheets show it.
  case rounded
}

/// Numbers between the text of the XML, doubles and the text that people see.
enum DecimalText {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// Reads the number that stands from `start` on and puts its text there instead; nil when it is none.
  static func read(_ bytes: inout [UInt8], from start: Int) -> (value: Double, precision: Precision)? {
    var position = start
    let end = bytes.count
    let isNegative = position < end && bytes[position] == 0x2D
    if isNegative { position += 1 }
    let firstDigit = position
    var mantissa = 0
    var point = -1
    while position < end {
      let byte = bytes[position]
      if byte &- 0x30 < 10 {
        mantissa = mantissa &* 10 &+ Int(byte &- 0x30)
      } else if byte == 0x2E, point < 0 {
        point = position
      } else {
        break
      }
      position += 1
      // Fifteen digits and the point; longer ones below.
      if position - firstDigit > 15 { break }
    }
    let isPlain =
      position == end && firstDigit < end && end - firstDigit <= (point < 0 ? 15 : 16) && point != firstDigit && point != end - 1
      && (bytes[firstDigit] != 0x30 || point == firstDigit + 1 || end == firstDigit + 1)
    guard isPlain, mantissa != 0 || point < 0 && !isNegative else { return readLong(&bytes, from: start) }
    guard point >= 0 else { return (isNegative ? -Double(mantissa) : Double(mantissa), .exact) }
    // Both exact as doubles, so the quotient is the nearest double.
    let value = Double(mantissa) / powers[end - point - 1]
    while bytes.last == 0x30 { bytes.removeLast() }
    if bytes.last == 0x2E { bytes.removeLast() }
    return (isNegative ? -value : value, .exact)
  }

  private static func readLong(_ bytes: inout [UInt8], from start: Int) -> (value: Double, precision: Precision)? {
    // The slice has to be gone before the bytes change, else all of them would be copied.
    guard let value = value(of: bytes[start...]) else { return nil }
    bytes.removeLast(bytes.count - start)
    return (value, append(value, to: &bytes))
  }

  private static func value(of bytes: ArraySlice<UInt8>) -> Double? {
    var text = bytes
    while let first = text.first, isSpace(first) { text.removeFirst() }
    while let last = text.last, isSpace(last) { text.removeLast() }
    guard !text.isEmpty, text.count <= 400,
      text.allSatisfy({ ($0 &- 0x30 < 10) || $0 == 0x2D || $0 == 0x2B || $0 == 0x2E || $0 | 0x20 == 0x65 }),
      let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Appends a number as a spreadsheet shows it where there is room: without exponent, with at most fifteen digits of a fraction.
  @discardableResult
  static func append(_ value: Double, to bytes: inout [UInt8]) -> Precision {
    guard value != 0 else {
      bytes.append(0x30)
      return .exact
    }
    // The shortest text that is this double and no other.
    var (digits, exponent) = parts(of: value.magnitude.description)
    var precision = Precision.exact
    if exponent > 15 {
      precision = .digitsLost
    } else if digits.count > 15 {
      precision = .rounded
      (digits, exponent) = rounded(digits, exponent)
    }
    if value < 0 { bytes.append(0x2D) }
    place(digits, exponent, in: &bytes)
    return precision
  }

  /// Digits without zeros at either end, and how many of them (zeros added) stand before the point.
  private static func parts(of text: String) -> (digits: [UInt8], exponent: Int) {
    let halves = text.utf8.split { $0 | 0x20 == 0x65 }
    let mantissa = halves.first.map(Array.init) ?? []
    var exponent = halves.count > 1 ? Int(String(decoding: halves[1], as: UTF8.self)) ?? 0 : 0
    var digits = mantissa.filter { $0 != 0x2E }
    exponent += mantissa.firstIndex(of: 0x2E) ?? mantissa.count
    let leading = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(leading)
    exponent -= leading
    while digits.last == 0x30 { digits.removeLast() }
    return (digits, exponent)
  }

  /// To fifteen digits, halves up.
  private static func rounded(_ digits: [UInt8], _ exponent: Int) -> (digits: [UInt8], exponent: Int) {
    var kept = Array(digits.prefix(15))
    guard digits[15] >= 0x35 else {
      while kept.last == 0x30 { kept.removeLast() }
      return (kept, exponent)
    }
    while kept.last == 0x39 { kept.removeLast() }
    guard let last = kept.popLast() else { return ([0x31], exponent + 1) }
    kept.append(last + 1)
    return (kept, exponent)
  }

  private static func place(_ digits: [UInt8], _ exponent: Int, in bytes: inout [UInt8]) {
    switch exponent {
    case 1...40:
      bytes += digits.prefix(exponent)
      if exponent >= digits.count {
        bytes += [UInt8](repeating: 0x30, count: exponent - digits.count)
      } else {
        bytes.append(0x2E)
        bytes += digits[exponent...]
      }
    case -20...0:
      bytes += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -exponent) + digits
    default:
      // Nobody typed these out.
      bytes += digits.prefix(1)
      if digits.count > 1 { bytes += [0x2E] + digits.dropFirst() }
      bytes += Array("E\(exponent > 0 ? "+" : "")\(exponent - 1)".utf8)
    }
  }
}
