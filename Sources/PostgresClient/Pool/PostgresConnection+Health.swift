import CLibPQ

extension PostgresConnection {
  /// Whether the connection can be lent: the server has not closed it and, if asked, answers.
  func isHealthy(askServer: Bool) async -> Bool {
    guard let handle, handle.isUsable, handle.stillConnected else { return false }
    guard askServer else { return true }
    return (try? await execute(Statement("health check", "select 1", []))) != nil
  }

  /// Brings the session back to how it began, outside of a transaction: what an earlier borrower has set, prepared, made or become
  /// is gone. For sessions that serve one person after the other. What the server's functions have planned stays.
  ///
  /// - Throws: `PostgresError`; `usage` inside a transaction.
  public func forgetSession() async throws {
    let forgetting = Statement(
      "forget session",
      """
      set session authorization default; close all; unlisten *; reset all; deallocate all; discard temp; discard sequences;
      select pg_catalog.pg_advisory_unlock_all()
      """, [])
    try await run(forgetting) { handle throws(PostgresError) in
      guard handle.transactionStatus == PQTRANS_IDLE else {
        throw PostgresError(.usage, "a session cannot be brought back to its beginning inside a transaction")
      }
      try handle.sendScript(forgetting)
      try handle.finish(forgetting) { _ in }
      // A login's own settings are back, too.
      try handle.settle(SessionSettings(configuration))
    }
  }

  /// Ends what a borrower has left open. False when the connection is of no more use.
  func reset() -> Bool {
    // The loan is over: end a stream even if somebody still holds it.
    if case .stream(let stream) = activity { _ = stream.lease.abandon() }
    guard let handle = try? ready(), handle.isUsable else { return false }
    transactionDepth = 0
    if handle.transactionStatus != PQTRANS_IDLE { _ = try? handle.command("rollback") }
    return handle.isUsable && handle.transactionStatus == PQTRANS_IDLE
  }
}

extension ConnectionHandle {
  /// Whether the server has not ended an idle session. Reads what it has sent without waiting.
  var stillConnected: Bool {
    if PQconsumeInput(pointer) == 0 { return false }
    // A goodbye is read as an error that belongs to no command.
    if PQsslInUse(pointer) == 0, peekSocket(PQsocket(pointer)) == .closed { return false }
    return PQstatus(pointer) == CONNECTION_OK
  }
}
