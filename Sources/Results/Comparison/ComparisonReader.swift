package import CadreModel
package import PolicyKit
package import PostgresClient

/// Reads cities side by side in the duties that their policies share.
package struct ComparisonReader: Sendable {
  private let duties: [SharedDuty]

  package init(_ duties: [SharedDuty]) {
    self.duties = duties
  }

  /// - Parameters:
  ///   - own: the cities, each under its own policy.
  ///   - others: the same cities under other policies, in any order.
  /// - Throws: `ResultsError.replaced`, `PostgresError`.
  package nonisolated(nonsending) func comparison(
    of own: [JudgedCity], others: [JudgedCity], asOf: Day, on connection: PostgresConnection
  ) async throws -> DutyComparison {
    var figures: [CityFigures] = []
    var trends: [CityTrend] = []
    var rules: [String: [CityUnderRule]] = [:]
    for city in own {
      let (read, indicators, trend) = try await city.reading(on: connection) { figures, indicators, connection in
        (figures, indicators, try await TrendReader(connection: connection).trend(of: city, TrendDates(upTo: asOf)))
      }
      figures.append(read)
      trends.append(trend)
      for other in others where other.city.code == city.city.code && other.policy.code != city.policy.code {
        rules[city.city.code, default: []].append(
          try await under(other, besides: city, indicators, on: connection))
      }
    }
    return DutyComparison(asOf: asOf, duties: duties, cities: figures, trends: trends, rules: rules)
  }

  private nonisolated(nonsending) func under(
    _ other: JudgedCity, besides city: JudgedCity, _ own: [RunIndicator], on connection: PostgresConnection
  ) async throws -> CityUnderRule {
    try await connection.withResults(of: [city.run, other.run], in: city.city.code) { connection in
      let indicators = try await FiguresReader(connection: connection).indicators(of: other.run, policy: other.policy)
      let reader = StandingReader(own: city.run, other: other.run, connection: connection)
      return CityUnderRule(
        policy: other.policy, indicators: indicators,
        differences: try await reader.differences(duties, own: own, other: indicators))
    }
  }
}
