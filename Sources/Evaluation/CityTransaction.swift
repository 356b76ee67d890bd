public import PostgresClient

extension PostgresConnection {
  /// Runs `body` in a transaction about one city: where row-level security is on, and the role is held to it, its
  /// statements see and write that city's rows alone.
  ///
  /// - Throws: as `withTransaction`.
  @discardableResult
  public nonisolated(nonsending) func withTransaction<T>(
    about city: String, _ options: TransactionOptions = .readCommitted,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await withTransaction(options) { connection in
      _ = try await connection.query(
        Statement("one city", "select set_config('cadre.city_code', $1, true)", [.text(city)]))
      return try await body(connection)
    }
  }
}
