public import CadreModel
public import PostgresClient

/// An import as the database remembers it.
public struct PastImport: Sendable, Hashable {
  public let number: Int
  public let on: PostgresTimestamp
  /// The account and machine that ran the program, and the login at the database; empty where it was not noted.
  public let by: String
  public let login: String
  public let programVersion: String
  /// The import that it takes back.
  public let undoes: Int?
  public let rows: RowCounts
  public let watermark: String
}

/// A file of a past import, or what was withdrawn from a table or undone in it.
public struct PastFile: Sendable, Hashable {
  /// The table's name; `withdrawals` for the list of rows that were to go.
  public let table: String
  public let name: String
  public let sha256: String
  public let encoding: String
  public let byteSize: Int
  public let rows: RowCounts
  /// Whether these were the first rows that the table ever had.
  public let isFirstLoad: Bool
}

/// Reads what the database remembers of a city's imports. Inside a transaction about the city.
public struct ImportsReader {
  public let city: City
  let connection: PostgresConnection

  public init(_ city: City, on connection: PostgresConnection) {
    self.city = city
    self.connection = connection
  }

  /// All imports, the first one first.
  public nonisolated(nonsending) func all() async throws -> [PastImport] {
    let rows = try await connection.query(
      Statement(
        "imports",
        """
        select
          i.import_number,
          i.imported_on,
          i.imported_by,
          i.login,
          i.program_version,
          i.undoes,
          i.rows_inserted,
          i.rows_updated,
          i.rows_unchanged,
          i.rows_rejected,
          i.rows_withdrawn,
          i.watermark
        from imports i
        where i.city_code = $1
        order by i.import_number
        """, [.text(city.code)]))
    return try rows.map { row in
      PastImport(
        number: try row.decode("import_number"), on: try row.decode("imported_on"), by: try row.decode("imported_by"),
        login: try row.decode("login"), programVersion: try row.decode("program_version"),
        undoes: try row.decode("undoes"), rows: try RowCounts(row), watermark: try row.decode("watermark"))
    }
  }

  /// - Throws: `UndoError.noSuchImport`, `PostgresError`.
  public nonisolated(nonsending) func one(_ number: Int) async throws -> PastImport {
    let all = try await all()
    guard let found = all.first(where: { $0.number == number }) else {
      throw UndoError.noSuchImport(number, last: all.last?.number)
    }
    return found
  }

  /// The files of an import, in the order of their tables' names.
  public nonisolated(nonsending) func files(of number: Int) async throws -> [PastFile] {
    let rows = try await connection.query(
      Statement(
        "files of an import",
        """
        select
          f.table_name,
          f.file_name,
          f.sha256,
          f.encoding,
          f.byte_size,
          f.rows_inserted,
          f.rows_updated,
          f.rows_unchanged,
          f.rows_rejected,
          f.rows_withdrawn,
          f.journal = 'first_load' as is_first_load
        from import_files f
        where f.city_code = $1
          and f.import_number = $2
        order by f.table_name collate "C"
        """, [.text(city.code), .int(Int64(number))]))
    return try rows.map { row in
      PastFile(
        table: try row.decode("table_name"), name: try row.decode("file_name"), sha256: try row.decode("sha256"),
        encoding: try row.decode("encoding"), byteSize: try row.decode("byte_size"), rows: try RowCounts(row),
        isFirstLoad: try row.decode("is_first_load"))
    }
  }
}

extension RowCounts {
  fileprivate init(_ row: Row) throws {
    self.init(
      inserted: try row.decode("rows_inserted"), updated: try row.decode("rows_updated"),
      unchanged: try row.decode("rows_unchanged"), rejected: try row.decode("rows_rejected"),
      withdrawn: try row.decode("rows_withdrawn"))
  }
}
