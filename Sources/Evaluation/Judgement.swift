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
    let indicators = policy.indicators
    let selects = try indicators.map { try $0.select(for: judging) }
    let needs = NeedsReader(try Snapshot.steps(for: judging)).needs(of: selects.joined(separator: "\n"))
    try await SnapshotTables.create(needs.snapshot, for: judging, city: run.city, on: connection)
    var count = 0
    progress(EvaluationStep(indicator: nil, done: 0, all: indicators.count))
    for (index, indicator) in indicators.enumerated() {
      count += try await judge(indicator, index + 1, selects[index], into: run)
      progress(EvaluationStep(indicator: indicator.id, done: index + 1, all: indicators.count))
    }
    return count
  }

  /// Judges again what the changes can have changed, and nothing else, and brings the tallies up to date.
  ///
  /// - Returns: by how many results there are more now.
  func renew(_ run: Run, _ changes: DataChanges) async throws -> Int {
    let stale = try staleIndicators(changes)
    guard !stale.isEmpty else { return 0 }
    let tallies = TallyChanges(run: run, connection: connection)
    try await tallies.begin()
    var done = 0
    for extent in [Judging.Extent.city, .touchedPersons, .touchedUnits] {
      let indicators = stale.filter { $0.extent == extent }
      if indicators.isEmpty { continue }
      let touched = TouchedSubjects(extent)
      if let touched {
        try await planForFew()
        try await changes.makeList(
          of: touched, for: try indicators.map { try sight($0, of: touched) }, run, on: connection)
      }
      let judging = judging.of(extent)
      let needed = indicators.reduce(into: Set<String>()) { $0.formUnion($1.needs.snapshot) }
      try await SnapshotTables.create(needed, for: judging, city: run.city, on: connection)
      progress(EvaluationStep(indicator: nil, done: done, all: stale.count))
      for entry in indicators {
        try await judgeAgain(entry, judging, in: run)
        done += 1
        progress(EvaluationStep(indicator: entry.indicator.id, done: done, all: stale.count))
      }
      try await SnapshotTables.drop(needed, on: connection)
    }
    return try await tallies.store()
  }

  /// An indicator of which something has to be judged again.
  private struct StaleIndicator {
    let ordinal: Int
    let indicator: Indicator
    let needs: Needs
    let extent: Judging.Extent
    /// The changed tables by which its subjects are touched; none where all are judged again.
    let tables: Set<TableName>
  }

  private func staleIndicators(_ changes: DataChanges) throws -> [StaleIndicator] {
    let reader = NeedsReader(try Snapshot.steps(for: judging))
    var stale: [StaleIndicator] = []
    for (index, indicator) in policy.indicators.enumerated() {
      let needs = reader.needs(of: try indicator.select(for: judging))
      switch changes.staleness(of: indicator, reading: needs.tables) {
      case .fresh: continue
      case .touched(let extent, let tables):
        stale.append(
          StaleIndicator(ordinal: index + 1, indicator: indicator, needs: needs, extent: extent, tables: tables))
      case .all:
        stale.append(
          StaleIndicator(ordinal: index + 1, indicator: indicator, needs: needs, extent: .city, tables: []))
      }
    }
    return stale
  }

  /// Which of the persons or units that changed facts name an indicator has to look at again.
  private func sight(_ entry: StaleIndicator, of touched: TouchedSubjects) throws -> TouchedSight {
    let indicator = entry.indicator
    let scope = Scope(judging: judging, indicator: indicator.name)
    let decide = touched.areSubjects(of: indicator) ? try indicator.rule.tablesOfSubjects(in: scope) : nil
    return TouchedSight(
      ordinal: entry.ordinal, tables: entry.tables, trainingDays: indicator.rule.trainingDays(in: judging),
      isOfJudgedAlone: decide?.isDisjoint(with: entry.tables) == true)
  }

  /// What names some persons or units is little, and lies in memory: it is found by its index, by one process.
  private func planForFew() async throws {
    for setting in ["seq_page_cost = 0.1", "random_page_cost = 0.1", "max_parallel_workers_per_gather = 0"] {
      try await connection.execute(Statement("plan for few", "set local \(setting)", []))
    }
  }

  /// - Returns: how many results were stored.
  private func judge(
    _ indicator: Indicator, _ ordinal: Int, _ select: String, into run: Run
  ) async throws -> Int {
    try await connection.execute(
      Statement(
        "judge \(indicator.id)",
        """
        \(storing(ordinal, in: run))
        from (
        \(select)
        ) j
        """, [.text(run.city)]))
  }

  /// The `insert` of judged rows `j`, up to where they come from.
  private func storing(_ ordinal: Int, in run: Run) -> String {
    """
    insert into \(RunStore.partition(of: run)) (
      city_code, result_set, ordinal, \(JudgedColumns.names.joined(separator: ", "))
    )
    select
      $1,
      '\(run.resultSet)',
      \(ordinal),
      \(Self.cells(of: "j", separator: ",\n  "))
    """
  }

  private static func cells(of row: String, separator: String = ", ") -> String {
    JudgedColumns.names.map { "\(row).\($0)" }.joined(separator: separator)
  }

  /// Puts new results in the place of those that are other now.
  private func judgeAgain(
    _ entry: StaleIndicator, _ judging: Judging, in run: Run
  ) async throws {
    let judging = judging.of(entry.extent, ofIndicator: entry.ordinal)
    let subjects = judging.touched?.subjects(of: entry.indicator)
    let same = """
      h.subject_id = j.subject_id
              and h.period = j.period
              and (\(Self.cells(of: "h"))) is not distinct from
                (\(Self.cells(of: "j")))
      """
    try await connection.execute(
      Statement(
        "judge \(entry.indicator.id) again",
        """
        with held as materialized (
          select
            r.ctid as place,
            \(Self.cells(of: "r", separator: ",\n    "))
          from \(RunStore.partition(of: run)) r
          where r.ordinal = \(entry.ordinal)\(subjects.map { "\n    and r.subject_id in (\($0))" } ?? "")
        ),
        judged_again as materialized (
          select \(Self.cells(of: "judged_rows"))
          from (
        \(try entry.indicator.select(for: judging))
          ) judged_rows
          \(subjects.map { "where judged_rows.subject_id in (\($0))" } ?? "")
        ),
        lost as (
          delete from \(RunStore.partition(of: run)) r
          using (
            select h.place
            from held h
            where not exists (
              select
              from judged_again j
              where \(same)
            )
          ) changed
          where r.ctid = changed.place
          returning r.unit_id, r.status
        ),
        gained as (
        \(storing(entry.ordinal, in: run))
          from judged_again j
          where not exists (
            select
            from held h
            where \(same)
          )
          returning unit_id, status
        )
        \(TallyChanges.note(ordinal: entry.ordinal, lost: "lost", gained: "gained"))
        """, [.text(run.city)]))
  }
}

/// The snapshot that rules read, for the length of the transaction.
enum SnapshotTables {
  /// Makes its tables of those names.
  static func create(
    _ wanted: Set<String>, for judging: Judging, city: String, on connection: PostgresConnection
  ) async throws {
    let isWhole = judging.extent == .city
    if isWhole { try await set(wholeTables.map { "\($0.setting) = \($0.value)" }, on: connection) }
    for step in try Snapshot.steps(for: judging) where wanted.contains(step.table) {
      for sql in step.statements(analyzed: isWhole) {
        try await connection.execute(
          Statement("snapshot \(step.table)", sql, sql.contains("$1") ? [.text(city)] : []))
      }
    }
    if isWhole { try await set(wholeTables.map { "\($0.setting) to default" }, on: connection) }
  }

  /// Facts seen at a date are taken for few, and would be looked up one by one; and all of a city's are read by several
  /// processes, however many they hand on.
  private static let wholeTables = [
    (setting: "enable_nestloop", value: "off"), (setting: "parallel_tuple_cost", value: "0.001"),
  ]

  private static func set(_ settings: [String], on connection: PostgresConnection) async throws {
    for setting in settings {
      try await connection.execute(Statement("plan the snapshot", "set local \(setting)", []))
    }
  }

  static func drop(_ tables: Set<String>, on connection: PostgresConnection) async throws {
    for table in tables.sorted() {
      try await connection.execute(Statement("drop \(table)", "drop table \(table)", []))
    }
  }
}
