import CLibPQ

/// Rows as they come from the server, without holding them all. Read on demand: a slow reader slows the server.
///
/// For one reader. Letting go of it early stops the statement on the server.
public struct RowStream: AsyncSequence, Sendable {
  public typealias Element = Row
  let reader: StreamReader

  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(reader: reader)
  }

  public struct AsyncIterator: AsyncIteratorProtocol, Sendable {
    let reader: StreamReader
    private var storage: RowStorage?
    private var index = 0

    init(reader: StreamReader) {
      self.reader = reader
    }

    public mutating func next() async throws -> Row? {
      if let row = buffered() { return row }
      guard let batch = try await reader.connection.nextRows(reader.id) else {
        storage = nil
        return nil
      }
      storage = RowStorage(batch)
      index = 0
      return buffered()
    }

    private mutating func buffered() -> Row? {
      guard let storage, index < storage.batch.count else { return nil }
      defer { index += 1 }
      return Row(storage: storage, index: index)
    }
  }
}

extension PostgresConnection {
  /// A batch ends with this many rows or bytes, or when the server has no more ready.
  private static let batchRows = 512
  private static let batchBytes = 128 * 1024

  /// Runs a statement and hands out its rows as they come. The connection does nothing else until the stream has
  /// ended. An error of the statement may come with the first row rather than here.
  ///
  /// Inside a transaction the stream is under a savepoint: letting go of it early undoes what the statement did and
  /// leaves the transaction usable.
  public func stream(_ statement: Statement) async throws -> RowStream {
    nextStreamID += 1
    let id = nextStreamID
    return try await run(statement) { handle throws(PostgresError) in
      let reader = try begin(statement, handle, id: id) { handle throws(PostgresError) in
        try handle.send(statement)
        guard PQsetSingleRowMode(handle.pointer) == 1 else { throw handle.markLost() }
      }
      return RowStream(reader: reader)
    }
  }

  func nextRows(_ id: Int) async throws -> RowBatch? {
    try await advance(id) { handle, stream throws(PostgresError) in
      var batch: RowBatch?
      while let result = try handle.nextResult() {
        guard result.status == PGRES_SINGLE_TUPLE else {
          if try handle.endsRows(result, stream.statement) { continue }
          break
        }
        let columns = stream.columns ?? result.columns
        stream.columns = columns
        var rows = batch ?? RowBatch(columns: columns)
        // Drop the second reference first: otherwise changing the batch would copy it for every row.
        batch = nil
        rows.append(result)
        let full = rows.count >= Self.batchRows || rows.bytes.count >= Self.batchBytes
        batch = rows
        if full || PQisBusy(handle.pointer) == 1 { break }
      }
      return batch
    }
  }
}

extension ConnectionHandle {
  /// What a result without a row means: the end (the last nil is still to be read), or an error, which is thrown.
  fileprivate func endsRows(_ result: ResultHandle, _ statement: Statement) throws(PostgresError) -> Bool {
    if result.status == PGRES_TUPLES_OK || result.status == PGRES_COMMAND_OK || result.status == PGRES_EMPTY_QUERY {
      return true
    }
    try refuse(result, statement, expected: "statement that returns rows")
    return false
  }
}
