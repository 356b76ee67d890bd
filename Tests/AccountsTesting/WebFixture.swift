public import Access
public import Accounts
import CadreModel
import CadreTesting
public import PostgresClient

/// An account that is signed in, and the pages' connections: in the database of the test case that is running, which has cadre's
/// tables and cities.
public struct WebFixture: Sendable {
  /// Connections of the pages' login.
  public let pool: ConnectionPool
  public let viewer: Viewer
  public let token: SessionToken

  /// Makes an account with these rights, and a session of it. Close it at the end.
  ///
  /// - Parameters:
  ///   - name: one account of a name in a database.
  ///   - size: how many connections at once.
  public static func make(
    _ name: String = "wang", duties: Set<Duty> = [.reader], cities: Set<String> = [], unit: String? = nil, size: Int = 4
  ) async throws -> WebFixture {
    let owner = try await TestDatabase.current.connect()
    let account = NewAccount(
      name: name, displayName: "王 \(name)", rights: AccountRights(duties: duties, cities: cities, unit: unit))
    _ = try await AccountOffice(connection: owner, osUser: "tests").add(account)
    let token = try await session(of: name, on: owner)
    await owner.close()
    let pool = try await pool(size)
    guard let viewer = try await Sessions(pool: pool, host: "tests").viewer(of: token) else { throw NoSession() }
    return WebFixture(pool: pool, viewer: viewer, token: token)
  }

  /// A session of an account, past signing in.
  public static func session(of name: String, on owner: PostgresConnection) async throws -> SessionToken {
    let token = SessionToken()
    try await owner.execute(
      Statement(
        "plant session",
        """
        insert into cadre.account_sessions (token_digest, account_name, stage, began_on, seen_on, address, agent)
        values ($1, $2, 'signed_in', statement_timestamp(), statement_timestamp(), '192.0.2.1', 'tests')
        """, [.bytes(token.digest), .text(name)]))
    return token
  }

  /// Connections of the pages' login.
  public static func pool(_ size: Int = 4) async throws -> ConnectionPool {
    var configuration = try TestDatabase.current.configuration
    configuration.conninfo["user"] = try await WebLogins.shared.make(configuration)
    return ConnectionPool(configuration, size: size)
  }

  public func close() async { await pool.close() }

  struct NoSession: Error {}
}

/// Logins are the whole server's: the pages' is made once, for all tests of this process.
actor WebLogins {
  static let shared = WebLogins()
  private static let name = "pages_of_tests"
  private var made: Task<Void, any Error>?

  func make(_ configuration: ConnectionConfiguration) async throws -> String {
    let task =
      made
      ?? Task {
        let connection = try await PostgresConnection.connect(configuration)
        let found = try await connection.query(
          Statement("find login", "select from pg_roles where rolname = $1", [.text(Self.name)]))
        if found.isEmpty {
          try await connection.execute(Statement("make login", "create role \(Self.name) login", []))
          try await AccessOffice(connection: connection, osUser: "tests").grant(.web, nil, to: Self.name)
        }
        await connection.close()
      }
    made = task
    try await task.value
    return Self.name
  }
}
