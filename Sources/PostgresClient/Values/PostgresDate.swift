import Bytes

/// A day of the Gregorian calendar.
public struct PostgresDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Gregorian.length(ofMonth: month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-03-01`.
  public init?(_ text: some StringProtocol) {
    guard let date = Self(iso: text.utf8) else { return nil }
    self = date
  }

  /// The day so many days after 1 January 2000, PostgreSQL's own count.
  public init(daysSince2000 days: Int) {
    (year, month, day) = Gregorian.date(of: days)
  }

  /// Days since 1 January 2000.
  public var daysSince2000: Int { Gregorian.number(year: year, month: month, day: day) }

  /// ISO 8601: `2025-03-01`.
  public var description: String { Gregorian.text(year: year, month: month, day: day) }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  init?(iso bytes: some Sequence<UInt8>) {
    var fields = [0]
    var digits = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
        guard digits <= 8 else { return nil }
      case UInt8(ascii: "-"):
        guard digits > 0, fields.count < 3 else { return nil }
        fields.append(0)
        digits = 0
      default: return nil
      }
    }
    guard fields.count == 3, digits > 0 else { return nil }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }
}
