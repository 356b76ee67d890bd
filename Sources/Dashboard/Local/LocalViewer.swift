public import Access
public import Audit
public import CadreModel
public import PostgresClient

/// Who has started the server for himself, on his own machine: he sees what his login at the database may, as by any command.
public struct LocalViewer: PageViewer {
  public let account: String
  public let duties: Set<Duty>
  public let cities: [String]
  public var unit: String? { nil }
  public let language: Language
  public let rights: String

  /// - Parameters:
  ///   - author: the operating system's user and the machine, for the log.
  ///   - held: what the login has; a superuser, whose sessions become the role of every duty, has all.
  ///   - known: the cities that there are.
  public init(author: String, held: HeldAccess, known: [City], language: Language) {
    (account, self.language) = (author, language)
    duties = held.isSuperuser ? Set(Duty.allCases).subtracting([.web]) : held.duties
    cities = known.map(\.code).filter(held.sees).sorted()
    rights = (duties.map(\.rawValue).sorted() + cities).joined(separator: ",")
  }

  public nonisolated(nonsending) func withTransaction<T>(
    _ pool: ConnectionPool, as duty: Duty, seeing cities: [String], options: TransactionOptions,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await pool.withConnection { connection in
      try await connection.withTransaction(options) { connection in
        try await connection.see(cities)
        return try await body(connection)
      }
    }
  }

  public func author(of command: String) -> AuditAuthor { AuditAuthor(osUser: account, command: command) }
}
