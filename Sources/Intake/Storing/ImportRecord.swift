import CadreModel
import DataContract
import Digest
import Journal
import PostgresClient
import Schema
import Spreadsheet

/// What the database remembers of an import.
struct ImportRecord: Sendable, Hashable {
  let number: Int
  let watermark: String

  /// A file as its table's last import had it.
  struct KnownFile: Sendable, Hashable {
    let sha256: String
    let encoding: String
    let rows: Int
    let rejected: Int
    /// Whether rows of the table went with that import: the file may hold rows that are not stored any more.
    let hasWithdrawn: Bool

    /// Whether that file's rows are all stored, just as this one has them.
    func isSame(as file: DeliveredFile) -> Bool {
      sha256 == file.sha256 && encoding == file.encodingName && rejected == 0 && !hasWithdrawn
    }
  }

  /// Waits until no other import of the city runs, and nobody changes the schema.
  static func lock(_ city: City, _ connection: PostgresConnection) async throws {
    try await connection.holdForTransaction(.schema(.shared))
    try await connection.holdForTransaction(NamedLock("cadre import \(city.code)"))
  }

  /// Waits until no import of another city is in the way of the parts that this one has to make: after the city's lock,
  /// and before anything else is locked.
  static func lockParts(
    for files: [WaitingFile], of city: City, _ connection: PostgresConnection
  ) async throws {
    let makesParts = try await CityPartition.isMissing(
      of: files.map(\.table.name.rawValue) + [Journal.table], city: city.code, connection)
    try await connection.holdForTransaction(.cityParts(makesParts ? .exclusive : .shared))
  }

  /// What an import that begins now will be known by.
  static func stamp(of city: City, _ connection: PostgresConnection) async throws -> ImportStamp {
    let row = try await connection.query(
      Statement("stamp", "select (extract(epoch from now()) * 1000000)::bigint as microseconds")
    ).first
    return ImportStamp(city: city.code, microseconds: try row?.decode("microseconds", as: Int64.self) ?? 0)
  }

  /// The number of the import with that stamp; nil where none was stored.
  static func number(of stamp: ImportStamp, _ connection: PostgresConnection) async throws -> Int? {
    let row = try await connection.query(
      Statement(
        "import of a stamp",
        """
        select import_number
        from imports
        where city_code = $1
          and (extract(epoch from imported_on) * 1000000)::bigint = $2
        """,
        [.text(stamp.city), .int(stamp.microseconds)])
    ).first
    return try row?.decode("import_number", as: Int.self)
  }

  static func knownFiles(of city: City, _ connection: PostgresConnection) async throws -> [TableName: KnownFile] {
    let rows = try await connection.query(
      Statement(
        "known files",
        """
        select distinct on (table_name)
          table_name,
          sha256,
          encoding,
          rows_inserted + rows_updated + rows_unchanged as rows,
          rows_rejected,
          rows_withdrawn > 0 as has_withdrawn
        from import_files
        where city_code = $1
        order by table_name, import_number desc
        """,
        [.text(city.code)]))
    var known: [TableName: KnownFile] = [:]
    for row in rows {
      guard let table = TableName(rawValue: try row.decode("table_name", as: String.self)) else { continue }
      known[table] = KnownFile(
        sha256: try row.decode("sha256", as: String.self), encoding: try row.decode("encoding", as: String.self),
        rows: try row.decode("rows", as: Int.self), rejected: try row.decode("rows_rejected", as: Int.self),
        hasWithdrawn: try row.decode("has_withdrawn", as: Bool.self))
    }
    return known
  }

  /// The tables that have had rows of the city.
  static func loadedTables(of city: City, _ connection: PostgresConnection) async throws -> Set<TableName> {
    let rows = try await connection.query(
      Statement(
        "tables loaded before",
        """
        select distinct f.table_name
        from import_files f
        where f.city_code = $1
          and f.rows_inserted > 0
        """, [.text(city.code)]))
    return Set(try rows.compactMap { TableName(rawValue: try $0.decode("table_name", as: String.self)) })
  }

  /// Notes the list of rows that were to go, beside the tables that they went from.
  func store(_ file: WithdrawalsFile, of city: City, _ connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement(
        "store list of withdrawals",
        """
        insert into import_files (
          city_code, import_number, table_name, file_name, sha256, encoding, byte_size,
          rows_inserted, rows_updated, rows_unchanged, rows_rejected
        )
        values ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0)
        """,
        [
          .text(city.code), .int(Int64(number)), .text(Withdrawals.name), .text(file.name), .text(file.sha256),
          .text(file.encodingName), .int(Int64(file.byteSize)),
        ]))
  }

  /// The city's last import; nil before its first.
  static func last(of city: City, _ connection: PostgresConnection) async throws -> ImportRecord? {
    let last = try await connection.query(
      Statement(
        "last import",
        """
        select import_number, watermark
        from imports
        where city_code = $1
        order by import_number desc
        limit 1
        """,
        [.text(city.code)])
    ).first
    return try last.map { ImportRecord(number: try $0.decode("import_number"), watermark: try $0.decode("watermark")) }
  }

  /// Notes an import; the watermark moves only if a row changed.
  ///
  /// - Parameter last: the city's import before it.
  static func store(
    _ tables: [TableReport], after last: ImportRecord?, of city: City, _ options: ImportOptions, undoes: Int? = nil,
    _ connection: PostgresConnection
  ) async throws -> ImportRecord {
    let number = (last?.number ?? 0) + 1
    let previous = last?.watermark
    let rows = tables.reduce(RowCounts()) { $0 + $1.rows }
    let watermark =
      if let previous, rows.changed == 0 { previous } else { next(after: previous ?? "", tables) }
    try await connection.execute(
      Statement(
        "store import",
        """
        insert into imports (
          city_code, import_number, imported_by, program_version, quarantine,
          rows_inserted, rows_updated, rows_unchanged, rows_rejected, rows_withdrawn, watermark, undoes, login
        )
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, session_user)
        """,
        [
          .text(city.code), .int(Int64(number)), .text(options.importedBy), .text(options.programVersion),
          .bool(options.quarantine != nil),
        ] + counts(rows) + [.text(watermark), Parameter(undoes)]))
    for table in tables { try await store(table, number, of: city, connection) }
    try await NamedInChanges.store(number, of: city, connection)
    try await Journal(city: city, connection: connection).store(number)
    return ImportRecord(number: number, watermark: watermark)
  }

  private static func store(
    _ table: TableReport, _ number: Int, of city: City, _ connection: PostgresConnection
  ) async throws {
    try await connection.execute(
      Statement(
        "store import file",
        """
        insert into import_files (
          city_code, import_number, table_name, file_name, sha256, encoding, byte_size,
          rows_inserted, rows_updated, rows_unchanged, rows_rejected, rows_withdrawn, persons_listed, units_listed,
          newest_on, journal, is_received
        )
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """,
        [
          .text(city.code), .int(Int64(number)), .text(table.table.rawValue), .text(table.file), .text(table.sha256),
          .text(table.encodingName), .int(Int64(table.byteSize)),
        ] + counts(table.rows) + [
          .bool(table.listed.contains(.persons)), .bool(table.listed.contains(.units)),
          Parameter(table.newestOn), .text(table.journal.rawValue), .bool(table.isReceived),
        ]))
  }

  private static func counts(_ rows: RowCounts) -> [Parameter] {
    [rows.inserted, rows.updated, rows.unchanged, rows.rejected, rows.withdrawn].map { .int(Int64($0)) }
  }

  private static func next(after previous: String, _ tables: [TableReport]) -> String {
    SHA256.hex(of: ([previous] + tables.map { "\($0.table.rawValue) \($0.sha256)" }).joined(separator: "\n"))
  }
}
