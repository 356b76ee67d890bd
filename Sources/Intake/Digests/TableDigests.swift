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
    try await note(
      table, table.changed, rows: "count(*) filter (where c.is_new)",
      digest: "sum(\(ContentDigest.hash(of: "c", columns: table.columns))) - coalesce(sum(c.digest_before), 0)")
  }

  /// Notes the rows that are about to go.
  nonisolated(nonsending) func note(withdrawn rows: WithdrawnRows) async throws {
    try await note(rows.table, rows.name, rows: "-count(*)", digest: "-sum(c.digest_before)")
  }

  private nonisolated(nonsending) func note(
    _ table: StoredTable, _ changed: String, rows: String, digest: String
  ) async throws {
    try await connection.execute(
      Statement(
        "note digest of changed \(table.name)",
        """
        insert into digest_note (table_name, rows, digest)
        select
          '\(table.name)',
          \(rows),
          coalesce(\(digest), 0)
        from \(changed) c
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
        try await ContentDigest.store(
          report.table.rawValue,
          """
          select
            coalesce(sum(n.rows), 0) as rows,
            coalesce(sum(n.digest), 0) as digest
          from digest_note n
          where n.table_name = '\(report.table.rawValue)'
          """, fields: String(fields), by: origin, of: city.code, on: connection)
      }
    }
    for table in ContentDigest.importRecords {
      try await ContentDigest.note(
        added: table, where: "t.import_number = \(number)", by: origin, of: city.code, on: connection)
    }
    for table in ContentDigest.keptInStep {
      try await ContentDigest.take(rowsOf: table, by: origin, of: city.code, on: connection)
    }
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
}
