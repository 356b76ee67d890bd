import PolicyKit
import PostgresClient
import Schema

/// The parts of a result set: its results and its tallies, each a partition of its own that is filled before it has a
/// key, and dropped whole.
extension RunStore {
  /// The table that holds a run's results.
  static func partition(of run: Run) -> String {
    "results_\(run.resultSet)"
  }

  /// The table that holds a run's tallies.
  static func tallies(of run: Run) -> String {
    "unit_tallies_\(run.resultSet)"
  }

  /// A table of its own for the run's results, without keys while it fills; `save` attaches it.
  func createPartition(of run: Run) async throws {
    try await createPart(Self.partition(of: run), of: "results", run)
  }

  /// The check says of each row as it comes that it belongs there: attaching the part reads none again.
  private func createPart(_ part: String, of table: String, _ run: Run) async throws {
    try await connection.execute(
      Statement(
        "create \(table)",
        """
        create table \(part) (
          like \(table) including defaults including constraints including comments,
          constraint \(part)_set check (result_set = '\(run.resultSet)')
        )
        """, []))
    try await Roles.handOver(part, toOwnerOf: table, on: connection)
  }

  private func attach(_ part: String, to table: String, _ run: Run) async throws {
    try await connection.execute(
      Statement(
        "attach \(table)", "alter table \(table) attach partition \(part) for values in ('\(run.resultSet)')", []))
  }

  /// What reports pick out of all results: what needs attention, in the order of its file, so that none of it is sorted
  /// when read; and what falls due.
  private static let reported = [
    ("ordinal, period, subject_id, class nulls first", "status in ('unmet', 'at_risk', 'no_data')"),
    (
      "due_on",
      "status in ('pending', 'at_risk') or status = 'met' and reason = \(Reason.withinTenure.rawValue.sqlLiteral)"
    ),
  ]

  /// Indexes the results, counts them, and puts both parts in their place.
  func finishParts(of run: Run) async throws {
    let partition = Self.partition(of: run)
    // One subject of one indicator is looked up by it, and an indicator read whole: an index in the order of exports
    // takes twice as long to build, which is more than sorting each indicator's rows does.
    try await connection.execute(
      Statement("index results", "create index on \(partition) (ordinal, subject_id, period)", []))
    for (columns, condition) in Self.reported {
      try await connection.execute(
        Statement("index reported results", "create index on \(partition) (\(columns)) where \(condition)", []))
    }
    try await connection.execute(Statement("analyze results", "analyze \(partition)", []))
    try await tally(run)
    try await attach(partition, to: "results", run)
    try await attach(Self.tallies(of: run), to: "unit_tallies", run)
  }

  /// Counts a run's results by indicator and unit, in a table of its own. Results are counted by status first: looking
  /// at each once for every status takes longer.
  private func tally(_ run: Run) async throws {
    let tallies = Self.tallies(of: run)
    try await createPart(tallies, of: "unit_tallies", run)
    try await connection.execute(
      Statement(
        "tally units",
        """
        insert into \(tallies) (
          city_code, result_set, ordinal, unit_id, \(StatusCounts.columns.joined(separator: ", "))
        )
        with counted as (
          select
            r.ordinal,
            r.unit_id,
            r.status,
            count(*)::integer as results
          from \(Self.partition(of: run)) r
          group by r.ordinal, r.unit_id, r.status
        )
        select
          $1,
          '\(run.resultSet)',
          c.ordinal,
          coalesce(c.unit_id, ''),
          \(StatusCounts.sums(of: "results", in: "c").joined(separator: ",\n  "))
        from counted c
        group by c.ordinal, coalesce(c.unit_id, '')
        order by c.ordinal, coalesce(c.unit_id, '')
        """, [.text(run.city)]))
    try await connection.execute(
      Statement("key tallies", "alter table \(tallies) add primary key (city_code, result_set, ordinal, unit_id)", []))
  }

  /// - Returns: whether nobody was reading what they are parts of, so that they are gone.
  func dropParts(of run: Run) async throws -> Bool {
    // One at a time: who reads both tables, in whatever order, is never waited for while another waits for us.
    for (part, table) in [(Self.partition(of: run), "results"), (Self.tallies(of: run), "unit_tallies")] {
      guard try await drop(part, of: table) else { return false }
    }
    return true
  }

  private func drop(_ part: String, of table: String) async throws -> Bool {
    do {
      try await connection.withTransaction { connection in
        // Whoever waits for this lock makes all wait who come to read.
        try await connection.execute(
          Statement("hold \(table)", "lock table only \(table) in access exclusive mode nowait", []))
        try await connection.execute(Statement("drop part", "drop table if exists \(part)", []))
      }
      return true
    } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
      return false
    }
  }
}
