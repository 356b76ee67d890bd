public import CadreModel
public import Journal
public import PolicyKit
public import PostgresClient
public import Results

extension Evaluator {
  /// Judges cities on all the days that a forecast is made from, where they were not judged yet, for `body` to read what was
  /// found. A day ahead is judged on the data that there are now, as though nothing more happened.
  ///
  /// - Parameters:
  ///   - known: up to when what was handed in counts; nil: all of it.
  ///   - afresh: judges also what was judged.
  ///   - pool: as many cities and days are judged at once as it has connections.
  ///   - finished: told each city that is judged.
  ///   - body: gets the cities whose policy is in force on the day itself, in the order given.
  /// - Throws: `EvaluationError`, `ResultsError.replaced`, `PostgresError`, what `body` throws.
  public func forecasting<T: Sendable>(
    _ cities: [CityUnderPolicy], _ dates: ForecastDates, known: KnownAsOf? = nil, afresh: Bool, on pool: ConnectionPool,
    finished: (City) -> Void = { _ in }, reading body: ([ForecastRuns]) async throws -> T
  ) async throws -> T {
    try await judging(
      cities, asOf: dates.asOf, others: dates.others, comparesWithLastYear: false, known: known, afresh: afresh, on: pool,
      finished: finished
    ) { judged in
      var runs: [ForecastRuns] = []
      for city in judged {
        // They are stored by now: what is asked for again is handed on.
        let days = dates.others
        let found = try await evaluate(days.map { EvaluationJob(city.under, asOf: $0, known: known) }, on: pool)
        func run(of day: Day) -> Run? { day == dates.asOf ? city.run : days.firstIndex(of: day).flatMap { found[$0] } }
        func all(of days: [Day]) -> [Run]? {
          let runs = days.compactMap(run)
          return runs.count == days.count ? runs : nil
        }
        guard let ends = all(of: dates.ends) else { continue }
        let past = dates.yearsBack.compactMap { years -> ForecastRuns.Past? in
          let days = dates.before(years: years)
          guard let asOf = run(of: days.asOf), let ends = all(of: days.ends) else { return nil }
          return ForecastRuns.Past(asOf: asOf, ends: ends)
        }
        runs.append(ForecastRuns(judged: city, ends: ends, past: past))
      }
      return try await body(runs)
    }
  }
}
