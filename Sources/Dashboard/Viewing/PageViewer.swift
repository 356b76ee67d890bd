public import Access
public import Audit
public import CadreModel
public import PostgresClient

/// Who looks at the pages: what an account may, and the transactions in which the database holds it to that.
public protocol PageViewer: Sendable {
  /// The account's name, for the log.
  var account: String { get }
  var duties: Set<Duty> { get }
  /// Codes of cities, sorted.
  var cities: [String] { get }
  /// The one unit, with those below it, that the account sees; nil for one that sees whole cities.
  var unit: String? { get }
  var language: Language { get }
  /// A digest of what the account may see: pages of two accounts of the same rights are the same.
  var rights: String { get }

  /// One transaction in which the database shows what the account may see, and nothing else.
  nonisolated(nonsending) func withTransaction<T>(
    _ pool: ConnectionPool, as duty: Duty, seeing cities: [String], options: TransactionOptions,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T

  /// Who the log says something is handed out for.
  func author(of command: String) -> AuditAuthor
}

extension PageViewer {
  func sees(_ city: String) -> Bool { cities.contains(city) }

  /// The duty in which it reads cities' data; nil for an account that reads none.
  var readingDuty: Duty? { Duty.reading.first { duties.contains($0) } }
}
