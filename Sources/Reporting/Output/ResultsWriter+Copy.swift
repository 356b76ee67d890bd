import PostgresClient
import Results

extension ResultsWriter {
  /// Copies all rows of the chunks into a file; without one only what is to be picked is kept.
  nonisolated(nonsending) mutating func copy(_ chunks: CopiedChunks, into file: OutputFile?) async throws {
    var current = try await chunks.next()
    while let (chunk, rest) = current {
      // The next one comes while this one is worked on: the server need not wait.
      async let following = rest.next()
      let rows = translated(chunk)
      try file?.write(rows)
      current = try await following
    }
  }

  /// Translates chunks that cannot be written yet: at most so many, for they are kept in memory.
  @concurrent func ahead(_ chunks: CopiedChunks, _ count: Int) async throws -> ResultsAhead {
    var ahead = ResultsAhead(writer: self, chunks: chunks)
    while ahead.rows.count < count, let (chunk, rest) = try await ahead.chunks.next() {
      ahead.rows.append(ahead.writer.translated(chunk))
      ahead.chunks = rest
    }
    return ahead
  }
}

/// Results that were translated before they could be written, and what is left of them.
struct ResultsAhead: Sendable {
  fileprivate var writer: ResultsWriter
  fileprivate var chunks: CopiedChunks
  fileprivate var rows: [[UInt8]] = []

  /// Copies all of them into a file.
  nonisolated(nonsending) mutating func copy(into file: OutputFile) async throws -> CopiedResults {
    for rows in rows { try file.write(rows) }
    try await writer.copy(chunks, into: file)
    return writer.copied
  }
}
