import CadreModel
import DataContract
import PolicyKit
import PostgresClient
import Results

/// The work of carrying out one judging: makes the snapshot, runs each indicator's statement, and stores the results in the
/// run's result set, all inside the run's transaction.
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
    let statements = try policy.statements(for: judging)
    let needed = statements.reduce(into: Set<String>()) { $0.formUnion($1.needs.snapshot) }
    try await SnapshotTables.create(needed, for: judging, city: run.city, on: connection)
    var count = 0
    progress(EvaluationStep(indicator: nil, done: 0, all: indicators.count))
    for (index, indicator) in indicators.enumerated() {
      count += try await judge(indicator, index + 1, statements[index].select, into: run)
      progress(EvaluationStep(indicator: indicator.id, done: index + 1, all: indicators.count))
    }
    return count
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
  func storing(_ ordinal: Int, in run: Run) -> String {
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

  static func cells(of row: String, separator: String = ", ") -> String {
    JudgedColumns.names.map { "\(row).\($0)" }.joined(separator: separator)
  }
}
