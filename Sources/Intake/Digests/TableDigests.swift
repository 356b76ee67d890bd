import CadreModel
import DataContract
import Journal
import PostgresClient

/// Notes by how much an import changes the digests of a city's tables.
struct TableDigests {
  let city: City
  let connection: PostgresConnection

  /// Begins the list, for the length of the import's transaction.
  nonisolated(nonsending) func begin() async throws {
    try await connection.execute(
      Statement(
        "make list of digests",
        """
        create temporary table digest_note (
          table_name text not null,
          rows bigint not null,
          digest numeric not null
        ) on commit drop
        """))
  }

  /// Notes the rows that are about to be stored over others, or beside them.
  nonisolated(nonsending) func note(changed table: StoredTable) async throws {
    let hash = { (row: String) in ContentDigest.hash(of: row, columns: table.columns) }
    try await connection.execute(
      Statement(
        "note digest of changed \(table.name)",
        """
        insert into digest_note (table_name, rows, digest)
        select
          '\(table.name)',
          count(*) filter (where c.is_new),
          coalesce(sum(\(hash("c"))), 0) - coalesce(sum(\(hash("stored"))) filter (where not c.is_new), 0)
        from \(table.changed) c
        left join \(table.quotedName) stored
          on stored.city_code = '\(city.code)'
          and \(table.hasSameKey("stored", "c"))
        """, []))
  }

  /// Notes the rows that are about to go.
  nonisolated(nonsending) func note(withdrawn rows: WithdrawnRows) async throws {
    let table = rows.table
    try await connection.execute(
      Statement(
        "note digest of withdrawn \(table.name)",
        """
        insert into digest_note (table_name, rows, digest)
        select
          '\(table.name)',
          -count(*),
          coalesce(-sum(\(ContentDigest.hash(of: "stored", columns: table.columns))), 0)
        from \(rows.name) w
        join \(table.quotedName) stored
          on stored.city_code = '\(city.code)'
          and \(table.hasSameKey("stored", "w"))
        """, []))
  }

  /// Stores what was noted, under the import's number. What was not noted row by row, the first rows of a table, is added up
  /// now; so is a table that was not yet known by its digest, or has got more columns.
  nonisolated(nonsending) func settle(_ tables: [TableReport], _ number: Int) async throws {
    let origin = "import \(number)"
    let known = try await knownFields()
    for report in tables where report.rows.changed > 0 {
      let table = Table[report.table]
      let fields = ContentDigest.columns(of: table).count
      if report.journal == .firstLoad || known[report.table] != fields {
        try await ContentDigest.take(table, by: origin, of: city.code, on: connection)
      } else {
        try await store(report.table, fields: fields, origin)
      }
    }
    for table in ContentDigest.importRecords {
      try await ContentDigest.note(
        added: table, where: "t.import_number = \(number)", by: origin, of: city.code, on: connection)
    }
    try await ContentDigest.take(
      "contradictions", ContentDigest.present(rowsOf: "contradictions"), fields: "0", by: origin, of: city.code,
      on: connection)
  }

  private nonisolated(nonsending) func knownFields() async throws -> [TableName: Int] {
    let rows = try await connection.query(
      Statement(
        "tables with a digest",
        """
        select
          c.table_name,
          max(c.fields) as fields
        from digest_changes c
        where c.city_code = $1
        group by c.table_name
        """, [.text(city.code)]))
    var known: [TableName: Int] = [:]
    for row in rows {
      guard let table = TableName(rawValue: try row.decode("table_name", as: String.self)) else { continue }
      known[table] = try row.decode("fields", as: Int.self)
    }
    return known
  }

  private nonisolated(nonsending) func store(_ table: TableName, fields: Int, _ origin: String) async throws {
    try await connection.execute(
      Statement(
        "store digest of \(table)",
        """
        insert into digest_changes (city_code, table_name, origin, fields, rows, digest)
        select
          $1,
          '\(table.rawValue)',
          $2,
          \(fields),
          coalesce(sum(n.rows), 0),
          coalesce(sum(n.digest), 0)
        from digest_note n
        where n.table_name = '\(table.rawValue)'
        """, [.text(city.code), .text(origin)]))
  }
}
