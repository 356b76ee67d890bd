import PostgresClient
import ShippedFiles

/// The owner of the schema, and the duties: roles that exist before the first migration, which speaks of them.
extension OwnSchema {
  /// The role that owns the schema and all in it. Nobody logs in as it.
  public static let owner = "cadre_owner"

  /// Makes the roles that are missing, in the transaction under way, by the session's own rights.
  ///
  /// - Throws: `OwnSchemaError.rolesMissing` where the session's user may make none.
  static func makeRoles(_ connection: PostgresConnection) async throws {
    do {
      try await connection.withTransaction { try await run("sql/schema/roles.sql", on: $0) }
    } catch let error as PostgresError where error.sqlState == .insufficientPrivilege {
      throw OwnSchemaError.rolesMissing(user: try await user(of: connection))
    }
  }

  /// Gives what has another owner, from before there was this one, to it.
  ///
  /// - Returns: whether anything had.
  /// - Throws: `OwnSchemaError.notTheOwner` where the session's user may not act as both.
  static func handOver(_ connection: PostgresConnection) async throws -> Bool {
    try await connection.execute(Statement("work as oneself", "set local role none", []))
    let rows = try await connection.query(
      Statement(
        "right to hand over",
        """
        select
          pg_catalog.pg_get_userbyid(n.nspowner) = 'cadre_owner' as is_done,
          pg_catalog.pg_has_role(current_user, 'cadre_owner', 'member') as is_member,
          current_user::text as person
        from pg_catalog.pg_namespace n
        where n.nspname = 'cadre'
        """, []))
    guard let row = rows.first else { throw OwnSchemaError.missing }
    if try row.decode("is_done") { return false }
    guard try row.decode("is_member") else {
      throw OwnSchemaError.notTheOwner(owner: owner, user: try row.decode("person"))
    }
    try await run("sql/schema/hand_over.sql", on: connection)
    return true
  }

  private static func run(_ path: String, on connection: PostgresConnection) async throws {
    for statement in SQLScript(ShippedFiles.text(path) ?? "").statements {
      try await connection.execute(Statement("\(path), line \(statement.line)", statement.text))
    }
  }

  private static func user(of connection: PostgresConnection) async throws -> String {
    try await connection.query("select current_user::text as person").first?.decode("person") ?? ""
  }
}
