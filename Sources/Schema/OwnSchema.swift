import PostgresClient
import ShippedFiles

/// The schema that all objects of cadre lie in. Only its owner can create objects there. So a name without a schema in one of
/// our statements means the server's object or ours, and never one that a less trusted login has made.
public enum OwnSchema {
  /// Its name, and `ConnectionConfiguration.schema` of every connection of the program.
  public static let name = "cadre"

  /// Makes the schema where there is none, and takes over the tables of a database from before it had one. Inside the
  /// transaction of a migration.
  ///
  /// - Throws: `OwnSchemaError`, `PostgresError`.
  static func prepare(_ connection: PostgresConnection) async throws {
    try await makeRoles(connection)
    let found = try await connection.query("select from pg_catalog.pg_namespace where nspname = 'cadre'")
    if found.isEmpty { try await connection.execute(Statement("make schema", "create schema \(name)", [])) }
    try await workAsOwner(connection)
    guard let script = ShippedFiles.text("sql/schema/take_over.sql") else { return }
    for statement in SQLScript(script).statements {
      try await connection.execute(Statement("take over tables", statement.text))
    }
    try await ForeignCode.refuse(on: connection)
  }

  /// For the rest of the transaction: what is made belongs to the schema's owner, whoever is logged in, and names without a
  /// schema mean this one.
  static func workAsOwner(_ connection: PostgresConnection) async throws {
    let owner = try await SchemaOwner.read(from: connection)
    guard owner.strangers.isEmpty else {
      throw OwnSchemaError.ownedByLesser(owner: owner.name, logins: owner.strangers)
    }
    if !owner.isSession {
      guard owner.isWithinReach else { throw OwnSchemaError.notTheOwner(owner: owner.name, user: owner.user) }
      try await connection.execute(
        Statement("work as owner", "set local role \(quotedIdentifier(owner.name))", []))
    }
    try await connection.execute(
      Statement("look into own schema", "set local search_path to \(name), pg_temp", []))
  }

  /// The same, and every city's rows are within reach: row-level security binds the owner, too, and a migration that changed
  /// only the rows that it may see would change none.
  static func workOnSchema(_ connection: PostgresConnection) async throws {
    try await workAsOwner(connection)
    try await connection.execute(Statement("work on the schema", "set local cadre.migration = 'on'", []))
  }
}

/// Whom the schema belongs to, as a session sees it.
struct SchemaOwner {
  let name: String
  let user: String
  let isSession: Bool
  /// Whether the session's user may act as the owner (`set role`).
  let isWithinReach: Bool
  /// Other logins, not superusers, that can act as the owner.
  let strangers: [String]

  static func read(from connection: PostgresConnection) async throws -> SchemaOwner {
    let rows = try await connection.query(
      Statement(
        "owner of the schema",
        """
        select
          o.rolname::text as owner,
          current_user::text as person,
          o.rolname = current_user as is_session,
          -- Whatever the session has become: that it may become the owner is the login's right.
          pg_has_role(session_user, o.oid, 'member') as is_within_reach,
          case when u.rolsuper then array(
            select l.rolname::text
            from pg_roles l
            where l.rolcanlogin
              and not l.rolsuper
              and pg_has_role(l.oid, o.oid, 'member')
              -- To change the schema is an operator's duty.
              and pg_has_role(l.oid, to_regrole('cadre_operator'), 'member') is not true
            order by 1
          ) else '{}'::text[] end as strangers
        from pg_namespace n
        join pg_roles o on o.oid = n.nspowner
        join pg_roles u on u.rolname = current_user
        where n.nspname = 'cadre'
        """, []))
    guard let row = rows.first else { throw OwnSchemaError.missing }
    return SchemaOwner(
      name: try row.decode("owner"), user: try row.decode("person"), isSession: try row.decode("is_session"),
      isWithinReach: try row.decode("is_within_reach"), strangers: try row.decode("strangers"))
  }
}

/// Why the schema is not one to work with.
public enum OwnSchemaError: Error, Sendable, Hashable {
  /// The database has no schema of cadre's.
  case missing
  /// Only its owner changes the schema.
  case notTheOwner(owner: String, user: String)
  /// The roles that own and use the schema are not all there, and the session's user may make none.
  case rolesMissing(user: String)
  /// The session is a superuser's, and the schema belongs to a lesser login, whose functions it would run.
  case ownedByLesser(owner: String, logins: [String])
  /// A table of ours would run code that is neither ours nor the server's: see `ForeignCode`.
  case foreignCode([String])
  /// The database cannot hold every name.
  case encoding(String)
  /// Tables, columns, keys are not those that the migrations made.
  case differs([SchemaDifference])
}

extension OwnSchemaError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing: "the database has no schema cadre: run cadre migrate"
    case .notTheOwner(let owner, let user):
      "the schema cadre belongs to \(owner), and \(user) may not act as \(owner): migrate as \(owner), or as a member of it"
    case .rolesMissing(let user):
      "roles of cadre's are missing, and \(user) may make none: have cadre migrate run once by a superuser, or by a login "
        + "that may make roles"
    case .ownedByLesser(let owner, let logins):
      "the schema cadre belongs to \(owner), and \(logins.joined(separator: ", ")) can change what runs in it: a superuser "
        + "would run it with all rights. Work as \(owner) or one of cadre's roles, or give the schema and all in it to a "
        + "role that no lesser login is a member of"
    case .foreignCode(let places):
      "objects of cadre's run what is not cadre's: \(places.joined(separator: "; ")). Remove them first"
    case .encoding(let encoding):
      "the database's encoding is \(encoding), which cannot hold every name: create database NAME encoding 'UTF8' "
        + "template template0, and import again"
    case .differs(let differences):
      "the schema is not the one that cadre's migrations made: "
        + differences.prefix(3).map(\.description).joined(separator: "; ")
        + (differences.count > 3 ? "; \(differences.count - 3) more" : "") + ". cadre doctor names all"
    }
  }
}
