import CadreModel
import DataContract
import PostgresClient

/// Whom and what the changed rows of a table name, and when those rows are dated: an evaluation that follows judges those
/// persons and units again and no others.
struct NamedInChanges {
  /// Of more changes no list is kept: judging all is quicker then.
  static let mostChanges = 20_000

  let table: StoredTable
  /// The changed rows, or those about to be withdrawn, as they stand in a `from`.
  let rows: String

  /// The kinds of subjects that rows can name, with the column that holds them once listed.
  private static let kinds: [(kind: TableName, list: String, column: String)] = [
    (.persons, "touched_persons", "person_id"), (.units, "touched_units", "unit_id"),
  ]

  /// The list of the whole import, for the length of its transaction.
  static func makeList(_ connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement(
        "make list of touched subjects",
        """
        create temporary table touched_subject_list (
          table_name text, kind text, subject_id text, first_on date, last_on date
        ) on commit drop
        """))
  }

  /// Lists the persons and units that rows name which are about to be stored, and those that the rows name which they
  /// replace.
  ///
  /// - Returns: of which kind all subjects are listed; none where a changed row names nobody and nothing.
  func list(changes: Int, on connection: PostgresConnection) async throws -> Set<TableName> {
    let kinds = Self.kinds.map { (kind: $0.kind, columns: table.table.columns(naming: $0.kind)) }
      .filter { !$0.columns.isEmpty }
    guard !kinds.isEmpty, changes <= Self.mostChanges,
      // Such a column names persons or units, and is neither's own.
      !table.table.columns.contains(where: { $0.type == .subject }),
      try await !hasUnnamedRow(naming: kinds.flatMap(\.columns), on: connection)
    else { return [] }
    for (kind, columns) in kinds { try await list(kind, columns, on: connection) }
    return Set(kinds.map(\.kind))
  }

  private var stored: String {
    let match = table.table.key.map { "stored.\(quotedIdentifier($0)) = c.\(quotedIdentifier($0))" }
    return """
      join \(quotedIdentifier(table.name)) stored
        on stored.city_code = $1
        and \(match.joined(separator: "\n  and "))
      """
  }

  private func cells(_ columns: [String], of row: String) -> String {
    columns.map { "\(row).\(quotedIdentifier($0))" }.joined(separator: ", ")
  }

  private func day(of row: String) -> String {
    table.table.ownDate.map { "\(row).\(quotedIdentifier($0))" } ?? "null::date"
  }

  private func hasUnnamedRow(naming columns: [String], on connection: PostgresConnection) async throws -> Bool {
    try await connection.query(
      Statement(
        "look for rows that name nothing",
        """
        select exists (
          select
          from \(rows) c
          where coalesce(\(cells(columns, of: "c"))) is null
        ) or exists (
          select
          from \(rows) c
          \(stored)
          where coalesce(\(cells(columns, of: "stored"))) is null
        ) as found
        """, [.text(table.city)])
    ).first?.decode("found", as: Bool.self) ?? true
  }

  private func list(_ kind: TableName, _ columns: [String], on connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement(
        "list touched \(kind.rawValue)",
        """
        insert into touched_subject_list (table_name, kind, subject_id, first_on, last_on)
        with named as (
          select
            named.id,
            \(day(of: "c")) as dated_on
          from \(rows) c
          cross join unnest(array[\(cells(columns, of: "c"))]) as named (id)
          union all
          select
            named.id,
            \(day(of: "stored"))
          from \(rows) c
          \(stored)
          cross join unnest(array[\(cells(columns, of: "stored"))]) as named (id)
        )
        select
          '\(table.name)',
          '\(kind.rawValue)',
          n.id,
          min(n.dated_on),
          max(n.dated_on)
        from named n
        where n.id is not null
        group by n.id
        """, [.text(table.city)]))
  }

  /// Keeps the list under the import's number.
  static func store(_ number: Int, of city: City, _ connection: PostgresConnection) async throws {
    for (kind, list, column) in kinds {
      try await connection.execute(
        Statement(
          "store touched \(kind.rawValue)",
          """
          insert into \(list) (city_code, import_number, table_name, \(column), first_on, last_on)
          select
            $1,
            $2,
            l.table_name,
            l.subject_id,
            min(l.first_on),
            max(l.last_on)
          from touched_subject_list l
          where l.kind = '\(kind.rawValue)'
          group by
            l.table_name,
            l.subject_id
          """, [.text(city.code), .int(Int64(number))]))
    }
  }
}
