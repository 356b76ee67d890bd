/// A stretch of days that a duty is judged for, both ends included.
public struct Period: Sendable, Hashable {
  /// As it stands in results: `2025`, `2025H1`, `2025Q3`, `2025-07`, `2022-2026`.
  public let name: String
  public let starts: Day
  public let ends: Day

  public init(name: String, starts: Day, ends: Day) {
    self.name = name
    self.starts = starts
    self.ends = ends
  }

  public static func year(_ year: Int) -> Period {
    Period(name: String(year), starts: .firstDay(ofYear: year), ends: .lastDay(ofYear: year))
  }

  /// `index` is 1 or 2.
  public static func half(_ index: Int, of year: Int) -> Period {
    months(name: "\(year)H\(index)", from: index * 6 - 5, count: 6, of: year)
  }

  /// The latest half-year that has ended by the day, the day included.
  public static func lastHalfEnded(by day: Day) -> Period {
    let year = day.year
    if day >= half(2, of: year).ends { return half(2, of: year) }
    if day >= half(1, of: year).ends { return half(1, of: year) }
    return half(2, of: year - 1)
  }

  /// The half-year before this one; the period must be a half.
  public var previousHalf: Period {
    .lastHalfEnded(by: starts.adding(days: -1))
  }

  /// The last day of the first half of its months: the middle of a term.
  public var middle: Day {
    let months = (ends.year - starts.year) * 12 + ends.month - starts.month + 1
    return starts.adding(months: months / 2).adding(days: -1)
  }

  fileprivate static func months(name: String, from month: Int, count: Int, of year: Int) -> Period {
    let starts = Day.firstDay(ofMonth: month, year: year)
    return Period(name: name, starts: starts, ends: starts.adding(months: count).adding(days: -1))
  }
}

/// How long one period of a duty lasts.
public enum PeriodKind: String, Sendable, Hashable, CaseIterable {
  case month, quarter, half, year, term

  /// The periods of the day's year that have begun by the day; for a term, the one that contains the day, if any.
  public func periods(begunBy day: Day, terms: [Period]) -> [Period] {
    let year = day.year
    let all: [Period] =
      switch self {
      case .month:
        (1...12).map { .months(name: "\(year)-\($0 < 10 ? "0" : "")\($0)", from: $0, count: 1, of: year) }
      case .quarter:
        (1...4).map { .months(name: "\(year)Q\($0)", from: $0 * 3 - 2, count: 3, of: year) }
      case .half: [.half(1, of: year), .half(2, of: year)]
      case .year: [.year(year)]
      case .term: terms.filter { $0.starts <= day && day <= $0.ends }
      }
    return all.filter { $0.starts <= day }
  }
}
