package import CadreModel
package import PolicyKit
package import PostgresClient

/// What a city was judged to be at one of several dates, by field of work.
package struct TrendPoint: Sendable {
  package let asOf: Day
  package let domains: [DomainFigures]

  package init(asOf: Day, domains: [DomainFigures]) {
    self.asOf = asOf
    self.domains = domains
  }

  private var total: Tally { domains.reduce(into: Tally()) { $0 += $1.tally } }
  private var isComplete: Bool { domains.allSatisfy(\.missingTables.isEmpty) }

  /// Of all fields together; nil where a table was never handed in.
  package var compliance: Rate? { isComplete ? total.compliance : nil }
  package var completion: Rate? { isComplete ? total.completion : nil }
}

/// Reads what a city was judged to be at earlier dates: of the runs' own counts, which stay when their results are gone.
package struct TrendReader {
  private let connection: PostgresConnection
  /// At most so many dates, the latest.
  private static let mostDates = 24

  package init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// The dates up to a run's at which the city was judged under the same policy and scenario, the earliest first. Of each
  /// date its latest run counts; of the run's own, the run itself.
  package nonisolated(nonsending) func points(upTo run: Run, policy: Policy) async throws -> [TrendPoint] {
    let earlier = try await RunReader(connection: connection).runs(
      where: """
        r.city_code = $1
          and r.policy = $2
          and r.scenario = $3
          and r.as_of < \(run.asOf.sql)
          and r.known_as_of is null
          and not exists (
            select 1
            from runs l
            where l.city_code = r.city_code
              and l.policy = r.policy
              and l.scenario = r.scenario
              and l.as_of = r.as_of
              and l.known_as_of is null
              and (
                l.evaluated_on > r.evaluated_on
                or l.evaluated_on = r.evaluated_on and l.run_id < r.run_id
              )
          )
        order by r.as_of desc
        limit \(Self.mostDates - 1)
        """, [.text(run.city), .text(run.policy), .text(run.scenario)])
    let reader = FiguresReader(connection: connection)
    var points: [TrendPoint] = []
    for run in earlier.reversed() + [run] {
      let figures = try await reader.indicators(of: run, policy: policy).map { entry in
        IndicatorFigures(
          article: entry.article, indicator: entry.indicator, tally: entry.tally, missingTables: entry.missingTables,
          isAssumed: false, rateLastYear: nil)
      }
      points.append(TrendPoint(asOf: run.asOf, domains: DomainFigures.sums(of: figures)))
    }
    return points
  }
}
