extension PostgresConnection {
  /// Runs `body` with some connections of its own, which are made at the same time and closed when it ends.
  ///
  /// - Parameter waits: told once, with the server's reason, where a server that is not ready yet is waited for.
  /// - Throws: what `body` throws; why a connection could not be made.
  public nonisolated(nonsending) static func withSeveral<T>(
    _ count: Int, to configuration: ConnectionConfiguration, waits: @escaping @Sendable (PostgresError) -> Void = { _ in },
    _ body: nonisolated(nonsending) ([PostgresConnection]) async throws -> T
  ) async throws -> T {
    let connections = try await connect(count, to: configuration, waits: waits)
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
    _ count: Int, to configuration: ConnectionConfiguration, waits: @escaping @Sendable (PostgresError) -> Void
  ) async throws -> [PostgresConnection] {
    try await withThrowingTaskGroup(of: PostgresConnection.self) { group in
      for index in 0..<count {
        group.addTask { try await connectWhenReady(configuration, waits: index == 0 ? waits : { _ in }) }
      }
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
