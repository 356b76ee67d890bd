public import CadreModel

/// The days that a forecast is made from: its own, those on which what is open ends, and the same days in earlier years.
public struct ForecastDates: Sendable, Hashable {
  public let asOf: Day
  /// The day foreseen.
  public let end: Day

  /// How many earlier years tell what usually becomes of open duties.
  public static let pastYears = 3

  /// - Parameter horizon: nil for the end of the year.
  /// - Returns: nil for a horizon that does not lie ahead, or lies beyond the next year: for then rules may be others.
  public init?(asOf: Day, horizon: Day? = nil) {
    let end = horizon ?? .lastDay(ofYear: asOf.year)
    guard end > asOf, end <= Self.last(of: asOf) else { return nil }
    (self.asOf, self.end) = (asOf, end)
  }

  /// The last day that can be foreseen.
  public static func last(of asOf: Day) -> Day { .lastDay(ofYear: asOf.year + 1) }

  /// The days on which what is open now is judged to its end: that of the year, for after it the year's duties are judged no more,
  /// and the day foreseen.
  public var ends: [Day] {
    let endOfYear = Day.lastDay(ofYear: asOf.year)
    return asOf < endOfYear && endOfYear < end ? [endOfYear, end] : [end]
  }

  /// The same days of so many years before.
  public func before(years: Int) -> (asOf: Day, ends: [Day]) {
    (asOf.adding(years: -years), ends.map { $0.adding(years: -years) })
  }

  /// How many years back the earlier years lie, the latest first: such of which the end is known by now.
  public var yearsBack: ClosedRange<Int> {
    let first = end.adding(years: -1) <= asOf ? 1 : 2
    return first...(first + Self.pastYears - 1)
  }

  /// All days but its own, to be judged.
  public var others: [Day] {
    let all = ends + yearsBack.flatMap { years in [before(years: years).asOf] + before(years: years).ends }
    return all.reduce(into: []) { found, day in if day != asOf, !found.contains(day) { found.append(day) } }
  }
}

/// The runs that a forecast is made from.
public struct ForecastRuns: Sendable {
  public let judged: JudgedCity
  /// Of the days on which what is open ends, on the same data: what is so if nothing more happens. The last one is that of the day
  /// foreseen.
  public let ends: [Run]
  /// Of earlier years, the latest first, those in which the city was judged on all of the days.
  public let past: [Past]

  /// The runs of one earlier year.
  public struct Past: Sendable {
    public let asOf: Run
    public let ends: [Run]

    public init(asOf: Run, ends: [Run]) {
      (self.asOf, self.ends) = (asOf, ends)
    }
  }

  public init(judged: JudgedCity, ends: [Run], past: [Past]) {
    (self.judged, self.ends, self.past) = (judged, ends, past)
  }

  /// All but that of its own day, each once.
  public var others: [Run] {
    var seen: Set<String> = [judged.run.id]
    return (ends + past.flatMap { [$0.asOf] + $0.ends }).filter { seen.insert($0.id).inserted }
  }

  /// All of them.
  package var all: [Run] { [judged.run] + others }
}
