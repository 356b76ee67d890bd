import CadreModel
import PolicyKit
import PostgresClient
import Results

/// Counts of results by indicator and status, gathered in a temporary table: of results that came and of such that went.
struct CountedResults {
  let connection: PostgresConnection

  static let table = "counted_results"
  private static let counts = StatusCounts.columns

  func begin() async throws {
    try await connection.execute(
      Statement(
        "make counts",
        """
        create temporary table \(Self.table) (
          ordinal integer not null,
        \(Self.counts.map { "  \($0) bigint not null" }.joined(separator: ",\n"))
        ) on commit drop
        """, []))
  }

  /// Judges one indicator and counts its results.
  ///
  /// - Parameters:
  ///   - sign: 1 for results that came, -1 for such that went.
  ///   - subjects: selects those whose results count; nil: all.
  func add(
    _ sign: Int = 1, _ ordinal: Int, _ name: String, _ select: String, of subjects: String? = nil, in city: String
  ) async throws {
    let sums = StatusCounts.sums(of: "results", in: "c").map { "\(sign) * coalesce(\($0), 0)" }
    try await connection.execute(
      Statement(
        "count \(name)",
        """
        with counted as (
          select
            j.status,
            count(*) as results
          from (
        \(select)
          ) j
          \(subjects.map { "where j.subject_id in (\($0))" } ?? "")
          group by j.status
        )
        insert into \(Self.table) (ordinal, \(Self.counts.joined(separator: ", ")))
        select
          \(ordinal),
          \(sums.joined(separator: ",\n  "))
        from counted c
        where $1::text is not null
        """, [.text(city)]))
  }

  /// Selects `ordinal` and the counts by status.
  var sums: String { sums(of: Self.gathered) }

  private static let gathered = """
    select
      g.ordinal,
      \(counts.map { "g.\($0)" }.joined(separator: ",\n  "))
    from \(table) g
    """

  /// The same, on top of what another run has counted.
  ///
  /// - Parameter replaced: indicators whose counts are all new.
  func sums(onTopOf run: Run, without replaced: [Int]) -> String {
    sums(
      of: """
        select
          l.ordinal,
          \(Self.counts.map { "l.\($0)" }.joined(separator: ",\n  "))
        from run_indicators l
        where l.city_code = $1
          and l.run_id = \(run.id.sqlLiteral)
          and l.ordinal <> all ('{\(replaced.map(String.init).joined(separator: ","))}'::integer[])
        union all
        \(Self.gathered)
        """)
  }

  private func sums(of rows: String) -> String {
    """
    select
      f.ordinal,
      \(Self.counts.map { "sum(f.\($0))::bigint as \($0)" }.joined(separator: ",\n  "))
    from (
      \(hanging: rows)
    ) f
    group by f.ordinal
    """
  }
}

extension Judgement {
  /// Judges every indicator and counts its results.
  func countAll(_ run: Run, into counts: CountedResults) async throws {
    let statements = try policy.statements(for: judging)
    let needed = statements.reduce(into: Set<String>()) { $0.formUnion($1.needs.snapshot) }
    try await SnapshotTables.create(needed, for: judging, city: run.city, on: connection)
    progress(EvaluationStep(indicator: nil, done: 0, all: statements.count))
    for (index, statement) in statements.enumerated() {
      try await counts.add(1, index + 1, statement.indicator.id, statement.select, in: run.city)
      progress(EvaluationStep(indicator: statement.indicator.id, done: index + 1, all: statements.count))
    }
    try await SnapshotTables.drop(needed, on: connection)
  }
}
