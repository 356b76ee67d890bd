public import CadreModel
public import Journal
public import PolicyKit
public import PostgresClient
public import Results

extension Evaluator {
  /// Judges cities where they were not judged yet, now and a year ago, for `body` to read what was found. Where another
  /// process has put other runs in their place before they could be read, both are done again.
  ///
  /// What was a year ago is judged under the values in force then.
  ///
  /// - Parameters:
  ///   - others: further dates to judge, for a trend; of their results nothing is handed on.
  ///   - othersKeep: what is kept of them.
  ///   - comparesWithLastYear: whether the same day of last year is judged, too.
  ///   - known: up to when what was handed in counts; nil: all of it.
  ///   - afresh: judges also what was judged.
  ///   - pool: as many cities and dates are judged at once as it has connections.
  ///   - finished: told each city that is judged.
  ///   - body: gets the cities whose policy is in force at the date, in the order given.
  /// - Throws: `EvaluationError`, `ResultsError.replaced`, `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func judging<T>(
    _ cities: [CityUnderPolicy], asOf: Day, others: [Day] = [], othersKeep: EvaluationJob.Keeps = .results,
    comparesWithLastYear: Bool = true, known: KnownAsOf? = nil, afresh: Bool, on pool: ConnectionPool,
    finished: (City) -> Void = { _ in },
    reading body: nonisolated(nonsending) ([JudgedCity]) async throws -> T
  ) async throws -> T {
    try await againWhereReplaced { attempt in
      let judged = try await judge(
        cities.filter { $0.isInForce(on: asOf) }, asOf: asOf,
        lastYear: comparesWithLastYear ? JudgedCity.lastYear(of: asOf) : nil, others: others,
        othersKeep: othersKeep, known: known, afresh: afresh && attempt == 1, on: pool, finished: finished)
      return try await body(judged)
    }
  }

  private nonisolated(nonsending) func judge(
    _ cities: [CityUnderPolicy], asOf: Day, lastYear: Day?, others: [Day], othersKeep: EvaluationJob.Keeps,
    known: KnownAsOf?, afresh: Bool,
    on pool: ConnectionPool, finished: (City) -> Void
  ) async throws -> [JudgedCity] {
    let compared = [asOf] + (lastYear.map { [$0] } ?? [])
    let dates = compared + others.filter { !compared.contains($0) }
    let jobs = cities.flatMap { city in
      dates.map { date in
        var job = EvaluationJob(city, asOf: date, known: known)
        job.isOptional = date != asOf
        if !compared.contains(date) { job.keeps = othersKeep }
        return job
      }
    }
    var waiting = [Int](repeating: dates.count, count: cities.count)
    let runs = try await evaluate(
      jobs, afresh: afresh, on: pool,
      finished: { index, _ in
        let place = index / dates.count
        waiting[place] -= 1
        if waiting[place] == 0 { finished(cities[place].city) }
      })
    return cities.indices.compactMap { place in
      runs[place * dates.count].map {
        JudgedCity(
          cities[place], run: $0, runLastYear: lastYear == nil ? nil : runs[place * dates.count + 1],
          parameters: ParameterSource(of: cities[place], in: library))
      }
    }
  }
}
