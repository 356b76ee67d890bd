import CadreModel
import Evaluation
import PolicyKit
import PostgresClient

/// A city's runs: what its figures are made from.
struct JudgedCity: Sendable {
  let under: CityUnderPolicy
  let run: Run
  /// Nil where the city was not judged under the policy a year ago.
  let runLastYear: Run?
  let parameters: ParameterSource
  var city: City { under.city }
  var policy: Policy { under.policy }

  /// Runs `body` on the city's figures and its run's indicators, in a transaction that reads the same results.
  ///
  /// - Throws: as `withResults`.
  nonisolated(nonsending) func reading<T>(
    on connection: PostgresConnection,
    _ body: nonisolated(nonsending) (CityFigures, [RunIndicator], PostgresConnection) async throws -> T
  ) async throws -> T {
    try await connection.withResults(of: [run] + (runLastYear.map { [$0] } ?? []), in: city.code) { connection in
      let reader = FiguresReader(connection: connection)
      let indicators = try await reader.indicators(of: run, policy: policy)
      return try await body(reader.figures(of: self, indicators), indicators, connection)
    }
  }
}

extension Evaluator {
  /// How often a report begins anew where others judge the same cities at the same time.
  private static let attempts = 3

  /// Judges cities where they were not judged yet, now and a year ago, and reads what was found. Where another process
  /// has put other runs in their place before they could be read, both are done again.
  ///
  /// Last year is the same day of last year (同比), under the values in force then; for 29 February it is 28 February.
  ///
  /// - Parameters:
  ///   - afresh: judges also what was judged.
  ///   - connections: as many cities and dates are judged at once.
  ///   - finished: told each city that is judged.
  ///   - body: gets the cities whose policy is in force at the date, in the order given.
  /// - Throws: `EvaluationError`, `PostgresError`, what `body` throws.
  func judging<T: Sendable>(
    _ cities: [CityUnderPolicy], asOf: Day, afresh: Bool, on connections: [PostgresConnection],
    finished: (City) -> Void = { _ in }, reading body: ([JudgedCity]) async throws -> T
  ) async throws -> T {
    var attempt = 1
    while true {
      let judged = try await judge(
        cities.filter { $0.isInForce(on: asOf) }, asOf: asOf, afresh: afresh && attempt == 1,
        on: connections, finished: finished)
      do {
        return try await body(judged)
      } catch EvaluationError.replaced where attempt < Self.attempts {
        attempt += 1
      }
    }
  }

  private func judge(
    _ cities: [CityUnderPolicy], asOf: Day, afresh: Bool, on connections: [PostgresConnection],
    finished: (City) -> Void
  ) async throws -> [JudgedCity] {
    let dates = [asOf, asOf.adding(years: -1)]
    let jobs = cities.flatMap { city in dates.map { EvaluationJob(city, asOf: $0) } }
    var waiting = [Int](repeating: dates.count, count: cities.count)
    let runs = try await evaluate(
      jobs, afresh: afresh, on: connections,
      finished: { index, _ in
        let place = index / dates.count
        waiting[place] -= 1
        if waiting[place] == 0 { finished(cities[place].city) }
      })
    return cities.indices.compactMap { place in
      runs[place * dates.count].map {
        JudgedCity(
          under: cities[place], run: $0, runLastYear: runs[place * dates.count + 1],
          parameters: ParameterSource(of: cities[place], in: library))
      }
    }
  }
}
