import PolicyKit
import PostgresClient
import Results

/// A login that may read and not judge is told of what was judged.
extension Evaluator {
  /// The newest run of the city, policy and scenario, at whichever date, that has results.
  func latestRun(like run: Run, on connection: PostgresConnection) async throws -> Run? {
    try await RunReader(connection: connection).runs(
      where: """
        r.city_code = $1
          and r.policy = $2
          and r.scenario = $3
          and r.known_as_of is null
          and s.result_set is not null
        order by
          r.as_of desc,
          r.evaluated_on desc
        limit 1
        """, [.text(run.city), .text(run.policy), .text(run.scenario)]
    ).first
  }
}
