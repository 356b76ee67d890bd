import CLibPQ

extension PostgresConnection {
  /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
  ///
  /// Inside another transaction of this connection it is a savepoint: what `body` did is undone when it throws, and
  /// the outer transaction goes on. It takes the outer one's isolation and access mode, and must not ask for stricter ones.
  ///
  /// - Throws: what `body` threw; `TransactionRollbackError` when rolling back failed too, on a connection that is
  ///   still there; `PostgresError` when the commit failed, also where a statement in `body` had failed unnoticed: of
  ///   kind `outcomeUnknown` where the answer to the commit did not arrive, and of no other kind in that case.
  @discardableResult
  public nonisolated(nonsending) func withTransaction<T>(
    _ options: TransactionOptions = .readCommitted,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    let level = try await begin(options)
    let value: T
    do {
      value = try await body(self)
      if Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled before its transaction was committed") }
    } catch {
      if let failure = await rollBack(to: level) { throw TransactionRollbackError(body: error, rollback: failure) }
      throw error
    }
    try await commit(level)
    return value
  }

  /// Opens a transaction or, inside one, a savepoint. Returns its depth, from 0.
  private func begin(_ options: TransactionOptions) async throws -> Int {
    let level = transactionDepth
    guard level == 0 || options.areGiven(by: outermostOptions) else {
      throw PostgresError(.usage, "a transaction inside another takes the outer one's isolation and access mode")
    }
    try await run(Statement("begin", "")) { handle throws(PostgresError) in
      if level == 0, handle.transactionStatus != PQTRANS_IDLE {
        throw PostgresError(.usage, "the connection is inside a transaction that was begun by hand")
      }
      try handle.command(level == 0 ? options.beginCommand : "savepoint transaction_\(level)")
      guard let shared = options.shared else { return }
      do throws(PostgresError) {
        try handle.command(shared.command)
      } catch {
        // The transaction was begun, and nobody would end it.
        if handle.isUsable { _ = try? handle.command("rollback") }
        throw error
      }
    }
    if level == 0 { outermostOptions = options }
    transactionDepth = level + 1
    return level
  }

  /// Not cancellable: once a commit is sent, its outcome must be known.
  private func commit(_ level: Int) throws(PostgresError) {
    transactionDepth = level
    do throws(PostgresError) {
      let handle = try ready()
      if level > 0 {
        try handle.command("release savepoint transaction_\(level)")
      } else if try outcome(ofCommitOn: handle) == "ROLLBACK" {
        var error = PostgresError(
          .server(.inFailedTransaction), "a statement in the transaction had failed: it was rolled back, not committed")
        error.sqlState = .inFailedTransaction
        throw error
      }
    } catch {
      if level == 0, let handle, handle.isUsable, handle.transactionStatus != PQTRANS_IDLE {
        _ = try? handle.command("rollback")
      }
      throw error.named("commit")
    }
  }

  /// Once a commit is on its way, a broken connection leaves open whether it was carried out.
  private func outcome(ofCommitOn handle: ConnectionHandle) throws(PostgresError) -> String {
    do throws(PostgresError) {
      return try handle.command("commit")
    } catch  where error.kind == .connectionLost {
      var unknown = error
      unknown.kind = .outcomeUnknown
      throw unknown
    }
  }

  /// Not cancellable, because it often runs when the task was cancelled. Returns what went wrong; nil where the connection
  /// is gone, since then the server has rolled back by itself.
  private func rollBack(to level: Int) -> PostgresError? {
    transactionDepth = level
    guard let handle, handle.isUsable else { return nil }
    do throws(PostgresError) {
      let handle = try ready()
      if level > 0 {
        try handle.command("rollback to savepoint transaction_\(level)")
        try handle.command("release savepoint transaction_\(level)")
      } else {
        try handle.command("rollback")
      }
      return nil
    } catch {
      return error.kind == .connectionLost ? nil : error.named("rollback")
    }
  }
}
