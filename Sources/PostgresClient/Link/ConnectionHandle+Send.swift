import CLibPQ

extension ConnectionHandle {
  /// Sends a statement with its parameters, by the extended protocol. Does not wait for the answer.
  func send(_ statement: Statement) throws(PostgresError) {
    try check(PackedParameters(statement).send(statement, on: pointer), statement)
  }

  /// Sends text that may hold several statements, by the simple protocol.
  func sendScript(_ script: Statement) throws(PostgresError) {
    try refuseNul(script.sql, "the statement's text", script.name)
    try check(PQsendQuery(pointer, script.sql), script)
  }

  private func check(_ sent: Int32, _ statement: Statement) throws(PostgresError) {
    if sent == 1 { return try flush() }
    guard PQstatus(pointer) == CONNECTION_OK else { throw markLost().named(statement.name) }
    throw PostgresError(.usage, errorMessage).named(statement.name)
  }
}

/// Parameters as libpq takes them: all values one after the other, each ended by NUL.
struct PackedParameters {
  private var types: [Oid] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var starts: [Int?] = []
  private var storage: [UInt8] = []

  init(_ statement: Statement) throws(PostgresError) {
    try refuseNul(statement.sql, "the statement's text", statement.name)
    guard statement.parameters.count <= Int(UInt16.max) else {
      throw PostgresError(.usage, "\(statement.parameters.count) parameters: a statement takes at most 65535")
        .named(statement.name)
    }
    for (index, parameter) in statement.parameters.enumerated() {
      types.append(parameter.type.rawValue)
      if case .bytes(let bytes) = parameter {
        add(bytes, format: 1)
      } else if let text = parameter.text {
        try refuseNul(text, "parameter \(index + 1)", statement.name)
        add(text.utf8, format: 0)
      } else {
        starts.append(nil)
        lengths.append(0)
        formats.append(0)
      }
    }
  }

  private mutating func add(_ bytes: some Collection<UInt8>, format: Int32) {
    starts.append(storage.count)
    lengths.append(Int32(clamping: bytes.count))
    formats.append(format)
    storage.append(contentsOf: bytes)
    storage.append(0)
  }

  /// Hands the statement to libpq. Returns libpq's 1 or 0.
  func send(_ statement: Statement, on connection: OpaquePointer) -> Int32 {
    storage.withUnsafeBytes { buffer in
      let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = starts.map { start in start.flatMap { offset in base.map { UnsafePointer($0 + offset) } } }
      return PQsendQueryParams(
        connection, statement.sql, Int32(statement.parameters.count), types, values, lengths, formats, 0)
    }
  }
}

/// C strings end at the first NUL: what follows it would be lost without a word.
private func refuseNul(_ text: String, _ what: String, _ name: String?) throws(PostgresError) {
  if text.utf8.contains(0) {
    throw PostgresError(.usage, "\(what) holds a NUL character, which PostgreSQL does not store in text").named(name)
  }
}
