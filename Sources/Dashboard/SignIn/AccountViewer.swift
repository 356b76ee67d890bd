import Access
import Accounts
import Audit
import CadreModel
import PostgresClient

/// An account that is signed in, as the pages see it.
struct AccountViewer: PageViewer {
  let viewer: Viewer
  /// The machine that serves the pages, for the log.
  let host: String

  var account: String { viewer.account }
  var duties: Set<Duty> { viewer.duties }
  var cities: [String] { viewer.cities }
  var unit: String? { viewer.unit }
  var language: Language { viewer.language }
  var rights: String { viewer.rights }

  nonisolated(nonsending) func withTransaction<T>(
    _ pool: ConnectionPool, as duty: Duty, seeing cities: [String], options: TransactionOptions,
    _ body: nonisolated(nonsending) (PostgresConnection) async throws -> T
  ) async throws -> T {
    try await viewer.withTransaction(pool, as: duty, seeing: cities, options: options, body)
  }

  func author(of command: String) -> AuditAuthor { viewer.author(on: host, of: command) }
}
