import Bytes

/// A plain decimal with at most two fractional digits, or a whole number.
@_spi(Measuring) public enum NumberCell: Equatable {
  /// The number times 100 for a decimal, the number itself for a whole one.
  case value(Int64)
  case malformed
  case tooManyFractionDigits
  case tooLarge

  /// The largest decimal stored, times 100: twelve digits before the point.
  static let limit: Int64 = 99_999_999_999_999

  /// A decimal in hundredths.
  public static func parseDecimal(_ bytes: Span<UInt8>) -> NumberCell {
    var index = 0
    let isNegative = sign(bytes, &index)
    let firstDigit = index
    var value: Int64 = 0
    while index < bytes.count && bytes[index].isDigit {
      if value > limit { return isPlain(bytes, from: index) ? .tooLarge : .malformed }
      value = value * 10 + Int64(bytes[index] & 15)
      index += 1
    }
    guard index > firstDigit else { return .malformed }
    var fractionDigits = 0
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: ".") else { return .malformed }
      index += 1
      while index < bytes.count && bytes[index].isDigit {
        if fractionDigits < 2 { value = value * 10 + Int64(bytes[index] & 15) }
        fractionDigits += 1
        index += 1
      }
      guard index == bytes.count && fractionDigits > 0 else { return .malformed }
      if fractionDigits > 2 { return .tooManyFractionDigits }
    }
    if fractionDigits == 0 { value *= 100 }
    if fractionDigits == 1 { value *= 10 }
    if value > limit { return .tooLarge }
    return .value(isNegative ? -value : value)
  }

  /// A whole number that fits the schema's `integer`.
  public static func parseInteger(_ bytes: Span<UInt8>) -> NumberCell {
    var index = 0
    let isNegative = sign(bytes, &index)
    guard index < bytes.count else { return .malformed }
    var value: Int64 = 0
    while index < bytes.count {
      guard bytes[index].isDigit else { return .malformed }
      if value <= Int64(Int32.max) { value = value * 10 + Int64(bytes[index] & 15) }
      index += 1
    }
    if value > Int64(Int32.max) { return .tooLarge }
    return .value(isNegative ? -value : value)
  }

  private static func sign(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard bytes.count > 0 else { return false }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative || bytes[0] == UInt8(ascii: "+") { index = 1 }
    return isNegative
  }

  private static func isPlain(_ bytes: Span<UInt8>, from start: Int) -> Bool {
    for index in start..<bytes.count where !bytes[index].isDigit && bytes[index] != UInt8(ascii: ".") { return false }
    return true
  }
}
