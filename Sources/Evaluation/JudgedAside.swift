import PolicyKit
import PostgresClient

/// Judges single indicators into a temporary table beside the stored results: nothing of it stays.
struct JudgedAside {
  let city: String
  let table: String
  /// The columns of a judged row that the table keeps, beside `ordinal`.
  let columns: [String]
  /// A further column of the table, and SQL of what it holds.
  var mark: (column: String, value: String)?
  let connection: PostgresConnection

  /// An indicator's statement with its place in the catalogue.
  typealias Numbered = (ordinal: Int, statement: JudgingStatement)

  /// - Parameter statements: all of the same judging.
  nonisolated(nonsending) func judge(_ statements: [Numbered], _ judging: Judging) async throws {
    guard !statements.isEmpty else { return }
    try await Evaluator.useSettings(on: connection)
    let needed = statements.reduce(into: Set<String>()) { $0.formUnion($1.statement.needs.snapshot) }
    try await SnapshotTables.create(needed, for: judging, city: city, on: connection)
    let named = (mark.map { [$0.column] } ?? []) + ["ordinal"] + columns
    let marked = mark.map { "\($0.value),\n  " } ?? ""
    for (ordinal, statement) in statements {
      try await connection.execute(
        Statement(
          "judge \(statement.indicator.id) aside",
          """
          insert into \(table) (\(named.joined(separator: ", ")))
          select
            \(marked)\(ordinal),
            \(columns.map { "j.\($0)" }.joined(separator: ",\n  "))
          from (
          \(statement.select)
          ) j
          """, [.text(city)]))
    }
    try await SnapshotTables.drop(needed, on: connection)
  }
}
