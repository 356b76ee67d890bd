import CadreModel
public import PostgresClient

/// Appends to the log of who looked, in the name of one author.
///
/// An entry is there before what it tells of is handed out: if it cannot be written, nothing may leave.
public struct AuditLog: Sendable, Hashable {
  public let author: AuditAuthor

  public init(author: AuditAuthor) {
    self.author = author
  }

  /// Appends an entry; in a transaction last, for all others who append wait until it ends.
  ///
  /// - Returns: its number.
  /// - Throws: `AuditError.notAppended`.
  @discardableResult
  public func append(_ entry: AuditEntry, on connection: PostgresConnection) async throws -> Int {
    do {
      let rows = try await connection.query(
        Statement(
          "append to the log",
          """
          select cadre.append_audit_entry(
            $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text::date, $10::text, $11::text
          ) as number
          """,
          [
            .text(author.osUser), .text(author.programVersion), .text(author.command), .text(entry.kind.rawValue),
            .text(entry.cities.joined(separator: ",")), .text(entry.policy), .text(entry.indicator), .text(entry.subject),
            entry.asOf.map { .text($0.description) } ?? .null, .text(entry.contentDigest), .text(entry.details),
          ]))
      return try rows.first?.decode("number", as: Int.self) ?? 0
    } catch let error as PostgresError {
      throw AuditError.notAppended(error)
    }
  }

  /// Appends the entry of an import, with the digest of its record as it is stored: within the import's transaction.
  ///
  /// - Parameter kind: `import` or `undoing`.
  /// - Throws: `AuditError.notAppended`, `PostgresError`.
  @discardableResult
  public func append(
    import number: Int, of city: String, kind: AuditKind = .import, on connection: PostgresConnection
  ) async throws -> Int {
    var entry = AuditEntry(kind, cities: [city])
    entry.details = String(number)
    let rows = try await connection.query(
      Statement(
        "digest of the import's record", "select cadre.import_record_digest($1::text, $2::integer) as digest",
        [.text(city), .int(Int64(number))]))
    entry.contentDigest = try rows.first?.decode("digest", as: String?.self) ?? ""
    return try await append(entry, on: connection)
  }
}

/// Why nothing was handed out.
public enum AuditError: Error, Sendable, CustomStringConvertible {
  /// The entry that has to be there first could not be written.
  case notAppended(PostgresError)

  public var description: String {
    switch self {
    case .notAppended(let error): "the log cannot be written, and nothing was handed out: \(error)"
    }
  }
}
