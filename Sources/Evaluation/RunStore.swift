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

  /// An id that no stored run has: the run's reference, or a digest of it where the same was judged before.
  func freshID(for run: Run) async throws -> String {
    var id = run.id
    while try await reader.run(city: run.city, id: id) != nil { id = Run.id(of: id) }
    return id
  }

  /// An id for a new result set: the run's, or a digest of it where a set of that id is stored already.
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

  /// Whether a run's results were published: they stay as they are.
  func isPublished(_ run: Run) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "published",
        """
        select p.publication_number
        from publication_runs p
        where p.city_code = $1
          and p.run_id = $2
        limit 1
        """, [.text(run.city), .text(run.id)]))
    return !rows.isEmpty
  }

  // MARK: What is superseded

  /// Drops the result sets of earlier runs of the same city, policy, scenario and date, but for those that were published; the
  /// runs themselves stay. A set that
  /// somebody is reading is left for the next time. Where a later run has taken this run's place by now, that run drops.
  func dropSuperseded(by run: Run) async throws {
    let superseded = try await connection.withTransaction(about: run.city) { _ in
      try await reader.runs(
        where: """
          r.city_code = $1
            and r.policy = $2
            and r.scenario = $3
            and r.as_of = \(run.asOf.sql)
            and r.known_as_of is not distinct from $5::integer
            and s.result_set is not null
            and r.run_id <> $4
            and not exists (
              select
              from publication_runs p
              where p.city_code = $1
                and p.run_id = r.run_id
            )
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
          """,
        [
          .text(run.city), .text(run.policy), .text(run.scenario), .text(run.id),
          run.knownAsOf.map { .int(Int64($0)) } ?? .null,
        ])
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
