public import PostgresClient
import ShippedFiles

/// The rights of the duties, and a role for each city.
public enum Roles {
  /// Applies `sql/roles`. Doing it again covers tables and cities that came since. Programs that do this at once, or migrate,
  /// take turns.
  /// - Throws: `PostgresError`, `OwnSchemaError`; of SQLSTATE `CA007` where a city's role is missing that the session's user may
  ///   not make.
  public static func apply(to connection: PostgresConnection) async throws {
    // Each statement is a transaction of its own, under a lock of the session: in one long transaction a table would stay
    // locked for its readers while the next table is waited for.
    try await connection.holding([.schema(.exclusive)]) { try await applyUnderLock(connection) }
  }

  /// Whether the roles have been given their rights here.
  public static func areApplied(in connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "find roles",
        """
        select exists (
          select
          from pg_catalog.pg_roles r
          join pg_catalog.pg_namespace n on n.nspname = 'cadre'
          where r.rolname = 'cadre_reader'
            and pg_catalog.has_schema_privilege(r.oid, n.oid, 'usage')
        ) as found
        """, []))
    return try rows.first?.decode("found") ?? false
  }

  private static func applyUnderLock(_ connection: PostgresConnection) async throws {
    for path in ShippedFiles.paths(below: "sql/roles") {
      for statement in SQLScript(ShippedFiles.text(path) ?? "").statements {
        try await run(Statement("\(path), line \(statement.line)", statement.text), isOwners: path == grants, connection)
      }
    }
  }

  /// What the schema's owner gives. All else in the folder is about roles: done by the session's user, who must be allowed to.
  private static let grants = "sql/roles/0002_grants.sql"

  /// The errors that the server reports when two programs change a table's rights at the same time, or make one role from
  /// two databases.
  private static let clashes: [SQLState?] = [.internalError, .duplicateObject, .uniqueViolation]

  /// Runs a statement, and again where it clashed with another program's change.
  private static func run(_ statement: Statement, isOwners: Bool, _ connection: PostgresConnection) async throws {
    for _ in 0..<20 {
      do {
        return try await runOnce(statement, isOwners: isOwners, connection)
      } catch let error as PostgresError where Self.clashes.contains(error.sqlState) {
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    try await runOnce(statement, isOwners: isOwners, connection)
  }

  private static func runOnce(_ statement: Statement, isOwners: Bool, _ connection: PostgresConnection) async throws {
    try await connection.withTransaction { connection in
      if isOwners { try await OwnSchema.workAsOwner(connection) }
      try await connection.execute(statement)
    }
  }
}
