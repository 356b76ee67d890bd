import CLibPQ

/// What a `copy ... to stdout` sends, in chunks of many rows. Read on demand: a slow reader slows the server.
///
/// For one reader. Letting go of it early stops the COPY on the server.
public struct CopyOutStream: AsyncSequence, Sendable {
  public typealias Element = [UInt8]
  let reader: StreamReader

  /// The next chunk, nil at the end: for a reader that asks for one while it works on the one before.
  public func next() async throws -> [UInt8]? {
    try await reader.connection.nextCopyChunk(reader.id)
  }

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(reader: reader)
  }

  public struct AsyncIterator: AsyncIteratorProtocol, Sendable {
    let reader: StreamReader

    public mutating func next() async throws -> [UInt8]? {
      try await reader.connection.nextCopyChunk(reader.id)
    }
  }
}

extension PostgresConnection {
  /// Rows are gathered until a chunk is this big.
  private static let chunkSize = 128 * 1024

  /// Runs `copy ... to stdout`. The connection does nothing else until the stream has ended.
  public func copyOut(_ statement: Statement) async throws -> CopyOutStream {
    nextStreamID += 1
    let id = nextStreamID
    return try await run(statement) { handle throws(PostgresError) in
      let reader = try begin(statement, handle, id: id) { handle throws(PostgresError) in
        try handle.send(statement)
        guard let result = try handle.nextResult() else { throw handle.markLost() }
        guard result.status == PGRES_COPY_OUT else {
          try handle.refuse(result, statement, expected: "copy ... to stdout")
          return
        }
      }
      return CopyOutStream(reader: reader)
    }
  }

  func nextCopyChunk(_ id: Int) async throws -> [UInt8]? {
    try await advance(id) { handle, stream throws(PostgresError) in
      var chunk: [UInt8] = []
      chunk.reserveCapacity(Self.chunkSize + 16 * 1024)
      while chunk.count < Self.chunkSize, let row = try handle.nextCopyRow() {
        chunk.append(contentsOf: row)
        PQfreemem(row.baseAddress)
      }
      if !chunk.isEmpty { return chunk }
      try handle.finish(stream.statement) { _ in }
      return nil
    }
  }

  /// One step of a stream; nil from `step` ends it.
  func advance<R: Sendable>(
    _ id: Int, _ step: (ConnectionHandle, inout OpenStream) throws(PostgresError) -> R?
  ) async throws -> R? {
    guard let handle, case .stream(var stream) = activity, stream.id == id else { return nil }
    let cancellation = Cancellation(handle: handle.cancelHandle)
    let began = ContinuousClock.now
    return try await withTaskCancellationHandler {
      do throws(PostgresError) {
        let value = try supervised(handle, cancellation) { () throws(PostgresError) in try step(handle, &stream) }
        if value == nil { try close(stream, handle, failed: false) } else { activity = .stream(stream) }
        return value
      } catch {
        try? close(stream, handle, failed: true)
        throw interpreted(error, cancellation, began).named(stream.statement.name)
      }
    } onCancel: {
      cancellation.start()
    }
  }
}

extension ConnectionHandle {
  /// Throws the error of a result, or says that the statement was not of the kind expected.
  func refuse(_ result: ResultHandle, _ statement: Statement, expected: String) throws(PostgresError) {
    if result.failed {
      let failure = PostgresError(result, statement: statement)
      try drain()
      return try report(failure)
    }
    if result.status == PGRES_COPY_IN {
      _ = PQputCopyEnd(pointer, "not expected")
      try flush()
    } else if result.status == PGRES_COPY_OUT {
      while let row = try nextCopyRow() { PQfreemem(row.baseAddress) }
    }
    try drain()
    try report(PostgresError(.usage, "the statement is not a \(expected)").named(statement.name))
  }
}
