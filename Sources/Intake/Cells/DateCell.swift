import Bytes

/// A date as a cell may write it: `2025-03-01`, `2025/3/1`, `2025.3.1`, `20250301`, `2025年3月1日`.
@_spi(Measuring) public enum DateCell: Equatable {
  /// Days since 1 January 2000.
  case day(Int32)
  case malformed
  /// No such day in the calendar.
  case impossible
  /// A year before 1900 or after 2100.
  case outOfRange

  public static func parse(_ bytes: Span<UInt8>) -> DateCell {
    if bytes.count == 8, let digits = number(bytes, 0..<8) {
      return make(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }
    guard bytes.count >= 8, let year = number(bytes, 0..<4) else { return .malformed }
    let separator = bytes[4]
    if separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == point {
      guard let month = shortNumber(bytes, at: 5), month.end < bytes.count, bytes[month.end] == separator,
        let day = shortNumber(bytes, at: month.end + 1), day.end == bytes.count
      else { return .malformed }
      return make(year: year, month: month.value, day: day.value)
    }
    guard isCharacter(bytes, at: 4, 0xE5, 0xB9, 0xB4), let month = shortNumber(bytes, at: 7),
      isCharacter(bytes, at: month.end, 0xE6, 0x9C, 0x88), let day = shortNumber(bytes, at: month.end + 3),
      isCharacter(bytes, at: day.end, 0xE6, 0x97, 0xA5), day.end + 3 == bytes.count
    else { return .malformed }
    return make(year: year, month: month.value, day: day.value)
  }

  /// Whether the parts of a date are set apart by points.
  static func isDotted(_ date: Span<UInt8>) -> Bool {
    date.count > 4 && date[4] == point
  }

  private static let point = UInt8(ascii: ".")

  /// How long the day is that a time of midnight stands behind: `2025-03-01 00:00:00`, `2025/3/1 0:00`, `2025-03-01T00:00:00.000`.
  static func lengthBeforeMidnight(_ text: Span<UInt8>) -> Int? {
    guard let mark = text.indices.first(where: { text[$0] == UInt8(ascii: " ") || text[$0] == UInt8(ascii: "T") }) else {
      return nil
    }
    let time = trimmed(text, mark + 1..<text.count)
    // Zeros, then a colon and zeros once or twice, then a point and zeros where there were seconds.
    var parts = 0
    var index = time.lowerBound
    while true {
      let start = index
      while index < time.upperBound && text[index] == UInt8(ascii: "0") { index += 1 }
      guard index > start && index - start <= 9 else { return nil }
      parts += 1
      if index == time.upperBound { return parts >= 2 ? mark : nil }
      switch text[index] {
      case UInt8(ascii: ":") where parts <= 2: break
      case point where parts == 3: break
      default: return nil
      }
      index += 1
    }
  }

  private static func make(year: Int, month: Int, day: Int) -> DateCell {
    guard (1...12).contains(month) && day >= 1 && day <= Gregorian.length(ofMonth: month, year: year) else { return .impossible }
    guard (1900...2100).contains(year) else { return .outOfRange }
    return .day(Int32(Gregorian.number(year: year, month: month, day: day)))
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard bytes[index].isDigit else { return nil }
      value = value * 10 + Int(bytes[index] & 15)
    }
    return value
  }

  /// One or two digits.
  private static func shortNumber(_ bytes: Span<UInt8>, at start: Int) -> (value: Int, end: Int)? {
    guard start < bytes.count && bytes[start].isDigit else { return nil }
    let first = Int(bytes[start] & 15)
    guard start + 1 < bytes.count && bytes[start + 1].isDigit else { return (first, start + 1) }
    return (first * 10 + Int(bytes[start + 1] & 15), start + 2)
  }

  private static func isCharacter(_ bytes: Span<UInt8>, at index: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    index + 2 < bytes.count && bytes[index] == a && bytes[index + 1] == b && bytes[index + 2] == c
  }
}
