public import CadreModel
public import DataContract
public import IdentityNumbers
import Journal
public import PostgresClient

/// What a city's rows were before some imports and after them, cell by cell. Inside a transaction about the city.
public struct ImportDifference {
  public let city: City
  /// How identity numbers are shown.
  let numbers: ShownNumbers
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
  ///   - numbers: how identity numbers are shown.
  public init(_ number: Int, until last: Int?, of city: City, numbers: ShownNumbers = .hidden, on connection: PostgresConnection)
  {
    self.city = city
    self.numbers = numbers
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
        let name: String = try row.decode("name")
        var (old, new): (String?, String?) = (try row.decode("old"), try row.decode("new"))
        if case .identityNumber = table.column(name)?.type {
          (old, new) = (try old.map { try numbers.text($0) }, try new.map { try numbers.text($0) })
        }
        try body(
          Cell(
            table: table.name, key: try row.decode("row_key"),
            change: isThereBefore ? isThereAfter ? .updated : .withdrawn : .inserted, column: name, old: old, new: new))
      }
    }
  }

  private var parameters: [Parameter] { [.text(city.code), .int(Int64(begin)), .int(Int64(end))] }

  private func cells(of table: Table) -> Statement {
    let versions = RowVersions(of: table, after: begin, until: end, in: city.code)
    return Statement(
      "changes of \(table.name)",
      """
      \(versions.cells)
      order by
        d.row_key collate "C",
        c.position
      """, [])
  }
}
