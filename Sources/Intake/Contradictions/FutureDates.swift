import CadreModel
import DataContract
import PostgresClient

/// Rows dated after the day of the import: a row's own date, and a person's birth. What is due, approved or valid may lie ahead.
struct FutureDates {
  let city: City
  let connection: PostgresConnection
  /// The day of the import, as days since 2000.
  let today: Int32

  /// Begins the list, for the length of the import's transaction.
  static nonisolated(nonsending) func begin(for city: City, _ connection: PostgresConnection) async throws -> FutureDates {
    try await connection.execute(
      Statement(
        "make list of future dates",
        """
        create temporary table future_row (
          table_name text, row_key text, subject_id text, dated_on date
        ) on commit drop
        """))
    // Rows looked at in this import, whatever their date: what was told of them before is told anew.
    try await connection.execute(
      Statement(
        "make list of rows looked at", "create temporary table dated_row (table_name text, row_key text) on commit drop"))
    let rows = try await connection.query(Statement("today", "select current_date - date '2000-01-01' as today"))
    return FutureDates(
      city: city, connection: connection, today: Int32(try rows.first?.decode("today", as: Int.self) ?? .max))
  }

  /// The columns that say when a row's matter happened.
  static func columns(of table: Table) -> [String] {
    table.columns.filter { $0.type == .date(.own) || table.name == .persons && $0.name == "birth_date" }.map(\.name)
  }

  /// Looks through rows that are new or have changed.
  ///
  /// - Parameter rows: the table or its changed rows, as it stands in a `from`.
  nonisolated(nonsending) func look(through rows: String, of table: Table) async throws {
    let columns = Self.columns(of: table).map { "r.\(quotedIdentifier($0))" }
    guard !columns.isEmpty else { return }
    let key = table.key.map { "r.\(quotedIdentifier($0))::text" }.joined(separator: " || ':' || ")
    let date = "greatest(\(columns.joined(separator: ", ")))"
    try await connection.execute(
      Statement(
        "rows of \(table.name.rawValue) dated ahead",
        """
        insert into future_row (table_name, row_key, subject_id, dated_on)
        select
          '\(table.name.rawValue)',
          \(key),
          \(key),
          \(date)
        from \(rows) r
        where r.city_code = $1
          and \(date) > current_date
        """, [.text(city.code)]))
  }

  /// Looks through changed rows, and forgets what was told of them before.
  nonisolated(nonsending) func lookAgain(through changed: String, of table: Table) async throws {
    try await forget(changed, of: table)
    try await look(through: changed, of: table)
  }

  /// Forgets what was told before of rows that have changed, or are withdrawn.
  nonisolated(nonsending) func forget(_ changed: String, of table: Table) async throws {
    guard !Self.columns(of: table).isEmpty else { return }
    let key = table.key.map { "r.\(quotedIdentifier($0))::text" }.joined(separator: " || ':' || ")
    try await connection.execute(
      Statement(
        "changed rows of \(table.name.rawValue)",
        """
        insert into dated_row (table_name, row_key)
        select
          '\(table.name.rawValue)',
          \(key)
        from \(changed) r
        where not r.is_new
        """, []))
  }

  /// Adds what was found to the contradictions found; forgets the rows whose day has come.
  nonisolated(nonsending) func addFound() async throws {
    try await connection.execute(
      Statement(
        "forget future dates",
        """
        delete from contradictions c
        where c.city_code = $1
          and c.kind = '\(Contradiction.datedInFuture.rawValue)'
          and (
            c.detail[1]::date <= current_date
            or (c.table_name, c.row_key) in (
              select
                d.table_name,
                d.row_key
              from dated_row d
            )
          )
        """, [.text(city.code)]))
    try await connection.execute(
      Statement(
        "add future dates",
        """
        insert into found_contradiction (kind, table_name, row_key, other_key, subject_id, other_id, detail)
        select
          '\(Contradiction.datedInFuture.rawValue)',
          f.table_name,
          f.row_key,
          '',
          f.subject_id,
          null,
          array[f.dated_on::text]
        from future_row f
        """, []))
  }
}
