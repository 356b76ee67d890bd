public import CadreModel
public import DataContract
import Journal
public import PostgresClient

/// What a city's rows were before some imports and after them, cell by cell. Inside a transaction about the city.
public struct ImportDifference {
  public let city: City
  let connection: PostgresConnection
  /// The import that the difference begins after, and the last one that it tells of.
  let begin: Int
  let end: Int

  /// One cell that is another.
  public struct Cell: Sendable, Hashable {
    public let table: TableName
    public let key: String
    public let change: Change
    public let column: String
    /// Nil where it was empty, or the row was not there.
    public let old: String?
    public let new: String?
  }

  public enum Change: String, Sendable, Hashable, CaseIterable {
    case inserted
    case updated
    case withdrawn
  }

  /// A table whose first rows came: these are not told one by one.
  public struct FirstLoad: Sendable, Hashable {
    public let table: TableName
    public let number: Int
    public let rows: Int
  }

  /// - Parameters:
  ///   - number: one import; or the one to begin after, where `last` is given.
  ///   - last: what had changed after this one.
  public init(_ number: Int, until last: Int?, of city: City, on connection: PostgresConnection) {
    self.city = city
    self.connection = connection
    begin = last.map { min(number, $0) } ?? number - 1
    end = last.map { max(number, $0) } ?? number
  }

  public nonisolated(nonsending) func firstLoads() async throws -> [FirstLoad] {
    let rows = try await connection.query(
      Statement(
        "first loads",
        """
        select
          f.table_name,
          f.import_number,
          f.rows_inserted
        from import_files f
        where f.city_code = $1
          and f.import_number > $2
          and f.import_number <= $3
          and f.journal = 'first_load'
        order by
          f.import_number,
          f.table_name collate "C"
        """, parameters))
    return try rows.compactMap { row in
      guard let table = TableName(rawValue: try row.decode("table_name", as: String.self)) else { return nil }
      return FirstLoad(table: table, number: try row.decode("import_number"), rows: try row.decode("rows_inserted"))
    }
  }

  /// Hands over every cell that is another, by table, key and column.
  public nonisolated(nonsending) func read(_ body: (Cell) throws -> Void) async throws {
    let names = try await connection.query(
      Statement(
        "tables changed",
        """
        select distinct j.table_name
        from journal j
        where j.city_code = $1
          and j.import_number > $2
          and j.import_number <= $3
        """, parameters))
    let changed = Set(try names.map { try $0.decode("table_name", as: String.self) })
    for table in Table.all where changed.contains(table.name.rawValue) {
      for try await row in try await connection.stream(cells(of: table)) {
        let isThereBefore: Bool = try row.decode("was_there")
        let isThereAfter: Bool = try row.decode("is_there")
        try body(
          Cell(
            table: table.name, key: try row.decode("row_key"),
            change: isThereBefore ? isThereAfter ? .updated : .withdrawn : .inserted, column: try row.decode("name"),
            old: try row.decode("old"), new: try row.decode("new")))
      }
    }
  }

  private var parameters: [Parameter] { [.text(city.code), .int(Int64(begin)), .int(Int64(end))] }

  /// A row was, before the imports, what the first of them noted of it; after them it is what the next later import noted,
  /// or what is stored.
  private func cells(of table: Table) -> Statement {
    let stored = StoredTable(table: table, city: city.code)
    let values = table.columns.enumerated().map { position, column in
      """
      (
            \(position),
            '\(column.name)',
            \(ShownCells.text(of: column, in: "d.was", of: table)),
            \(ShownCells.text(of: column, in: "d.now_is", of: table))
          )
      """
    }
    return Statement(
      "changes of \(stored.name)",
      """
      with touched as (
        select distinct on (j.row_key)
          j.row_key,
          j.fields,
          j.row_before
        from journal j
        where j.city_code = $1
          and j.import_number > $2
          and j.import_number <= $3
          and j.table_name = '\(stored.name)'
        order by
          j.row_key,
          j.import_number
      ),
      both_ways as (
        select
          t.row_key,
          t.row_before is not null as was_there,
          case when l.is_noted then l.row_before is not null else stored.city_code is not null end as is_there,
          \(JournalRow.row("t.row_before", fields: "t.fields", of: stored.table.name, city: stored.city)) as was,
          case
            when l.is_noted then \(JournalRow.row("l.row_before", fields: "l.fields", of: stored.table.name, city: stored.city))
            else stored
          end as now_is
        from touched t
        left join lateral (
          select
            true as is_noted,
            later.fields,
            later.row_before
          from journal later
          where later.city_code = $1
            and later.table_name = '\(stored.name)'
            and later.row_key = t.row_key
            and later.import_number > $3
          order by later.import_number
          limit 1
        ) l on true
        left join \(stored.quotedName) as stored
          on stored.city_code = $1
          and \(stored.hasKey("t.row_key"))
      )
      select
        d.row_key,
        d.was_there,
        d.is_there,
        c.name,
        c.old,
        c.new
      from both_ways d
      cross join lateral (
        values
          \(values.joined(separator: ",\n    "))
      ) as c (position, name, old, new)
      where (d.was_there or d.is_there)
        and c.old is distinct from c.new
      order by
        d.row_key collate "C",
        c.position
      """, parameters)
  }
}
