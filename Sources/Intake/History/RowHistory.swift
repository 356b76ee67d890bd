public import CadreModel
public import DataContract
public import IdentityNumbers
import Journal
public import PostgresClient

/// The versions of one row, the first one first, each with the import that brought it.
public struct RowHistory: Sendable, Hashable {
  public let table: TableName
  public let key: String
  public let versions: [Version]

  public struct Version: Sendable, Hashable {
    /// Nil where it came before imports noted changes.
    public let cameWith: PastImport?
    /// As files hold them, in the contract's order; nil where the row was withdrawn.
    public let cells: [String?]?
    /// Why it was withdrawn, where a list of withdrawals told.
    public let reason: String?
  }

  /// Inside a transaction about the city.
  /// - Parameter numbers: how identity numbers are shown.
  /// - Throws: `UndoError.noSuchRow`, `IdentityKeyError`, `PostgresError`.
  public static func read(
    _ name: TableName, key: String, of city: City, numbers: ShownNumbers = .hidden, on connection: PostgresConnection
  ) async throws -> RowHistory {
    let table = Table[name]
    let stored = StoredTable(table: table, city: city.code)
    func cells(_ row: String) -> String {
      "array[" + table.columns.map { ShownCells.text(of: $0, in: row, of: table) }.joined(separator: ", ") + "]"
    }
    let entries = try await connection.query(
      Statement(
        "history of a row",
        """
        select
          j.import_number,
          j.reason,
          j.is_there,
          \(cells("j.was")) as cells
        from (
          select
            j.import_number,
            j.reason,
            j.row_before is not null as is_there,
            \(JournalRow.row("j.row_before", fields: "j.fields", of: name, city: city.code)) as was
          from journal j
          where j.city_code = $1
            and j.table_name = '\(stored.name)'
            and j.row_key = $2
        ) j
        order by j.import_number
        """, [.text(city.code), .text(key)]))
    let present = try await connection.query(
      Statement(
        "a row as it is",
        """
        select \(cells("stored")) as cells
        from \(stored.quotedName) as stored
        where stored.city_code = $1
          and \(stored.hasKey("$2::text"))
        """, [.text(city.code), .text(key)]))
    guard !entries.isEmpty || !present.isEmpty else { throw UndoError.noSuchRow(name, key: key) }
    let imports = try await ImportsReader(city, on: connection).all()
    let firstLoad = try await connection.query(
      Statement(
        "first load of a table",
        """
        select f.import_number
        from import_files f
        where f.city_code = $1
          and f.table_name = $2
          and f.journal = 'first_load'
        """, [.text(city.code), .text(stored.name)]))
    let first = try firstLoad.first?.decode("import_number", as: Int.self)

    func shown(_ cells: [String?]) throws -> [String?] {
      try zip(table.columns, cells).map { column, cell in
        guard case .identityNumber = column.type else { return cell }
        return try cell.map { try numbers.text($0) }
      }
    }
    // What an entry holds is the version before it; the last one is what is stored.
    var states: [[String?]?] = []
    for entry in entries {
      states.append(try entry.decode("is_there") ? shown(try entry.decode("cells")) : nil)
    }
    states.append(try present.first.map { try shown(try $0.decode("cells")) })
    var versions: [Version] = []
    if let before = states[0] {
      versions.append(Version(cameWith: imports.first { $0.number == first }, cells: before, reason: nil))
    }
    for (position, entry) in entries.enumerated() {
      let number: Int = try entry.decode("import_number")
      versions.append(
        Version(
          cameWith: imports.first { $0.number == number }, cells: states[position + 1],
          reason: try entry.decode("reason")))
    }
    return RowHistory(table: name, key: key, versions: versions)
  }
}
