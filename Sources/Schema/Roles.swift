public import PostgresClient
import ShippedFiles

/// Roles with their rights, and row-level security as the safety net between cities.
public enum Roles {
  /// Applies `sql/roles`, then turns row-level security on for every table that has a `city_code`. Doing it again
  /// covers tables that came since.
  /// - Throws: `PostgresError`; a superuser's rights are needed once, for the importer's exemption.
  public static func apply(to connection: PostgresConnection) async throws {
    for path in ShippedFiles.paths(below: "sql/roles") {
      for statement in SQLScript(ShippedFiles.text(path) ?? "").statements {
        try await run(Statement("\(path), line \(statement.line)", statement.text), connection)
      }
    }
    for table in try await cityTables(connection) {
      let name = quotedIdentifier(table.name)
      try await run(Statement("secure \(table.name)", "alter table \(name) enable row level security", []), connection)
      // A partition read by its own name shows nothing: the policy is its table's.
      if let parent = table.partitionOf {
        try await handOver(table.name, toOwnerOf: parent, on: connection)
        continue
      }
      try await run(
        Statement(
          "secure \(table.name)",
          """
          create policy one_city on \(name)
            using (city_code = current_setting('cadre.city_code', true))
          """, []), connection)
    }
  }

  /// Gives a partition to the owner of its table: whoever works with the table can then work with the part, whoever made
  /// it.
  /// - Throws: `PostgresError`.
  public static func handOver(_ part: String, toOwnerOf table: String, on connection: PostgresConnection) async throws {
    let owners = try await connection.query(
      Statement(
        "owner of \(table)",
        """
        select pg_get_userbyid(c.relowner)::text as owner
        from pg_class c
        where c.oid = $1::regclass
          and c.relowner <> (
            select p.relowner
            from pg_class p
            where p.oid = $2::regclass
          )
        """, [.text(quotedIdentifier(table)), .text(quotedIdentifier(part))]))
    for row in owners {
      let owner = quotedIdentifier(try row.decode("owner"))
      try await connection.execute(
        Statement("hand over \(part)", "alter table \(quotedIdentifier(part)) owner to \(owner)", []))
    }
  }

  private static func run(_ statement: Statement, _ connection: PostgresConnection) async throws {
    do {
      try await connection.execute(statement)
    } catch let error as PostgresError where [.duplicateObject, .uniqueViolation].contains(error.sqlState) {
      // It is there from an earlier time, or someone else has just made it.
    }
  }

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
          and c.relnamespace = 'public'::regnamespace
          and c.relname <> 'cities'
        order by c.relname
        """))
    return try rows.map { row in
      (try row.decode("name", as: String.self), try row.decode("partition_of", as: String?.self))
    }
  }
}
