public import CadreModel
public import PostgresClient

/// An entry as it stands in the log.
public struct RecordedEntry: Sendable, Hashable {
  public let number: Int
  public let on: PostgresTimestamp
  /// The login of the database.
  public let login: String
  public let author: AuditAuthor
  /// As stored: a newer program may have kinds that this one does not know.
  public let kind: String
  public let cities: [String]
  public let policy: String
  public let indicator: String
  public let subject: String
  public let asOf: PostgresDate?
  public let contentDigest: String
  public let details: String
  public let digest: String
}

/// Which entries are to be read.
public struct AuditFilter: Sendable, Hashable {
  /// From the beginning of that day on, Beijing time.
  public var since: Day?
  public var city: String?
  public var kind: AuditKind?

  public init(since: Day? = nil, city: String? = nil, kind: AuditKind? = nil) {
    self.since = since
    self.city = city
    self.kind = kind
  }
}

/// Reads the log.
public struct AuditReader: Sendable {
  let connection: PostgresConnection

  public init(connection: PostgresConnection) {
    self.connection = connection
  }

  /// Calls `body` with each entry, the oldest first.
  ///
  /// - Throws: `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func read(
    _ filter: AuditFilter, _ body: (RecordedEntry) throws -> Void
  ) async throws {
    let rows = try await connection.stream(
      Statement(
        "read the log",
        """
        select
          \(AuditEntry.columns),
          e.digest
        from audit_entries e
        where ($1::text is null or e.entered_on >= \(OfficialTime.beginning(of: "$1::text")))
          and ($2::text is null or $2 = any(string_to_array(e.cities, ',')))
          and ($3::text is null or e.kind = $3)
        order by e.entry_number
        """,
        [
          (filter.since?.description).map(Parameter.text) ?? .null, filter.city.map(Parameter.text) ?? .null,
          (filter.kind?.rawValue).map(Parameter.text) ?? .null,
        ]))
    for try await row in rows { try body(RecordedEntry(row)) }
  }
}

extension RecordedEntry {
  fileprivate init(_ row: Row) throws {
    self.init(
      number: try row.decode("entry_number"), on: try row.decode("entered_on"), login: try row.decode("login"),
      author: AuditAuthor(
        osUser: try row.decode("os_user"), programVersion: try row.decode("program_version"),
        command: try row.decode("command")),
      kind: try row.decode("kind"),
      cities: try row.decode("cities", as: String.self).split(separator: ",").map(String.init),
      policy: try row.decode("policy"), indicator: try row.decode("indicator"), subject: try row.decode("subject_id"),
      asOf: try row.decode("as_of"), contentDigest: try row.decode("content_digest"), details: try row.decode("details"),
      digest: try row.decode("digest"))
  }
}
