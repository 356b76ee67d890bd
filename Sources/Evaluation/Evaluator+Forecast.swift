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
        let jobs = dates.others.map { EvaluationJob(city.under, asOf: $0, known: known) }
        let found = try await evaluate(jobs, on: pool)
        guard let end = found[0] else { continue }
        let past = stride(from: 1, to: found.count, by: 2).compactMap { index in
          found[index].flatMap { asOf in found[index + 1].map { (asOf: asOf, end: $0) } }
        }
        runs.append(ForecastRuns(judged: city, end: end, past: past))
      }
      return try await body(runs)
    }
  }
}
