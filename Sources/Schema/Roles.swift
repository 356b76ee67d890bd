public import PostgresClient
import ShippedFiles

/// The roles and their rights, and row-level security: should a statement forget the city, it still sees only one.
public enum Roles {
  /// Applies `sql/roles`, then turns row-level security on for every table that has a `city_code`. Doing it again
  /// covers tables that came since. Programs that do this at once, or migrate, take turns.
  /// - Throws: `PostgresError`, `OwnSchemaError`; a superuser's rights are needed once, for the importer's exemption.
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
        try await run(Statement("\(path), line \(statement.line)", statement.text), connection)
      }
    }
    for table in try await cityTables(connection) {
      let part = Parameter.text("cadre." + quotedIdentifier(table.name))
      if let whole = table.partitionOf {
        try await run(
          Statement(
            "secure \(table.name)", "select cadre.share_rights($1::text::regclass, $2::text::regclass)",
            [.text("cadre." + quotedIdentifier(whole)), part]), connection)
      } else {
        try await run(
          Statement("secure \(table.name)", "select cadre.show_one_city($1::text::regclass)", [part]), connection)
      }
    }
  }

  /// The errors that the server reports when two programs change a table's rights at the same time, or make one role from
  /// two databases.
  private static let clashes: [SQLState?] = [.internalError, .duplicateObject, .uniqueViolation]

  /// Runs a statement, and again where it clashed with another program's change.
  private static func run(_ statement: Statement, _ connection: PostgresConnection) async throws {
    for _ in 0..<20 {
      do {
        return try await runAsOwner(statement, connection)
      } catch let error as PostgresError where Self.clashes.contains(error.sqlState) {
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    try await runAsOwner(statement, connection)
  }

  private static func runAsOwner(_ statement: Statement, _ connection: PostgresConnection) async throws {
    try await connection.withTransaction { connection in
      // Roles are made by the session's user, who must be allowed to; all else is done as the schema's owner.
      if statement.sql.hasPrefix("do $roles$") {
        try await connection.execute(statement)
      } else {
        try await OwnSchema.workAsOwner(connection)
        try await connection.execute(statement)
      }
    }
  }

  /// Tables first, then their parts.
  private static func cityTables(
    _ connection: PostgresConnection
  ) async throws -> [(name: String, partitionOf: String?)] {
    let rows = try await connection.query(
      Statement(
        "tables with city_code",
        """
        select c.relname::text as name, p.relname::text as partition_of
        from pg_class c
        left join pg_inherits i on i.inhrelid = c.oid
        left join pg_class p on p.oid = i.inhparent
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_code' and not a.attisdropped
        where c.relkind in ('r', 'p')
          and c.relnamespace = 'cadre'::regnamespace
          and c.relname <> 'cities'
        order by p.relname is not null, c.relname
        """))
    return try rows.map { row in
      (try row.decode("name", as: String.self), try row.decode("partition_of", as: String?.self))
    }
  }
}
