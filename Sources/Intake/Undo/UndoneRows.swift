import CadreModel
import DataContract
import Journal
import PostgresClient

/// The rows of one table that an import changed or withdrew, on their way back.
struct UndoneRows {
  /// The import that is undone.
  let number: Int
  let table: StoredTable
  let city: City
  let connection: PostgresConnection

  /// The rows that came with the import, on their way out.
  var withdrawn: WithdrawnRows { WithdrawnRows(table: table, city: city, connection: connection) }

  /// The keys of the rows that came back, until all references are checked.
  private var restored: String { quotedIdentifier("restored_" + table.name) }

  /// Stores the rows as they were before the import.
  nonisolated(nonsending) func restore(_ futureDates: FutureDates) async throws -> ChangedRows.Outcome {
    try await connection.execute(
      Statement(
        "rows of \(table.name) as they were",
        """
        create temporary table \(restored) on commit drop as
        select (j.was).*
        from (
          select \(JournalRow.row("j.row_before", fields: "j.fields", of: table.table.name, city: city.code)) as was
          from journal j
          where j.city_code = '\(city.code)'
            and j.table_name = '\(table.name)'
            and j.import_number = \(number)
            and j.change <> 'inserted'
        ) j
        """, []))
    try await connection.execute(
      Statement(
        "rows of \(table.name) to bring back",
        """
        create temporary table \(table.changed) on commit drop as
        select
          r.*,
          stored.city_code is null as is_new,
          \(table.before)
        from \(restored) r
        left join \(table.quotedName) as stored
          on stored.city_code = '\(city.code)'
          and \(table.hasSameKey("stored", "r"))
        """, []))
    return try await ChangedRows(table: table, city: city, connection: connection, futureDates: futureDates).store()
  }

  /// Refuses rows that refer to others which are there no more.
  ///
  /// - Throws: `UndoError.referredGone`.
  nonisolated(nonsending) func checkReferences() async throws {
    for column in table.table.columns {
      let tables = column.type.referencedTables
      if tables.isEmpty { continue }
      let cell = "r.\(quotedIdentifier(column.name))"
      let missing = tables.map { name in
        """
        not exists (
            select
            from \(quotedIdentifier(name.rawValue)) o
            where o.city_code = r.city_code
              and o.\(quotedIdentifier(Table[name].key[0])) = \(cell)
          )
        """
      }
      let rows = try await connection.query(
        Statement(
          "references of \(table.name) that came back",
          """
          select distinct \(cell) as key
          from \(restored) r
          where \(cell) is not null
            and \(missing.joined(separator: "\n  and "))
          order by 1
          limit 20
          """, []))
      guard rows.isEmpty else {
        throw UndoError.referredGone(
          number, table: table.table.name, column: column, keys: try rows.map { try $0.decode("key") })
      }
    }
  }
}
