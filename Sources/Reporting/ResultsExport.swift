public import Audit
public import CadreModel
public import PolicyKit
public import PostgresClient
public import Results

/// `results.csv`: every verdict of a run, streamed from the server to a file or standard output.
public struct ResultsExport: Sendable {
  public let run: Run
  public let policy: Policy
  public let filter: ResultFilter
  public let language: Language

  public init(run: Run, policy: Policy, filter: ResultFilter = ResultFilter(), language: Language) {
    self.run = run
    self.policy = policy
    self.filter = filter
    self.language = language
  }

  /// Writes the file, or what stands in its place until it is whole; without a path, to standard output.
  ///
  /// - Parameter author: who the log says hands it out.
  /// - Returns: the number of rows.
  /// - Throws: `AuditError.notAppended`, and nothing is handed out; `ResultsError.replaced`, `OutputError`, `PostgresError`.
  @discardableResult
  public func write(to path: String?, by author: AuditAuthor, on connection: PostgresConnection) async throws -> Int {
    let log = AuditLog(author: author)
    guard let path else {
      // What is printed cannot be held back until its digest is known.
      try await log.append(entry(of: "csv", digest: ""), on: connection)
      return try await write(into: .standardOutput, on: connection)
    }
    return try await OutputFile.replacing(path) { file in
      try await write(into: file, on: connection)
    } handingOut: { digest in
      try await log.append(entry(of: "csv", digest: digest), on: connection)
    }
  }

  /// What the log says of a file of these results: not its name, which is the user's to choose.
  func entry(of format: String, digest: String) -> AuditEntry {
    var entry = AuditEntry(.export, cities: [run.city], asOf: run.asOf)
    entry.policy = policy.code
    entry.indicator = filter.indicators.joined(separator: ",")
    entry.contentDigest = digest
    let statuses = filter.statuses.map(\.rawValue).joined(separator: ",")
    entry.details = ([format, run.reference] + (statuses.isEmpty ? [] : [statuses])).joined(separator: " ")
    return entry
  }

  nonisolated(nonsending) func write(
    into file: OutputFile, on connection: PostgresConnection
  ) async throws -> Int {
    try await connection.withResults(of: [run], in: run.city) { connection in
      let known = try await FiguresReader(connection: connection).indicators(of: run, policy: policy)
      let query = ResultsQuery(
        run: run, policy: policy, indicators: filter.kept(of: known), language: language, filter: filter.rows)
      var writer = query.writer(try await query.names(on: connection))
      try file.write(query.headings)
      try await writer.copy(query.chunks(on: connection), into: file)
      return writer.count
    }
  }
}
