import PostgresClient

extension PostgresConnection {
  /// The column `line` of a query's rows.
  func lines(_ sql: String) async throws -> [String] {
    try await query(Statement("test", sql, [])).map { try $0.decode("line", as: String.self) }
  }

  /// Runs a statement.
  func run(_ sql: String) async throws {
    try await execute(Statement("test", sql, []))
  }
}
