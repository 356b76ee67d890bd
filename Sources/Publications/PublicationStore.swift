import Access
public import Audit
import CadreModel
import Digest
import Files
public import PostgresClient
public import Results

/// A publication as the database has it.
public struct RecordedPublication: Sendable, Hashable {
  public let number: Int
  public let sealText: String
  /// The seal as it was noted when this was published.
  public let digest: String
  /// Over the seal's text; nil where it was not signed.
  public let signature: [UInt8]?

  /// Nil where the text is none that this program would have sealed.
  public var seal: Seal? { Seal(sealText) }
}

/// What there is when something is to be published.
public struct PublicationBeginning: Sendable, Hashable {
  public let number: Int
  /// The seal of the publication before.
  public let previous: String
  public let auditEntry: Int
  public let auditDigest: String
  /// UTC.
  public let now: String
  public let login: String
}

/// Keeps publications and reads them.
public struct PublicationStore: Sendable {
  let connection: PostgresConnection

  public init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// Held while something is published: its number and the seal before it stand in its pages.
  public static let lock = NamedLock("cadre publication")

  // MARK: Publishing

  public func beginning() async throws -> PublicationBeginning {
    let rows = try await connection.query(
      Statement(
        "beginning of a publication",
        """
        select
          p.entry_number + 1 as number,
          p.digest as previous,
          a.entry_number as audit_entry,
          a.digest as audit_digest,
          clock_timestamp() as now,
          session_user::text as login
        from cadre.chain_head('publications') p
        cross join cadre.chain_head('audit') a
        """))
    guard let row = rows.first else { throw PostgresError(.decoding, "the heads of the chains are gone") }
    return PublicationBeginning(
      number: try row.decode("number"), previous: try row.decode("previous"), auditEntry: try row.decode("audit_entry"),
      auditDigest: try row.decode("audit_digest"), now: try row.decode("now", as: PostgresTimestamp.self).description,
      login: try row.decode("login"))
  }

  /// Keeps a publication with its files and the results of its runs, and enters it in the log: all or nothing.
  ///
  /// - Parameters:
  ///   - sources: where the bytes of each of its files lie.
  ///   - author: who publishes, for the log.
  /// - Throws: `ResultsError.replaced` where results were dropped meanwhile; `AuditError.notAppended`, `PostgresError`,
  ///   `SystemError`.
  public nonisolated(nonsending) func keep(
    _ seal: Seal, runs: [Run], sources: [SealedFile: String], signature: [UInt8]?, by author: AuditAuthor
  ) async throws {
    try await connection.withTransaction { connection in
      try await connection.holdResults()
      _ = try await connection.query(
        Statement(
          "append publication", "select cadre.append_publication($1::bigint, $2::text, $3::text, $4::bytea)",
          [
            .int(Int64(seal.number)), .text(seal.text), .text(seal.previous), signature.map(Parameter.bytes) ?? .null,
          ]))
      for run in runs { try await pin(run, in: seal, on: connection) }
      for file in seal.files {
        guard let source = sources[file] else { continue }
        try await keep(file, from: source, of: seal.number, on: connection)
      }
      var entry = AuditEntry(.publication, cities: seal.cities, asOf: seal.asOf)
      entry.contentDigest = seal.digest
      entry.details = String(seal.number)
      try await AuditLog(author: author).append(entry, on: connection)
    }
  }

  private nonisolated(nonsending) func pin(_ run: Run, in seal: Seal, on connection: PostgresConnection) async throws {
    try await connection.see([run.city])
    let pinned = try await connection.execute(
      Statement(
        "keep results",
        """
        insert into publication_runs (city_code, publication_number, run_id, result_set)
        select
          s.city_code,
          $2::bigint,
          s.run_id,
          s.result_set
        from result_sets s
        where s.city_code = $1
          and s.run_id = $3
          and to_regclass('cadre.results_' || s.result_set) is not null
        """, [.text(run.city), .int(Int64(seal.number)), .text(run.id)]))
    guard pinned == 1 else { throw ResultsError.replaced(city: run.city, asOf: run.asOf) }
  }

  private static let partSize = 1 << 20

  private nonisolated(nonsending) func keep(
    _ file: SealedFile, from source: String, of number: Int, on connection: PostgresConnection
  ) async throws {
    let opened = try OpenFile(source, for: .reading)
    var buffer = [UInt8](repeating: 0, count: Self.partSize)
    var part = 0
    while true {
      let count = try opened.read(into: &buffer)
      // An empty file has one part, too.
      guard count > 0 || part == 0 else { return }
      part += 1
      try await connection.execute(
        Statement(
          "keep file",
          """
          insert into publication_contents (publication_number, path, part, content)
          values ($1, $2, $3, $4)
          """,
          [.int(Int64(number)), .text(file.path), .int(Int64(part)), .bytes(Array(buffer[..<count]))]))
    }
  }

  // MARK: Reading

  /// Every publication, the oldest first.
  public func all() async throws -> [RecordedPublication] {
    try await publications(where: "true", [])
  }

  /// The publication of that number; nil where there is none.
  public func publication(_ number: Int) async throws -> RecordedPublication? {
    try await publications(where: "p.publication_number = $1", [.int(Int64(number))]).first
  }

  private func publications(where condition: String, _ parameters: [Parameter]) async throws -> [RecordedPublication] {
    let rows = try await connection.query(
      Statement(
        "publications",
        """
        select
          p.publication_number,
          p.seal_text,
          p.digest,
          p.signature
        from publications p
        where \(condition)
        order by p.publication_number
        """, parameters))
    return try rows.map { row in
      RecordedPublication(
        number: try row.decode("publication_number"), sealText: try row.decode("seal_text"),
        digest: try row.decode("digest"), signature: try row.decode("signature"))
    }
  }

  /// Calls `body` with the bytes of a file, a piece at a time.
  ///
  /// - Returns: how many pieces there are.
  @discardableResult
  public nonisolated(nonsending) func read(
    _ path: String, of number: Int, _ body: ([UInt8]) throws -> Void
  ) async throws -> Int {
    var part = 0
    while true {
      let rows = try await connection.query(
        Statement(
          "part of a file",
          """
          select c.content
          from publication_contents c
          where c.publication_number = $1
            and c.path = $2
            and c.part = $3
          """, [.int(Int64(number)), .text(path), .int(Int64(part + 1))]))
      guard let row = rows.first else { return part }
      try body(try row.decode("content", as: [UInt8].self))
      part += 1
    }
  }
}
