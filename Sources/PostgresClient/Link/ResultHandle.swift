import CLibPQ

/// libpq's result of one command, freed when let go.
final class ResultHandle {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  deinit {
    PQclear(pointer)
  }

  var status: ExecStatusType { PQresultStatus(pointer) }
  var rowCount: Int { Int(PQntuples(pointer)) }
  var columnCount: Int { Int(PQnfields(pointer)) }
  var commandTag: String { String(cString: PQcmdStatus(pointer)) }
  /// Rows the command touched or returned; 0 for a command that has no such number.
  var affectedRows: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
  var failed: Bool { status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE }

  func field(_ code: Character) -> String? {
    guard let ascii = code.asciiValue else { return nil }
    return PQresultErrorField(pointer, Int32(ascii)).map { String(cString: $0) }
  }

  var columns: ColumnSet {
    ColumnSet(
      (0..<Int32(columnCount)).map { column in
        Column(
          name: PQfname(pointer, column).map { String(cString: $0) } ?? "",
          type: PostgresType(rawValue: PQftype(pointer, column)))
      })
  }
}
