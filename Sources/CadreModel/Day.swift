import Bytes

/// A calendar day of the Gregorian calendar, without time or zone.
///
/// Where adding months or years leads to a day that the month does not have, the month's last day is taken.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  public init(number: Int) {
    self.number = number
  }

  /// The day of that date, or nil where there is none (2025-02-29).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Gregorian.length(ofMonth: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Reads `2025-03-01`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// From a date known to exist.
  private init(uncheckedYear year: Int, month: Int, day: Int) {
    self.init(number: Gregorian.number(year: year, month: month, day: day) + Self.daysTo2000)
  }

  /// Days from 1970-01-01 to 2000-01-01.
  private static let daysTo2000 = 10_957

  /// Year, month and day of the month.
  public var civil: (year: Int, month: Int, day: Int) { Gregorian.date(of: number - Self.daysTo2000) }

  public var year: Int { civil.year }
  public var month: Int { civil.month }

  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  public func adding(days: Int) -> Day {
    Day(number: number + days)
  }

  /// The same day of another month, clipped to that month's end: 31 January + 1 month is 28 or 29 February.
  public func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(
      uncheckedYear: newYear, month: newMonth, day: min(day, Gregorian.length(ofMonth: newMonth, year: newYear)))
  }

  public func adding(years: Int) -> Day {
    adding(months: years * 12)
  }

  public static func firstDay(ofYear year: Int) -> Day {
    Day(uncheckedYear: year, month: 1, day: 1)
  }

  public static func lastDay(ofYear year: Int) -> Day {
    Day(uncheckedYear: year, month: 12, day: 31)
  }

  static func firstDay(ofMonth month: Int, year: Int) -> Day {
    Day(uncheckedYear: year, month: month, day: 1)
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601: `2025-03-01`.
  public var description: String {
    Gregorian.text(of: number - Self.daysTo2000)
  }
}
