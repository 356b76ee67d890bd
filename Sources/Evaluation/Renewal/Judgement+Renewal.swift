import CadreModel
import DataContract
import PolicyKit
import PostgresClient
import Results

extension Judgement {
  /// Judges again what the changes can have changed, and nothing else, and brings the tallies up to date.
  ///
  /// - Parameter rulesChanged: indicators whose rules digest has changed: all their subjects are judged again.
  /// - Returns: how many more results there are now than before; nil where there was nothing to judge again.
  func renew(_ run: Run, _ changes: DataChanges, rulesChanged: Set<String>) async throws -> Int? {
    let stale = try staleIndicators(changes, rulesChanged)
    guard !stale.isEmpty else { return nil }
    let tallies = TallyChanges(run: run, connection: connection)
    try await tallies.begin()
    try await changes.listWithdrawn(on: connection)
    var done = 0
    for extent in [Judging.Extent.city, .touchedPersons, .touchedUnits] {
      let indicators = stale.filter { $0.extent == extent }
      if indicators.isEmpty { continue }
      let touched = SubjectsJudgedAgain(extent)
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
  struct StaleIndicator {
    let ordinal: Int
    let indicator: Indicator
    let needs: Needs
    let extent: Judging.Extent
    /// The changed tables by which its subjects are touched; none where all are judged again.
    let tables: Set<TableName>
  }

  func staleIndicators(_ changes: DataChanges, _ rulesChanged: Set<String>) throws -> [StaleIndicator] {
    var stale: [StaleIndicator] = []
    for (index, statement) in try policy.statements(for: judging).enumerated() {
      let (indicator, needs) = (statement.indicator, statement.needs)
      let isOfOtherRules = rulesChanged.contains(indicator.id)
      switch isOfOtherRules ? .all : changes.staleness(of: indicator, reading: needs.tables) {
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

  /// Which of the touched persons or units the indicator has to judge again.
  ///
  /// - Parameter hasResults: whether the run's results are stored: then those that have none may be left out.
  func sight(
    _ entry: StaleIndicator, of touched: SubjectsJudgedAgain, hasResults: Bool = true
  ) throws -> TouchedSight {
    let indicator = entry.indicator
    let scope = Scope(judging: judging, indicator: indicator.name)
    let decide = touched.areSubjects(of: indicator) ? try indicator.rule.tablesOfSubjects(in: scope) : nil
    return TouchedSight(
      ordinal: entry.ordinal, tables: entry.tables, trainingDays: indicator.rule.trainingDays(in: judging),
      isOfJudgedAlone: hasResults && decide?.isDisjoint(with: entry.tables) == true)
  }

  /// Tells the planner that only a few rows are read, and these from memory: look them up by index, in one process.
  func planForFew() async throws {
    for setting in ["seq_page_cost = 0.1", "random_page_cost = 0.1", "max_parallel_workers_per_gather = 0"] {
      try await connection.execute(Statement("plan for few", "set local \(setting)", []))
    }
  }

  /// Replaces the results that have changed, and leaves equal ones as they are.
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
            select
              h.place,
              h.subject_id
            from held h
            where not exists (
              select
              from judged_again j
              where \(same)
            )
          ) changed
          -- Found by the index first: of a table under row-level security nothing is looked up by its place.
          where r.ordinal = \(entry.ordinal)
            and r.subject_id = changed.subject_id
            and r.ctid = changed.place
          returning r.unit_id, r.status, \(ResultDigest.hash(of: "r")) as digest
        ),
        gained as (
        \(storing(entry.ordinal, in: run))
          from judged_again j
          where not exists (
            select
            from held h
            where \(same)
          )
          returning unit_id, status, \(ResultDigest.hash(of: RunStore.partition(of: run))) as digest
        )
        \(TallyChanges.note(ordinal: entry.ordinal, lost: "lost", gained: "gained"))
        """, [.text(run.city)]))
  }
}
