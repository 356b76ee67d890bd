/// A decimal number, exact: digits and how many of them follow the point.
///
/// Equal numbers are equal, whatever their scale: 1.5 is 1.50. `description` keeps the scale.
public struct PostgresDecimal: Sendable {
  public let isNegative: Bool
  /// Digits 0-9, highest first, without leading zeros; empty for zero.
  public let digits: [UInt8]
  /// How many of the digits follow the point.
  public let scale: Int

  /// `unscaled` divided by ten to the power of `scale`.
  public init(unscaled: Int64, scale: Int = 0) {
    precondition(scale >= 0, "a scale is not negative")
    isNegative = unscaled < 0
    digits = unscaled == 0 ? [] : String(unscaled.magnitude).utf8.map { $0 - UInt8(ascii: "0") }
    self.scale = scale
  }

  /// Reads `-12.50`. Nil for anything else, also for an exponent or `NaN`.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: text.utf8)
  }

  init?(bytes: some Sequence<UInt8>) {
    var negative = false
    var digits: [UInt8] = []
    var scale: Int?
    var seen = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: "."):
        guard scale == nil else { return nil }
        scale = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seen += 1
        if scale != nil { scale = (scale ?? 0) + 1 }
        let digit = byte - UInt8(ascii: "0")
        if digit != 0 || !digits.isEmpty { digits.append(digit) }
      default: return nil
      }
    }
    guard seen > 0 else { return nil }
    isNegative = negative && !digits.isEmpty
    self.digits = digits
    self.scale = scale ?? 0
  }

  /// All digits as one integer, sign included; nil where it does not fit.
  public var unscaled: Int64? {
    var value: Int64 = 0
    for digit in digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = product.subtractingReportingOverflow(Int64(digit))
      if overflow || overflow2 { return nil }
      value = sum
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  /// The whole number, if it is one and fits.
  public var integer: Int64? {
    guard digits.suffix(scale).allSatisfy({ $0 == 0 }) else { return nil }
    let whole = digits.count > scale ? Array(digits.dropLast(scale)) : []
    return PostgresDecimal(isNegative: isNegative, digits: whole, scale: 0).unscaled
  }

  /// The nearest binary floating-point number.
  public var double: Double { Double(description) ?? .nan }

  /// Without zeros at the end of the fraction.
  public var normalized: PostgresDecimal {
    var digits = digits
    var scale = scale
    while scale > 0, digits.last ?? 0 == 0 {
      if !digits.isEmpty { digits.removeLast() }
      scale -= 1
    }
    return PostgresDecimal(isNegative: isNegative, digits: digits, scale: digits.isEmpty ? 0 : scale)
  }

  private init(isNegative: Bool, digits: [UInt8], scale: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.scale = scale
  }
}

extension PostgresDecimal: CustomStringConvertible {
  public var description: String {
    var text = isNegative ? "-" : ""
    let zeros = max(0, scale + 1 - digits.count)
    let all = [UInt8](repeating: 0, count: zeros) + digits
    for (index, digit) in all.enumerated() {
      if index == all.count - scale { text += "." }
      text.unicodeScalars.append(Unicode.Scalar(digit + UInt8(ascii: "0")))
    }
    return text
  }
}

extension PostgresDecimal: Hashable, Comparable {
  public static func == (a: Self, b: Self) -> Bool {
    let (a, b) = (a.normalized, b.normalized)
    return a.isNegative == b.isNegative && a.scale == b.scale && a.digits == b.digits
  }

  public func hash(into hasher: inout Hasher) {
    let normal = normalized
    hasher.combine(normal.isNegative)
    hasher.combine(normal.digits)
    hasher.combine(normal.scale)
  }

  public static func < (a: Self, b: Self) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? magnitudeLess(b, a) : magnitudeLess(a, b)
  }

  private static func magnitudeLess(_ a: Self, _ b: Self) -> Bool {
    let scale = max(a.scale, b.scale)
    let left = a.digits + [UInt8](repeating: 0, count: a.digits.isEmpty ? 0 : scale - a.scale)
    let right = b.digits + [UInt8](repeating: 0, count: b.digits.isEmpty ? 0 : scale - b.scale)
    return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
  }
}

extension PostgresDecimal: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) {
    self.init(unscaled: value)
  }
}
