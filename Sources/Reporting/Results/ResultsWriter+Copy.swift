import PostgresClient

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
}

/// What passed by when results were copied.
struct CopiedResults {
  let count: Int
  /// Those that were to be picked.
  let firstLines: [ResultLine]
}
