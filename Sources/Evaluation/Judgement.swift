import CadreModel
import DataContract
import PolicyKit
import PostgresClient

/// The judging of a city's indicators into a result set, inside the run's transaction.
struct Judgement {
  let policy: Policy
  let judging: Judging
  let connection: PostgresConnection
  /// Told each step as it is done.
  let progress: @Sendable (EvaluationStep) -> Void

  /// Judges every indicator.
  ///
  /// - Returns: how many results were stored.
  func judgeAll(_ run: Run) async throws -> Int {
    try await SnapshotTables.create(for: judging, city: run.city, on: connection)
    let indicators = policy.indicators
    var count = 0
    progress(EvaluationStep(indicator: nil, done: 0, all: indicators.count))
    for (index, indicator) in indicators.enumerated() {
      count += try await judge(indicator, index + 1, judging, into: run)
      progress(EvaluationStep(indicator: indicator.id, done: index + 1, all: indicators.count))
    }
    return count
  }

  /// Judges again what the changes can have changed, and nothing else.
  ///
  /// - Returns: the ordinals of the indicators that were looked at again, and by how many results there are more now.
  func renew(_ run: Run, _ changes: DataChanges) async throws -> (ordinals: [Int], growth: Int) {
    let steps = try Snapshot.steps(for: judging)
    var stale: [(ordinal: Int, indicator: Indicator, needs: Needs, staleness: DataChanges.Staleness)] = []
    for (index, indicator) in policy.indicators.enumerated() {
      let needs = Needs(of: try indicator.select(for: judging), steps: steps)
      let staleness = changes.staleness(of: indicator, reading: needs.tables)
      if staleness != .fresh { stale.append((index + 1, indicator, needs, staleness)) }
    }
    var done = 0
    var growth = 0
    for extent in [Judging.Extent.touchedPersons, .city] {
      let indicators = stale.filter { ($0.staleness == .touchedPersons) == (extent == .touchedPersons) }
      if indicators.isEmpty { continue }
      let judging = judging.of(extent)
      let needed = indicators.reduce(into: Set<String>()) { $0.formUnion($1.needs.snapshot) }
      try await SnapshotTables.create(needed, for: judging, city: run.city, on: connection)
      progress(EvaluationStep(indicator: nil, done: done, all: stale.count))
      for (ordinal, indicator, _, _) in indicators {
        growth -= try await forget(ordinal, extent, in: run)
        growth += try await judge(indicator, ordinal, judging, into: run)
        done += 1
        progress(EvaluationStep(indicator: indicator.id, done: done, all: stale.count))
      }
      try await SnapshotTables.drop(needed, on: connection)
    }
    return (stale.map(\.ordinal), growth)
  }

  /// - Returns: how many results were stored.
  private func judge(
    _ indicator: Indicator, _ ordinal: Int, _ judging: Judging, into run: Run
  ) async throws -> Int {
    let only =
      switch judging.extent {
      case .city: ""
      case .touchedPersons: "where judged_rows.subject_id in (select p.person_id from touched_person p)"
      }
    return try await connection.execute(
      Statement(
        "judge \(indicator.id)",
        """
        insert into \(RunStore.partition(of: run)) (
          city_code, result_set, ordinal, \(JudgedColumns.names.joined(separator: ", "))
        )
        select
          $1,
          '\(run.resultSet)',
          \(ordinal),
          \(JudgedColumns.names.map { "judged_rows.\($0)" }.joined(separator: ", "))
        from (
        \(try indicator.select(for: judging))
        ) judged_rows
        \(only)
        """, [.text(run.city)]))
  }

  /// Takes away the results that are about to be judged again; how many there were.
  private func forget(_ ordinal: Int, _ extent: Judging.Extent, in run: Run) async throws -> Int {
    let only =
      switch extent {
      case .city: ""
      case .touchedPersons: "and r.subject_id in (select p.person_id from touched_person p)"
      }
    return try await connection.execute(
      Statement(
        "forget results",
        """
        delete from \(RunStore.partition(of: run)) r
        where r.ordinal = \(ordinal)
          \(only)
        """, []))
  }
}

/// The snapshot that rules read, for the length of the transaction.
enum SnapshotTables {
  /// Makes all its tables, or those named.
  static func create(
    _ wanted: Set<String>? = nil, for judging: Judging, city: String, on connection: PostgresConnection
  ) async throws {
    // The server takes the facts seen at a date for a few, and would look each up by itself.
    let isWhole = judging.extent == .city
    if isWhole { try await connection.execute(Statement("join whole tables", "set local enable_nestloop = off", [])) }
    for step in try Snapshot.steps(for: judging) where wanted?.contains(step.table) != false {
      for sql in step.statements(analyzed: isWhole) {
        try await connection.execute(
          Statement("snapshot \(step.table)", sql, sql.contains("$1") ? [.text(city)] : []))
      }
    }
    if isWhole { try await connection.execute(Statement("join as is best", "set local enable_nestloop to default", [])) }
  }

  static func drop(_ tables: Set<String>, on connection: PostgresConnection) async throws {
    for table in tables.sorted() {
      try await connection.execute(Statement("drop \(table)", "drop table \(table)", []))
    }
  }
}
