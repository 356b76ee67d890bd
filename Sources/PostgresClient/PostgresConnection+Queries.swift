import CLibPQ

extension PostgresConnection {
  /// Runs a statement and returns all its rows.
  ///
  /// - Throws: `PostgresError`: `server` with the SQLSTATE, `cancelled`, `timeout`, `connectionLost`, `usage`.
  @discardableResult
  public func query(_ statement: Statement) async throws -> [Row] {
    try await run(statement) { handle throws(PostgresError) in
      try handle.send(statement)
      return try handle.rows(statement)
    }
  }

  /// Runs a statement and returns how many rows it touched; 0 for a statement that touches none.
  @discardableResult
  public func execute(_ statement: Statement) async throws -> Int {
    try await run(statement) { handle throws(PostgresError) in
      try handle.send(statement)
      var affected = 0
      try handle.finish(statement) { affected = $0.affectedRows }
      return affected
    }
  }

  /// Runs text that may hold several statements. Outside a transaction they are one: all or none take effect, unless
  /// the text says `begin` and `commit` itself.
  public func executeScript(_ sql: String, name: String? = nil) async throws {
    let script = Statement(name, sql, [])
    try await run(script) { handle throws(PostgresError) in
      let before = handle.transactionStatus
      try handle.sendScript(script)
      try handle.finish(script) { _ in }
      if before == PQTRANS_INTRANS, handle.transactionStatus == PQTRANS_INERROR {
        throw PostgresError(.usage, "the script left the transaction failed").named(name)
      }
    }
  }

  /// Runs several statements in one round trip, by libpq's pipeline mode.
  ///
  /// Outside a transaction they are one: an error undoes them all. The error says which statement it was.
  /// - Returns: the rows of each statement.
  @discardableResult
  public func pipeline(_ statements: [Statement]) async throws -> [[Row]] {
    try await run(Statement(nil, "")) { handle throws(PostgresError) in
      try handle.pipeline(statements)
    }
  }
}

extension ConnectionHandle {
  /// The rows of the command under way.
  func rows(_ statement: Statement) throws(PostgresError) -> [Row] {
    var rows: [Row] = []
    try finish(statement) { result in
      guard result.status == PGRES_TUPLES_OK else { return }
      var batch = RowBatch(columns: result.columns)
      batch.append(result)
      rows = batch.rows()
    }
    return rows
  }

  fileprivate func pipeline(_ statements: [Statement]) throws(PostgresError) -> [[Row]] {
    // All parameters are checked before anything is sent: otherwise a bad one would leave half a pipeline behind.
    var packed: [PackedParameters] = []
    for statement in statements { packed.append(try PackedParameters(statement)) }
    guard PQenterPipelineMode(pointer) == 1 else { throw PostgresError(.usage, errorMessage) }
    for (statement, parameters) in zip(statements, packed) {
      guard parameters.send(statement, on: pointer) == 1 else { throw markLost().named(statement.name) }
    }
    guard PQpipelineSync(pointer) == 1 else { throw markLost() }
    try flush()
    var results: [[Row]] = []
    var failure: PostgresError?
    for (index, statement) in statements.enumerated() {
      do throws(PostgresError) {
        results.append(try rows(statement))
      } catch {
        var error = failure ?? error
        if failure == nil { error.statementIndex = index }
        failure = error
        if loss != nil { throw error }
      }
    }
    try readSync()
    // After a COPY in a pipeline libpq cannot go on: the connection is given up.
    guard PQexitPipelineMode(pointer) == 1 else { throw failure ?? markLost() }
    try report(failure)
    return results
  }

  private func readSync() throws(PostgresError) {
    while let result = try nextResult() {
      if result.status == PGRES_PIPELINE_SYNC { return }
      if PQstatus(pointer) == CONNECTION_BAD { throw markLost() }
    }
  }
}
