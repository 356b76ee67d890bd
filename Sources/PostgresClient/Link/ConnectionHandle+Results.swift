import CLibPQ

extension ConnectionHandle {
  /// All results of the command under way, the first error thrown after the last result was read: the connection
  /// is ready for the next command either way.
  func finish(_ statement: Statement, each: (ResultHandle) throws(PostgresError) -> Void) throws(PostgresError) {
    var failure: PostgresError?
    while let result = try nextResult() {
      do throws(PostgresError) {
        if result.failed { throw PostgresError(result, statement: statement) }
        switch result.status {
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
          try refuseCopy(result.status, statement)
        default:
          if failure == nil { try each(result) }
        }
      } catch {
        failure = failure ?? error
      }
      if PQstatus(pointer) == CONNECTION_BAD { break }
    }
    try report(failure)
  }

  /// Throws a failure; notes it when it is the end of the connection.
  func report(_ failure: PostgresError?) throws(PostgresError) {
    if let failure, failure.kind == .connectionLost { throw markLost(failure) }
    if PQstatus(pointer) == CONNECTION_BAD {
      let loss = markLost()
      throw failure ?? loss
    }
    if let failure { throw failure }
  }

  /// A command without parameters and rows, such as `begin`. Returns its tag.
  @discardableResult
  func command(_ sql: String) throws(PostgresError) -> String {
    let statement = Statement(nil, sql)
    try sendScript(statement)
    var tag = ""
    try finish(statement) { tag = $0.commandTag }
    return tag
  }

  private func refuseCopy(_ status: ExecStatusType, _ statement: Statement) throws(PostgresError) {
    if status == PGRES_COPY_IN {
      _ = PQputCopyEnd(pointer, "COPY is not possible here")
      try flush()
    } else {
      while let row = try nextCopyRow() { PQfreemem(row.baseAddress) }
    }
    throw PostgresError(.usage, "COPY goes through copyIn and copyOut").named(statement.name)
  }
}
