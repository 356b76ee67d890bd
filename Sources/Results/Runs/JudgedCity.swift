public import CadreModel
public import PolicyKit
package import PostgresClient

/// A city's runs: what its figures are made from.
public struct JudgedCity: Sendable {
  public let under: CityUnderPolicy
  public let run: Run
  /// Nil where the city was not judged under the policy a year ago.
  public let runLastYear: Run?
  public let parameters: ParameterSource

  public init(_ under: CityUnderPolicy, run: Run, runLastYear: Run?, parameters: ParameterSource = .shipped) {
    self.under = under
    self.run = run
    self.runLastYear = runLastYear
    self.parameters = parameters
  }

  public var city: City { under.city }
  public var policy: Policy { under.policy }

  /// The day that a report as of a date compares with: the same day of last year (同比); for 29 February it is 28 February.
  public static func lastYear(of asOf: Day) -> Day { asOf.adding(years: -1) }

  /// Runs `body` on the city's figures and its run's indicators, in a transaction that reads the same results.
  ///
  /// - Throws: as `withResults`.
  package nonisolated(nonsending) func reading<T>(
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
