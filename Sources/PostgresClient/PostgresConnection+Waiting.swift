extension PostgresConnection {
  /// Connects; to a server that is starting up, recovering or shutting down it tries again until that is over.
  ///
  /// - Parameters:
  ///   - patience: how long it tries.
  ///   - notices: gets the server's notices of the connection.
  ///   - waits: told once, with the server's reason, before it waits.
  /// - Throws: as `connect`; `CancellationError`.
  public static func connectWhenReady(
    _ configuration: ConnectionConfiguration, patience: Duration = .seconds(600),
    notices: NoticeHandler? = nil, waits: @Sendable (PostgresError) -> Void = { _ in }
  ) async throws -> PostgresConnection {
    let deadline = ContinuousClock.now + patience
    var hasTold = false
    while true {
      do {
        return try await connect(configuration, notices: notices)
      } catch let error as PostgresError where error.sqlState == .cannotConnectNow && deadline > .now {
        if !hasTold { waits(error) }
        hasTold = true
        try await Task.sleep(for: .milliseconds(250))
      }
    }
  }
}
