public import CadreModel

/// The days that a forecast is made from: its own, the one it foresees, and the same two in earlier years.
public struct ForecastDates: Sendable, Hashable {
  public let asOf: Day
  /// The day foreseen: in the same year, for then the year's duties are still judged.
  public let end: Day

  /// How many earlier years tell what usually becomes of open duties.
  public static let pastYears = 3

  /// - Parameter horizon: nil for the end of the year.
  /// - Returns: nil for a horizon that does not lie ahead, or lies in another year.
  public init?(asOf: Day, horizon: Day? = nil) {
    let end = horizon ?? .lastDay(ofYear: asOf.year)
    guard end > asOf, end.year == asOf.year else { return nil }
    (self.asOf, self.end) = (asOf, end)
  }

  /// The same two days of so many years before.
  public func before(years: Int) -> (asOf: Day, end: Day) {
    (asOf.adding(years: -years), end.adding(years: -years))
  }

  /// All days but its own, to be judged.
  public var others: [Day] {
    [end] + (1...Self.pastYears).flatMap { years in [before(years: years).asOf, before(years: years).end] }
  }
}

/// The runs that a forecast is made from.
public struct ForecastRuns: Sendable {
  public let judged: JudgedCity
  /// Of the day foreseen, on the same data: what is so if nothing more happens.
  public let end: Run
  /// Of earlier years, the latest first, those in which the city was judged on both days.
  public let past: [(asOf: Run, end: Run)]

  public init(judged: JudgedCity, end: Run, past: [(asOf: Run, end: Run)]) {
    (self.judged, self.end, self.past) = (judged, end, past)
  }

  /// All of them.
  package var all: [Run] { [judged.run, end] + past.flatMap { [$0.asOf, $0.end] } }
}
