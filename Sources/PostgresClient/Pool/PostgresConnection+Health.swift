import CLibPQ

extension PostgresConnection {
  /// Whether the connection can be lent: the server has not closed it and, if asked, answers.
  func isHealthy(askServer: Bool) async -> Bool {
    guard let handle, handle.isUsable, handle.stillConnected else { return false }
    guard askServer else { return true }
    return (try? await execute(Statement("health check", "select 1", []))) != nil
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
