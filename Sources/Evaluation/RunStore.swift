import CadreModel
import PolicyKit
import PostgresClient
import Results

/// Stored runs, which stay, and the result sets that hold what the latest of them found.
struct RunStore: Sendable {
  let connection: PostgresConnection

  /// Reads them, within the same transaction.
  var reader: RunReader { RunReader(connection: connection) }

  // MARK: Ids

  /// An id for a run that no run has: the run's own, or that of the same judged once more.
  func freshID(for run: Run) async throws -> String {
    var id = run.id
    while try await reader.run(city: run.city, id: id) != nil { id = Run.id(of: id) }
    return id
  }

  /// An id for new results: the run's own, or another where results of that id are stored already.
  func freshResultSet(for run: Run) async throws -> String {
    var resultSet = run.id
    while try await isStored(resultSet, of: run.city) { resultSet = Run.id(of: resultSet) }
    return resultSet
  }

  private func isStored(_ resultSet: String, of city: String) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "result set",
        """
        select s.run_id
        from result_sets s
        where s.city_code = $1
          and s.result_set = $2
        """, [.text(city), .text(resultSet)]))
    return !rows.isEmpty
  }

  // MARK: What is superseded

  /// Drops the result sets that this run has superseded: those of earlier runs of the same city, policy, scenario and date;
  /// none where another has taken its own place by now. What somebody is reading stays until the next time. The runs stay.
  func dropSuperseded(by run: Run) async throws {
    let superseded = try await connection.withTransaction(about: run.city) { _ in
      try await reader.runs(
        where: """
          r.city_code = $1
            and r.policy = $2
            and r.scenario = $3
            and r.as_of = \(run.asOf.sql)
            and s.result_set is not null
            and r.run_id <> $4
            and exists (
              select
              from result_sets o
              where o.city_code = $1
                and o.run_id = $4
            )
            and r.evaluated_on <= (
              select o.evaluated_on
              from runs o
              where o.city_code = $1
                and o.run_id = $4
            )
          """, [.text(run.city), .text(run.policy), .text(run.scenario), .text(run.id)])
    }
    for earlier in superseded { try await drop(earlier) }
  }

  /// Drops the results of one run, unless somebody is reading.
  private func drop(_ run: Run) async throws {
    guard try await dropParts(of: run) else { return }
    try await connection.withTransaction(about: run.city) { connection in
      // Sets from before tallies had parts of their own.
      try await connection.execute(
        Statement(
          "drop tallies", "delete from unit_tallies t where t.city_code = $1 and t.result_set = $2",
          [.text(run.city), .text(run.resultSet)]))
      try await connection.execute(
        Statement(
          "drop result set", "delete from result_sets s where s.city_code = $1 and s.result_set = $2",
          [.text(run.city), .text(run.resultSet)]))
    }
  }
}
