import CadreModel
import DataContract
package import PostgresClient

/// Lets a transaction see a city's tables as they were after an import.
///
/// What imports have changed since is subtracted by the journal: of each row that changed the first later entry holds how it
/// was. Each table with such rows is covered by a view of the same name, which lies before it on the search path. Whatever
/// reads the table in this transaction, rules, explanations or names, reads the view. Tables that have not changed are read
/// as they are.
package struct KnownTables: Sendable {
  let data: KnownData
  let connection: PostgresConnection

  private var city: String { data.city.code }

  /// Makes the views, for the length of the transaction.
  ///
  /// - Throws: `KnownError.beforeJournal`, `PostgresError`.
  package static func show(_ data: KnownData, on connection: PostgresConnection) async throws {
    let tables = KnownTables(data: data, connection: connection)
    let changed = try await tables.changed()
    for table in changed { try await tables.prepare(table) }
    let names = Set(changed.map(\.name))
    // Sums are made from the records and classes of then: before their tables are covered, both states can be read.
    let training = KnownTrainingYears(city: tables.city, connection: connection)
    let areSumsOther = !names.isDisjoint(with: [.trainingRecords, .trainingClasses])
    let areRecordsNew = changed.contains { $0.name == .trainingRecords && $0.isNew }
    if areSumsOther { try await training.prepare(changed: names, areRecordsNew: areRecordsNew) }
    for table in changed { try await tables.cover(table) }
    if areSumsOther { try await training.cover(areRecordsNew: areRecordsNew) }
    try await connection.execute(
      Statement("see what was known", "set local search_path to pg_catalog, pg_temp, cadre", []))
  }

  /// A table that imports have changed since.
  private struct Changed {
    let name: TableName
    /// Whether its first rows came since.
    let isNew: Bool
  }

  private func changed() async throws -> [Changed] {
    let rows = try await connection.query(
      Statement(
        "tables changed since an import",
        """
        select
          f.table_name,
          bool_or(f.journal = 'first_load') as is_new,
          min(f.import_number) filter (where f.journal = 'none') as unknown
        from import_files f
        where f.city_code = $1
          and f.import_number > $2
          and f.rows_inserted + f.rows_updated + f.rows_withdrawn > 0
        group by f.table_name
        order by f.table_name
        """, [.text(city), .int(Int64(data.number))]))
    return try rows.compactMap { row in
      if let unknown = try row.decode("unknown", as: Int?.self) {
        throw KnownError.beforeJournal(data.number, city: data.city, later: unknown)
      }
      guard let name = TableName(rawValue: try row.decode("table_name", as: String.self)) else { return nil }
      return Changed(name: name, isNew: try row.decode("is_new"))
    }
  }

  // MARK: Names

  /// The keys of the rows that changed since.
  static func since(_ table: TableName) -> String { quotedIdentifier("since_" + table.rawValue) }

  /// The rows that changed since, as they were; without those that came since.
  static func before(_ table: TableName) -> String { quotedIdentifier("before_" + table.rawValue) }

  static func stored(_ table: TableName) -> String { "cadre." + quotedIdentifier(table.rawValue) }

  // MARK: One table

  private func prepare(_ changed: Changed) async throws {
    let name = changed.name
    try await connection.execute(
      Statement(
        "rows of \(name) changed since",
        """
        create temporary table \(Self.since(name)) on commit drop as
        select distinct on (j.row_key)
          j.row_key,
          j.fields,
          j.row_before
        from journal j
        where j.city_code = '\(city)'
          and j.table_name = '\(name.rawValue)'
          and j.import_number > \(data.number)
        order by
          j.row_key,
          j.import_number
        """, []))
    try await connection.execute(
      Statement(
        "make \(name) as known",
        "create temporary table \(Self.before(name)) (like \(Self.stored(name))) on commit drop", []))
    guard !changed.isNew else { return }
    try await connection.execute(
      Statement(
        "rows of \(name) as known",
        """
        insert into \(Self.before(name))
        select (b.was).*
        from (
          select \(JournalRow.row("s.row_before", fields: "s.fields", of: name, city: city)) as was
          from \(Self.since(name)) s
          where s.row_before is not null
        ) b
        """, []))
    for table in [Self.since(name), Self.before(name)] {
      try await connection.execute(Statement("analyze what was known", "analyze \(table)", []))
    }
  }

  private func cover(_ changed: Changed) async throws {
    let table = Table[changed.name]
    let columns = (["city_code"] + table.columns.map(\.name)).map(quotedIdentifier)
    func list(_ row: String) -> String { columns.map { "\(row).\($0)" }.joined(separator: ",\n  ") }
    let present =
      changed.isNew
      ? ""
      : """
      select
        \(list("t"))
      from \(Self.stored(changed.name)) t
      where t.city_code = '\(city)'
        and not exists (
          select 1
          from \(Self.since(changed.name)) s
          where s.row_key = \(JournalRow.key(of: "t", in: table))
        )
      union all

      """
    try await connection.execute(
      Statement(
        "\(changed.name) as known",
        """
        create temporary view \(quotedIdentifier(changed.name.rawValue)) as
        \(present)select
          \(list("b"))
        from \(Self.before(changed.name)) b
        """, []))
  }
}
