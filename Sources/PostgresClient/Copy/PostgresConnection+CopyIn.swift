import CLibPQ

extension PostgresConnection {
  /// Runs `copy ... from stdin` with the data that `body` writes. The connection does nothing else meanwhile.
  ///
  /// - Returns: how many rows were stored.
  /// - Throws: what `body` threw: the COPY is aborted then and stores nothing; else the server's error.
  @discardableResult
  public nonisolated(nonsending) func copyIn(
    _ statement: Statement, body: nonisolated(nonsending) (CopyWriter) async throws -> Void
  ) async throws -> Int {
    let cancellation = try await beginCopyIn(statement)
    let began = ContinuousClock.now
    return try await withTaskCancellationHandler {
      let writer = CopyWriter(connection: self, queue: executor.queue)
      do {
        try await body(writer)
        // If `body` ignored a failed write, not all of its data was sent: the COPY must not succeed.
        if let failure = writer.failure { throw failure }
        if Task.isCancelled { throw PostgresError(.cancelled, "the task was cancelled during a COPY").named(statement.name) }
      } catch {
        await writer.close()
        let refusal = await endCopyIn(statement, cancellation, abort: true).failure
        guard let error = error as? PostgresError, error == writer.failure else { throw error }
        // A failed write knows little; the server's own words come at the end.
        throw await interpreted(refusal ?? error, cancellation, began).named(statement.name)
      }
      await writer.close()
      let (rows, failure) = await endCopyIn(statement, cancellation, abort: false)
      if let failure { throw await interpreted(failure, cancellation, began) }
      return rows
    } onCancel: {
      cancellation.start()
    }
  }

  /// Runs `copy ... from stdin` with the chunks of a sequence. A failure of the sequence aborts the COPY.
  @discardableResult
  public nonisolated(nonsending) func copyIn<S: AsyncSequence & Sendable>(
    _ statement: Statement, from chunks: S
  ) async throws -> Int where S.Element == [UInt8] {
    try await copyIn(statement) { writer in
      for try await chunk in chunks { try await writer.write(chunk) }
    }
  }

  private func beginCopyIn(_ statement: Statement) async throws -> Cancellation {
    try await run(statement) { handle throws(PostgresError) in
      try handle.send(statement)
      guard let result = try handle.nextResult() else { throw handle.markLost() }
      guard result.status == PGRES_COPY_IN else {
        try handle.refuse(result, statement, expected: "copy ... from stdin")
        throw PostgresError(.usage, "the statement is not a copy ... from stdin").named(statement.name)
      }
    }
    guard let handle else { throw PostgresError(.usage, "the connection is closed").named(statement.name) }
    let cancellation = Cancellation(handle: handle.cancelHandle)
    handle.cancellation = cancellation
    handle.copyIn = CopyListener()
    activity = .copyIn(cancellation)
    return cancellation
  }

  /// Sends a chunk, on the connection's queue. Returns why no further one should come.
  func putCopyData(_ chunk: [UInt8]) -> PostgresError? {
    guard case .copyIn = activity, let handle else { return PostgresError(.usage, "the connection is closed") }
    do throws(PostgresError) {
      try handle.putCopyData(chunk)
      // The server's reason is read when the COPY is ended.
      return handle.copyIn?.hasEnded == true ? PostgresError(.usage, "the server ended the COPY") : nil
    } catch {
      return error
    }
  }

  private func endCopyIn(
    _ statement: Statement, _ cancellation: Cancellation, abort: Bool
  ) -> (rows: Int, failure: PostgresError?) {
    guard case .copyIn = activity, let handle else {
      return (0, PostgresError(.usage, "the connection was closed during a COPY").named(statement.name))
    }
    activity = .idle
    handle.copyIn = nil
    do throws(PostgresError) {
      let rows = try supervised(handle, cancellation) { () throws(PostgresError) in
        try handle.endCopy(abort ? "the sender gave up" : nil)
        var rows = 0
        try handle.finish(statement) { rows = $0.affectedRows }
        return rows
      }
      return (rows, nil)
    } catch {
      return (0, error.named(statement.name))
    }
  }
}

extension ConnectionHandle {
  func putCopyData(_ chunk: [UInt8]) throws(PostgresError) {
    // libpq counts in Int32.
    let limit = 64 << 20
    var start = 0
    copyIn?.look(at: pointer)
    while start < chunk.count, copyIn?.hasEnded != true {
      let end = min(start + limit, chunk.count)
      let put = chunk[start..<end].withUnsafeBytes { buffer in
        PQputCopyData(pointer, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count))
      }
      guard put >= 0 else { throw PQstatus(pointer) == CONNECTION_BAD ? markLost() : PostgresError(.usage, errorMessage) }
      try flush()
      if put == 1 { start = end }
    }
  }

  func endCopy(_ reason: String?) throws(PostgresError) {
    while true {
      let ended = if let reason { PQputCopyEnd(pointer, reason) } else { PQputCopyEnd(pointer, nil) }
      guard ended >= 0 else { throw PQstatus(pointer) == CONNECTION_BAD ? markLost() : PostgresError(.usage, errorMessage) }
      try flush()
      if ended == 1 { return }
    }
  }
}

/// Notices when the server ends a COPY that is still being sent, by an error or by closing the connection. libpq itself
/// reports that only at the end.
///
/// Looks at the socket before libpq reads from it, so not with TLS; an error that slips by comes at the end as well.
final class CopyListener {
  private(set) var hasEnded = false

  func look(at connection: OpaquePointer) {
    guard !hasEnded, PQsslInUse(connection) == 0 else { return }
    switch peekSocket(PQsocket(connection)) {
    case .nothing: break
    case .closed: hasEnded = true
    case .byte(let type): hasEnded = type == UInt8(ascii: "E")
    }
  }
}
