import Access
import Digest
public import PostgresClient

/// The login of the database that the pages' server uses.
public enum WebLogin {
  /// What it is called on a server that makes it by itself.
  public static let name = "dashboard"

  /// On a server whose superuser the session is (the private one): makes the login where there is none.
  ///
  /// - Returns: how to connect as it.
  /// - Throws: `AccessError`, `PostgresError`.
  public static func prepare(on superuser: PostgresConnection, osUser: String) async throws -> ConnectionConfiguration {
    var configuration = superuser.configuration
    configuration.role = nil
    configuration.conninfo["user"] = name
    if let own = configuration.conninfo["password"] {
      // Made from the superuser's, so that nothing need be kept, and whoever serves pages beside us has the same.
      let code = MessageAuthentication.sha256.code(of: Array("cadre \(name)".utf8), key: Array(own.utf8))
      configuration.conninfo["password"] = Base64URL.text(of: code)
    }
    let password = configuration.conninfo["password"].map { " password '\($0)'" } ?? ""
    try await superuser.withTransaction { connection in
      // Sessions of a superuser have laid their rights down.
      try await connection.execute(Statement("work as oneself", "set local role none", []))
      let found = try await connection.query(
        Statement("find login", "select from pg_catalog.pg_roles r where r.rolname = $1", [.text(name)]))
      try await connection.execute(
        Statement("make login", "\(found.isEmpty ? "create" : "alter") role \(quotedIdentifier(name)) login\(password)", []))
      let office = AccessOffice(connection: connection, osUser: osUser)
      if try await !office.list().contains(where: { $0.login == name && $0.duties == [.web] }) {
        try await office.grant(.web, nil, to: name)
      }
    }
    return configuration
  }

  /// How to connect for the pages by way of a session that is there: a superuser's makes the login of its own, any other must be one of
  /// its kind.
  ///
  /// - Throws: `AccountError.notOfTheWeb`, `AccessError`, `PostgresError`.
  public static func configuration(by connection: PostgresConnection, osUser: String) async throws -> ConnectionConfiguration {
    if try await HeldAccess.read(from: connection).isSuperuser { return try await prepare(on: connection, osUser: osUser) }
    try await check(connection)
    return connection.configuration
  }

  /// Refuses a login that is more than the pages' server's is to be: whatever it has beside, an account's limits do not hold for.
  ///
  /// - Throws: `AccountError.notOfTheWeb`, `PostgresError`.
  public static func check(_ connection: PostgresConnection) async throws {
    let row = try await connection.query(
      Statement(
        "look at the login",
        """
        select
          l.rolname::text as login,
          not (l.rolsuper or l.rolbypassrls or l.rolcreaterole or l.rolreplication)
            and pg_catalog.pg_has_role(l.oid, w.oid, 'usage')
            and not pg_catalog.pg_has_role(l.oid, o.oid, 'member')
            and array(
              select m.roleid
              from pg_catalog.pg_auth_members m
              where m.member = l.oid
            ) = array[w.oid] as is_fit
        from pg_catalog.pg_roles l
        join pg_catalog.pg_roles w on w.rolname = 'cadre_web'
        join pg_catalog.pg_roles o on o.rolname = 'cadre_owner'
        where l.rolname = session_user
        """, [])
    ).first
    guard let row else { throw AccountError.notOfTheWeb(login: "") }
    guard try row.decode("is_fit", as: Bool.self) else { throw AccountError.notOfTheWeb(login: try row.decode("login")) }
  }
}
