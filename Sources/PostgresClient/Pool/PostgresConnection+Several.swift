extension PostgresConnection {
  /// Runs `body` with some connections of its own, which are made at the same time and closed when it ends.
  ///
  /// - Throws: what `body` throws; why a connection could not be made.
  public nonisolated(nonsending) static func withSeveral<T>(
    _ count: Int, to configuration: ConnectionConfiguration,
    _ body: nonisolated(nonsending) ([PostgresConnection]) async throws -> T
  ) async throws -> T {
    let connections = try await connect(count, to: configuration)
    do {
      let value = try await body(connections)
      for connection in connections { await connection.close() }
      return value
    } catch {
      for connection in connections { await connection.close() }
      throw error
    }
  }

  private static func connect(
    _ count: Int, to configuration: ConnectionConfiguration
  ) async throws -> [PostgresConnection] {
    try await withThrowingTaskGroup(of: PostgresConnection.self) { group in
      for _ in 0..<count { group.addTask { try await connect(configuration) } }
      var connections: [PostgresConnection] = []
      do {
        for try await connection in group { connections.append(connection) }
      } catch {
        for connection in connections { await connection.close() }
        throw error
      }
      return connections
    }
  }
}
