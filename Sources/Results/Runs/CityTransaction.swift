import Access
public import PostgresClient

extension PostgresConnection {
  /// Runs `body` in a transaction about one city: row-level security lets its statements see and write that city's rows alone.
  ///
  /// - Throws: as `withTransaction`.
  @discardableResult
  public nonisolated(nonsending) func withTransaction<T>(
    about city: String, _ options: TransactionOptions = .readCommitted,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await withTransaction(options) { connection in
      try await connection.see([city])
      return try await body(connection)
    }
  }

  /// Runs `body` in a transaction that reads the results of these runs of a city. It has one view of the data, and nobody
  /// drops the results before it ends. The same holds for transactions of other connections that share its view.
  ///
  /// - Parameter options: of repeatable reads, else it has no one view.
  /// - Throws: `ResultsError.replaced` where a later run has taken the place of one of these; as `withTransaction`.
  @discardableResult
  public nonisolated(nonsending) func withResults<T>(
    of runs: [Run], in city: String, _ options: TransactionOptions = .snapshot,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await withTransaction(options) { connection in
      // Locked before the view is taken: a partition that is dropped vanishes even from views that are older.
      try await connection.holdResults()
      try await connection.see([city])
      let reader = RunReader(connection: connection)
      for run in runs
      where try await reader.latest(
        city: city, policy: run.policy, scenario: run.scenario, asOf: run.asOf, knownAsOf: run.knownAsOf)?.id != run.id
      {
        throw ResultsError.replaced(city: city, asOf: run.asOf)
      }
      return try await body(connection)
    }
  }

  /// For the rest of the transaction nobody drops results.
  package nonisolated(nonsending) func holdResults() async throws {
    try await execute(Statement("hold results", "lock table only results, only unit_tallies in access share mode", []))
  }
}
