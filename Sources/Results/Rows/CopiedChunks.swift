import PostgresClient

/// What the server copies out for several selects, one after the other, in chunks of whole rows.
///
/// Taking a chunk tells what is left: so that the next one, also of the next select, can be asked for while this one is
/// worked on.
package struct CopiedChunks: Sendable {
  private let connection: PostgresConnection
  private var selects: ArraySlice<String>
  /// Of the select before these, where its end was not met yet.
  private var stream: CopyOutStream?
  /// Read ahead.
  private var waiting: ArraySlice<[UInt8]> = []

  init(_ selects: [String], on connection: PostgresConnection) {
    self.connection = connection
    self.selects = selects[...]
  }

  /// The next chunk and what comes after it; nil at the end.
  package func next() async throws -> (chunk: [UInt8], rest: CopiedChunks)? {
    var rest = self
    if let chunk = rest.waiting.popFirst() { return (chunk, rest) }
    return try await rest.read().map { ($0, rest) }
  }

  /// The same chunks, some of which are read by then: at most so many, for they are kept in memory.
  package func readAhead(_ count: Int) async throws -> CopiedChunks {
    var ahead = self
    while ahead.waiting.count < count, let chunk = try await ahead.read() { ahead.waiting.append(chunk) }
    return ahead
  }

  private mutating func read() async throws -> [UInt8]? {
    while true {
      if let chunk = try await stream?.next() { return chunk }
      stream = nil
      guard let select = selects.popFirst() else { return nil }
      stream = try await connection.copyOut(
        Statement("export results", "copy (\n\(select)\n) to stdout (format csv)", []))
    }
  }
}
