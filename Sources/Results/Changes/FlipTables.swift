import CadreModel
package import PolicyKit
package import PostgresClient

/// The temporary tables of what stands otherwise on two sides, within the transaction that compares them.
package struct FlipTables: Sendable {
  package let city: CityUnderPolicy
  package let before: Run
  package let after: Run
  package let connection: PostgresConnection

  package init(city: CityUnderPolicy, before: Run, after: Run, connection: PostgresConnection) {
    self.city = city
    self.before = before
    self.after = after
    self.connection = connection
  }

  private var policy: Policy { city.policy }

  /// The keys of results whose verdict differs, with both verdicts.
  private static let found = "change_found"
  /// The same with causes, and all that is told of them, numbered in the order in which they are.
  static let flips = "change_flips"
  private static let periods = "change_periods"

  // MARK: Which stand otherwise

  private var key: VerdictKey { VerdictKey(policy: policy) }

  /// SQL of the verdicts of a run, with the key of each.
  private func verdicts(of run: Run, _ ordinals: String) -> String {
    verdicts(
      from: """
        results r
        where r.city_code = \(run.city.sqlLiteral)
          and r.result_set = \(run.resultSet.sqlLiteral)
          and r.ordinal = any (\(ordinals))
        """)
  }

  /// - Parameter rows: SQL of which rows, each of the name `r`.
  private func verdicts(from rows: String) -> String {
    """
    select
      r.ordinal,
      r.subject_id,
      r.period,
      \(key.classKey("r")) as class_key,
      r.status,
      r.class,
      r.evidence
    from \(rows)
    """
  }

  /// SQL that joins what is stored in a run of a verdict `f`, where there is any.
  private func stored(in run: Run, as row: String) -> String {
    """
    left join results \(row)
      on \(row).city_code = \(run.city.sqlLiteral)
      and \(row).result_set = \(run.resultSet.sqlLiteral)
      and \(row).ordinal = f.ordinal
      and \(row).subject_id = f.subject_id
      and \(row).period = f.period
      and \(key.classKey(row)) = f.class_key
    """
  }

  /// Finds what stands otherwise. Figures without verdict do not.
  ///
  /// - Returns: the places of the indicators concerned.
  package nonisolated(nonsending) func find() async throws -> Set<Int> {
    let judged = key.ordinals { $0.rule.kind != .statistic }
    try await connection.execute(
      Statement(
        "find what changed",
        """
        create temporary table \(Self.found) on commit drop as
        with verdict_before as (
          \(hanging: verdicts(of: before, judged))
        ),
        verdict_after as (
          \(hanging: verdicts(of: after, judged))
        )
        select
          coalesce(a.ordinal, b.ordinal) as ordinal,
          coalesce(a.subject_id, b.subject_id) as subject_id,
          coalesce(a.period, b.period) as period,
          coalesce(a.class_key, b.class_key) as class_key,
          b.status as status_before,
          a.status as status_after,
          b.class as class_before,
          a.class as class_after
        from verdict_before b
        full join verdict_after a
          on \(hanging: VerdictKey.isSame("a", "b"))
        where (b.status, b.class) is distinct from (a.status, a.class)
        """, []))
    try await connection.execute(Statement("analyze what changed", "analyze \(Self.found)", []))
    try await connection.execute(
      Statement(
        "make table of steps",
        """
        create temporary table \(ChangeStep.table) (
          step text not null,
          ordinal smallint not null,
          subject_id text collate "C" not null,
          period text collate "C" not null,
          status text not null,
          class text collate "C",
          evidence text[]
        ) on commit drop
        """, []))
    let rows = try await connection.query(
      Statement("indicators that changed", "select distinct f.ordinal::integer as ordinal from \(Self.found) f", []))
    return Set(try rows.map { try $0.decode("ordinal", as: Int.self) })
  }

  // MARK: Why

  /// Names the cause of each: the last step that changed its verdict. After that step it stands as it does on the second side.
  ///
  /// - Parameters:
  ///   - steps: what was judged between the two, in order.
  ///   - isOfOneData: whether both sides are of the same data.
  package nonisolated(nonsending) func attribute(_ steps: [ChangeStep], isOfOneData: Bool) async throws {
    try await findPeriods()
    let last: String =
      if before.asOf < after.asOf { timeCause } else { (isOfOneData ? ChangeCause.rules : .data).rawValue.sqlLiteral }
    var verdict = "v0"
    var states = "cross join lateral (select \(Self.verdict("f", "_before")) as v0) s0"
    var arms: [String] = []
    for (number, step) in steps.enumerated() {
      let (row, next) = ("x\(number + 1)", "v\(number + 1)")
      states += """

        left join (
        \(results(of: step))
        ) \(row)
          on \(VerdictKey.isSame(row, "f"))
        cross join lateral (
          select case when f.ordinal = any (\(VerdictKey.list(step.ordinals))) then \(Self.verdict(row)) else \(verdict) end as \(next)
        ) s\(number + 1)
        """
      arms.insert("when \(verdict) <> \(next) then \(step.kind.rawValue.sqlLiteral)", at: 0)
      verdict = next
    }
    arms.insert("when \(verdict) <> \(Self.verdict("f", "_after")) then \(last)", at: 0)
    let between = steps.indices.map { "coalesce(x\($0 + 1).evidence, '{}')" }
    try await connection.execute(
      Statement(
        "name causes",
        """
        create temporary table \(Self.flips) on commit drop as
        with told as (
          select
            f.*,
            coalesce(a.unit_id, b.unit_id) as unit_id,
            b.observed as observed_before,
            a.observed as observed_after,
            b.required as required_before,
            a.required as required_after,
            coalesce(a.due_on, b.due_on) as due_on,
            b.reason as reason_before,
            a.reason as reason_after,
            coalesce(b.evidence, '{}') as evidence_before,
            coalesce(a.evidence, '{}') as evidence_after
          from \(Self.found) f
          \(hanging: stored(in: before, as: "b"))
          \(hanging: stored(in: after, as: "a"))
        ),
        caused as (
          select
            f.*,
            \((["evidence_before", "evidence_after"].map { "f.\($0)" } + between).joined(separator: " || ")) as evidence,
            case
              \(hanging: arms.joined(separator: "\n"))
            end as cause
          from told f
          left join \(Self.periods) p
            on p.ordinal = f.ordinal
            and p.period = f.period
          \(hanging: states)
        )
        select
          c.ordinal,
          c.subject_id,
          c.period,
          c.unit_id,
          c.status_before,
          c.status_after,
          c.class_before,
          c.class_after,
          c.observed_before,
          c.observed_after,
          c.required_before,
          c.required_after,
          c.due_on,
          c.cause,
          case when c.cause in (\(ChangeCause.told)) then c.evidence end as evidence,
          row_number() over (
            order by c.ordinal, c.subject_id, c.period, c.class_key
          )::bigint as number
        from caused c
        """, []))
    // Whoever reads them reads an indicator's, in this order.
    try await connection.execute(Statement("index causes", "create index on \(Self.flips) (ordinal, number)", []))
    // Not of what is only shown, nor of the evidence: to sort whole lists for their statistics takes longer than to read them.
    try await connection.execute(
      Statement("analyze causes", "analyze \(Self.flips) (ordinal, number, subject_id, period, unit_id, cause)", []))
  }

  /// SQL of a verdict as one text, empty where there is none.
  private static func verdict(_ row: String, _ side: String = "") -> String {
    "coalesce(\(row).status\(side) || '/' || coalesce(\(row).class\(side), ''), '')"
  }

  private func results(of step: ChangeStep) -> String {
    if let run = step.run { return verdicts(of: run, VerdictKey.list(step.ordinals)) }
    return verdicts(
      from: """
        \(ChangeStep.table) r
        where r.step = \(step.kind.rawValue.sqlLiteral)
        """)
  }

  /// SQL of what it is that the passing of time has brought.
  private var timeCause: String {
    let (from, to) = (before.asOf.sql, after.asOf.sql)
    let elapsing = key.ordinals { $0.measure == .years }
    let arms: [(String, ChangeCause)] = [
      ("f.status_before is null and not p.is_before and p.starts > \(from)", .periodBegan),
      // It is judged only when it is over.
      ("f.status_before is null and not p.is_before and p.ends > \(from) and p.ends <= \(to)", .periodEnded),
      ("f.status_before is null", .entered),
      ("f.status_after is null and not p.is_after and p.ends < \(to)", .periodEnded),
      ("f.status_after is null", .left),
      ("f.reason_after = 'waived' and f.reason_before is distinct from 'waived'", .waiverBegan),
      ("f.reason_before = 'waived' and f.reason_after is distinct from 'waived'", .waiverEnded),
      ("f.status_after = 'unmet' and f.due_on > \(from) and f.due_on <= \(to)", .duePassed),
      // Without a due date of its own it is due when its period ends.
      (
        "f.status_before in ('pending', 'at_risk') and f.status_after = 'unmet' and f.due_on is null and p.ends > \(from) and p.ends <= \(to)",
        .duePassed
      ),
      ("f.status_before = 'pending' and f.status_after = 'at_risk' and f.due_on > \(to)", .dueNear),
      ("not f.evidence_after <@ f.evidence_before", .facts),
      // Sums over very many facts keep no ids; years in office grow by themselves.
      ("f.observed_after > f.observed_before and f.ordinal <> all (\(elapsing))", .facts),
      ("f.status_before in ('pending', 'at_risk', 'no_data') and f.status_after = 'met'", .facts),
    ]
    return """
      case
        \(arms.map { "when \($0) then \($1.rawValue.sqlLiteral)" }.joined(separator: "\n  "))
        else \(ChangeCause.timePassed.rawValue.sqlLiteral)
      end
      """
  }

  /// The periods of what stands otherwise: from when to when each is, and on which sides the indicator has any
  /// result of it.
  private nonisolated(nonsending) func findPeriods() async throws {
    func exists(_ run: Run) -> String {
      """
      exists (
        select
        from results r
        where r.city_code = \(run.city.sqlLiteral)
          and r.result_set = \(run.resultSet.sqlLiteral)
          and r.ordinal = t.ordinal
          and r.period = t.period
      )
      """
    }
    let rows = try await connection.query(
      Statement(
        "periods of what changed",
        """
        select distinct
          f.ordinal::integer as ordinal,
          f.period
        from \(Self.found) f
        """, []))
    let known = try rows.compactMap { row -> (Int, Period)? in
      guard let period = policy.configuration.period(named: try row.decode("period")) else { return nil }
      return (try row.decode("ordinal"), period)
    }
    try await connection.execute(
      Statement(
        "periods that began or ended",
        """
        create temporary table \(Self.periods) on commit drop as
        select
          t.*,
          \(hanging: exists(before)) as is_before,
          \(hanging: exists(after)) as is_after
        from unnest(
          '{\(known.map { String($0.0) }.joined(separator: ","))}'::smallint[],
          '{\(known.map(\.1.name).joined(separator: ","))}'::text[],
          '{\(known.map(\.1.starts.description).joined(separator: ","))}'::date[],
          '{\(known.map(\.1.ends.description).joined(separator: ","))}'::date[]
        ) as t (ordinal, period, starts, ends)
        """, []))
  }
}
