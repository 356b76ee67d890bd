package import DataContract
package import PostgresClient

/// The tables that imports changed between the two sides of a comparison.
package struct ChangedTables: Sendable {
  /// The imports lie after `begin`, up to `end`.
  package let begin: Int
  package let end: Int
  /// Whether the first side has seen more than the second one: old and new are the other way round.
  package let isBackwards: Bool
  /// Whether one side's imports are not known.
  package let isUnknown: Bool
  let tables: [ChangedTable]

  package var names: Set<TableName> { Set(tables.map(\.name)) }

  /// Within a transaction about the city.
  package init(
    between imports: (before: Int?, after: Int?), of city: String, on connection: PostgresConnection
  ) async throws {
    guard let before = imports.before, let after = imports.after else {
      (begin, end, isBackwards, isUnknown, tables) = (0, 0, false, imports.before != imports.after, [])
      return
    }
    (begin, end) = (min(before, after), max(before, after))
    (isBackwards, isUnknown) = (before > after, false)
    let rows = try await connection.query(
      Statement(
        "tables changed between two imports",
        """
        select
          f.table_name,
          string_agg(f.import_number::text, ';' order by f.import_number) as imports,
          sum(f.rows_inserted + f.rows_updated + f.rows_withdrawn)::bigint as rows,
          bool_or(f.journal = 'first_load') as is_first_load
        from import_files f
        where f.city_code = $1
          and f.import_number > $2
          and f.import_number <= $3
          and f.rows_inserted + f.rows_updated + f.rows_withdrawn > 0
        group by f.table_name
        order by f.table_name collate "C"
        """, [.text(city), .int(Int64(begin)), .int(Int64(end))]))
    tables = try rows.compactMap { row in
      guard let name = TableName(rawValue: try row.decode("table_name", as: String.self)) else { return nil }
      return ChangedTable(
        name: name, imports: try row.decode("imports"), rows: try row.decode("rows"),
        isFirstLoad: try row.decode("is_first_load"))
    }
  }
}

/// One of them.
struct ChangedTable: Sendable, Hashable {
  let name: TableName
  /// Their numbers, `;` between.
  let imports: String
  /// How many rows they changed.
  let rows: Int
  /// Whether the table's first rows came with one of them: these are not noted one by one.
  let isFirstLoad: Bool
}
