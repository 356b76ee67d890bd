public import CadreModel

/// The dates that a trend is of: ends of months, and the date that it is made for.
public struct TrendDates: Sendable, Hashable {
  public let asOf: Day
  /// The last ends of months up to the date, the earliest first.
  public let monthEnds: [Day]

  /// How many months a trend has where nobody says otherwise.
  public static let usualMonths = 12
  /// More do not fit on a page.
  public static let mostMonths = 60

  public init(upTo asOf: Day, months: Int = usualMonths) {
    self.asOf = asOf
    monthEnds = asOf.monthEnds(months)
  }

  /// The ends of months, and the date itself where it is none: all that has to be judged.
  public var judged: [Day] {
    monthEnds.last == asOf ? monthEnds : monthEnds + [asOf]
  }

  /// What is shown where it is stored: a year or more begins with the same day of the year before, which every report
  /// compares with.
  var shown: [Day] {
    let lastYear = JudgedCity.lastYear(of: asOf)
    guard monthEnds.count >= Self.usualMonths, !monthEnds.contains(lastYear) else { return judged }
    return (judged + [lastYear]).sorted()
  }
}
