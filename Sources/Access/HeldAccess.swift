public import PostgresClient

/// The duties and cities of a session's login, as the server's roles have them.
public struct HeldAccess: Sendable, Hashable {
  public let login: String
  public let duties: Set<Duty>
  /// Codes of cities.
  public let cities: Set<String>
  /// A superuser has all.
  public let isSuperuser: Bool

  package init(login: String, duties: Set<Duty>, cities: Set<String>, isSuperuser: Bool) {
    (self.login, self.duties, self.cities, self.isSuperuser) = (login, duties, cities, isSuperuser)
  }

  /// Whether it has one of these duties.
  public func has(oneOf wanted: [Duty]) -> Bool { isSuperuser || !duties.isDisjoint(with: wanted) }

  /// Whether it may see the city of that code.
  public func sees(_ city: String) -> Bool { isSuperuser || cities.contains(city) }

  /// Asks the server's catalogue alone: a login without any right of ours can be told so.
  /// - Throws: `PostgresError`.
  public static func read(from connection: PostgresConnection) async throws -> HeldAccess {
    let rows = try await connection.query(
      Statement(
        "duties and cities of the login",
        """
        select
          session_user::text as login,
          l.rolsuper as is_superuser,
          array(
            select r.rolname::text
            from pg_catalog.pg_roles r
            where r.rolname like 'cadre\\_%'
              and pg_catalog.pg_has_role(session_user, r.oid, 'usage')
          ) as roles
        from pg_catalog.pg_roles l
        where l.rolname = session_user
        """, []))
    guard let row = rows.first else { throw PostgresError(.decoding, "the server does not know the session's login") }
    let roles = try row.decode("roles", as: [String].self)
    return HeldAccess(
      login: try row.decode("login"),
      duties: Set(Duty.allCases.filter { roles.contains($0.role) }),
      cities: Set(roles.filter { $0.hasPrefix(cityPrefix) }.map { String($0.dropFirst(cityPrefix.count)) }),
      isSuperuser: try row.decode("is_superuser"))
  }

  /// The role that a superuser's session becomes to work with data: it has every duty and is bound by row-level security.
  public static let everyDuty = "cadre_every_duty"

  private static let cityPrefix = "cadre_city_"
}
