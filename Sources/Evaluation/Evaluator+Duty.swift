import PolicyKit
import PostgresClient
import Results

/// A login that may read and not judge gets what was judged.
extension Evaluator {
  /// Whether the session's login has the evaluator's duty.
  func mayJudge(on connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(
      Statement("right to judge", "select cadre.has_role('cadre_evaluator') as may_judge", []))
    return try rows.first?.decode("may_judge") ?? false
  }

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
