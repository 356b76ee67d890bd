import PolicyKit
import PostgresClient
import Results
import Schema

/// A result set has two parts, its results and its tallies. Each is a partition of its own, which is filled before it gets
/// a key (that is quicker) and is dropped as a whole.
extension RunStore {
  /// The table that holds a run's results.
  static func partition(of run: Run) -> String {
    "results_\(run.resultSet)"
  }

  /// The table that holds a run's tallies.
  static func tallies(of run: Run) -> String {
    "unit_tallies_\(run.resultSet)"
  }

  /// Makes the table for the run's results, without keys while it fills; `save` attaches it as a partition. A function of
  /// the schema's owner makes it, so that the session's role needs no right to make tables.
  func createPartition(of run: Run) async throws {
    try await createPart(of: "results", run)
  }

  private func createPart(of table: String, _ run: Run) async throws {
    _ = try await connection.query(
      Statement(
        "create \(table)", "select cadre.make_result_part($1::text, $2::text, $3::text)",
        [.text(table), .text(run.city), .text(run.resultSet)]))
  }

  private func attach(to table: String, _ run: Run) async throws {
    _ = try await connection.query(
      Statement(
        "attach \(table)", "select cadre.attach_result_part($1::text, $2::text, $3::text)",
        [.text(table), .text(run.city), .text(run.resultSet)]))
  }

  /// Indexes the results, counts them, and puts both parts in their place.
  func finishParts(of run: Run) async throws {
    _ = try await connection.query(
      Statement("index results", "select cadre.index_results($1::text, $2::text)", [.text(run.city), .text(run.resultSet)]))
    try await tally(run)
    try await attach(to: "results", run)
    try await attach(to: "unit_tallies", run)
  }

  /// Counts a run's results by indicator and unit, in a table of its own. Results are counted by status first: looking
  /// at each once for every status takes longer.
  private func tally(_ run: Run) async throws {
    let tallies = Self.tallies(of: run)
    try await createPart(of: "unit_tallies", run)
    try await connection.execute(
      Statement(
        "tally units",
        """
        insert into \(tallies) (
          city_code, result_set, ordinal, unit_id, \(StatusCounts.columns.joined(separator: ", ")), digest
        )
        with counted as (
          select
            r.ordinal,
            r.unit_id,
            r.status,
            count(*)::integer as results,
            sum(\(ResultDigest.hash(of: "r"))) as digest
          from \(Self.partition(of: run)) r
          group by r.ordinal, r.unit_id, r.status
        )
        select
          $1,
          '\(run.resultSet)',
          c.ordinal,
          coalesce(c.unit_id, ''),
          \(StatusCounts.sums(of: "results", in: "c").joined(separator: ",\n  ")),
          sum(c.digest)
        from counted c
        group by c.ordinal, coalesce(c.unit_id, '')
        order by c.ordinal, coalesce(c.unit_id, '')
        """, [.text(run.city)]))
  }

  /// Drops both parts, unless somebody is reading.
  ///
  /// - Returns: whether they are gone; false where somebody was reading.
  func dropParts(of run: Run) async throws -> Bool {
    // Each in a transaction of its own: with locks on both tables at once we could make readers wait for one table while we
    // wait for them at the other.
    for table in ["results", "unit_tallies"] {
      guard try await dropPart(of: table, run) else { return false }
    }
    return true
  }

  private func dropPart(of table: String, _ run: Run) async throws -> Bool {
    do {
      try await connection.withTransaction(about: run.city) { connection in
        _ = try await connection.query(
          Statement(
            "drop part of \(table)", "select cadre.drop_result_part($1::text, $2::text, $3::text)",
            [.text(table), .text(run.city), .text(run.resultSet)]))
      }
      return true
    } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
      return false
    }
  }
}
