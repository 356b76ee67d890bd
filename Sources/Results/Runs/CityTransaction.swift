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
      try await connection.see(city)
      return try await body(connection)
    }
  }

  /// Runs `body` in a transaction that reads what runs of a city found: of one view, and nobody drops the results
  /// before it ends. Transactions that take up its snapshot are as safe.
  ///
  /// - Throws: `ResultsError.replaced` where other runs have taken the place of these since they were judged; as
  ///   `withTransaction`.
  @discardableResult
  public nonisolated(nonsending) func withResults<T>(
    of runs: [Run], in city: String, _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await withTransaction(.snapshot) { connection in
      // Before the view is taken: a part that is dropped later is gone from every view, rows and all.
      try await connection.execute(
        Statement("hold results", "lock table only results, only unit_tallies in access share mode", []))
      try await connection.see(city)
      let reader = RunReader(connection: connection)
      for run in runs
      where try await reader.latest(
        city: city, policy: run.policy, scenario: run.scenario, asOf: run.asOf)?.id != run.id
      {
        throw ResultsError.replaced(city: city, asOf: run.asOf)
      }
      return try await body(connection)
    }
  }

  private nonisolated(nonsending) func see(_ city: String) async throws {
    _ = try await query(Statement("one city", "select set_config('cadre.city_code', $1, true)", [.text(city)]))
  }
}
