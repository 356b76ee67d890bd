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
    let areSumsOther = !names.isDisjoint(with: [.trainingRecords, .trainingClasses])
    let areRecordsNew = changed.contains { $0.name == .trainingRecords && $0.isNew }
    let training = areSumsOther ? try await KnownTrainingYears.find(data, areRecordsNew: areRecordsNew, on: connection) : nil
    try await training?.prepare()
    try await tables.makeRoom()
    for table in changed { try await tables.cover(table) }
    try await connection.execute(
      Statement("see what was known", "set local search_path to pg_catalog, pg_temp, cadre", []))
    try await training?.cover()
  }

  /// Whether the journal tells how these data were: it does not reach back to before it was kept.
  ///
  /// - Throws: `PostgresError`.
  package static func canShow(_ data: KnownData?, on connection: PostgresConnection) async throws -> Bool {
    guard let data else { return true }
    do {
      _ = try await KnownTables(data: data, connection: connection).changed()
      return true
    } catch KnownError.beforeJournal {
      return false
    }
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
        "find rows of \(name) changed since by their keys", "create unique index on \(Self.since(name)) (row_key)", []))
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
        -- Materialized, or the text would be read again for each column.
        with before as materialized (
          select \(JournalRow.row("s.row_before", fields: "s.fields", of: name, city: city)) as was
          from \(Self.since(name)) s
          where s.row_before is not null
        )
        select (b.was).*
        from before b
        """, []))
    try await indexBefore(name)
    for table in [Self.since(name), Self.before(name)] {
      try await connection.execute(Statement("analyze what was known", "analyze \(table)", []))
    }
  }

  /// Gives the rows as they were the table's indexes: rules that look up a few persons' rows do so here as there. By its key
  /// nobody looks a row up among so few.
  private func indexBefore(_ name: TableName) async throws {
    let indexes = try await connection.query(
      Statement(
        "indexes of \(name)",
        """
        select substring(pg_get_indexdef(i.indexrelid) from ' USING .*') as form
        from pg_index i
        where i.indrelid = '\(Self.stored(name))'::regclass
          and not i.indisunique
        order by i.indexrelid
        """, []))
    for index in indexes {
      let form: String = try index.decode("form")
      try await connection.execute(
        Statement("index \(name) as known", "create index on \(Self.before(name))\(form)", []))
    }
  }

  /// Lets the keys that are left out be held in memory: past the limit the server would look through all of them for each
  /// row instead.
  private func makeRoom() async throws {
    try await connection.execute(
      Statement(
        "make room for the keys of what changed",
        """
        with left_out as (
          select max(c.reltuples * (s.width + 64)) as bytes
          from pg_class c
          cross join lateral (
            select sum(a.avg_width) as width
            from pg_stats a
            where a.schemaname = c.relnamespace::regnamespace::text
              and a.tablename = c.relname
              and a.attname in ('row_key', 'person_id', 'year')
          ) s
          where c.relnamespace = pg_my_temp_schema()
            and (c.relname like 'since\\_%' or c.relname = 'before_training_years')
        ),
        needed as (
          select ceil(l.bytes / (pg_size_bytes(current_setting('work_mem')))) as multiplier
          from left_out l
        )
        select set_config('hash_mem_multiplier', least(n.multiplier, 1000)::text, true)
        from needed n
        where n.multiplier > current_setting('hash_mem_multiplier')::float
        """, []))
  }

  /// Covers the table by a view.
  ///
  /// Its form is what the server plans like the table itself, by the indexes and statistics of both halves: the halves
  /// stand alone, and what is left out of the stored one is a condition on their union. That `not exists` it answers by
  /// the index for a few rows, and from a hash table for many.
  private func cover(_ changed: Changed) async throws {
    let table = Table[changed.name]
    let columns = ["city_code"] + table.columns.map(\.name)
    guard !changed.isNew else {
      return try await cover(
        changed.name,
        """
        select
          \(Self.list("b", columns))
        from \(Self.before(changed.name)) b
        """)
    }
    try await cover(
      changed.name,
      """
      select
        \(Self.list("u", columns))
      from (
        select
          false as is_of_then,
          \(Self.list("t", columns))
        from \(Self.stored(changed.name)) t
        union all
        select
          true,
          \(Self.list("b", columns))
        from \(Self.before(changed.name)) b
      ) u
      where u.city_code = '\(city)'
        and (
          u.is_of_then
          or not exists (
            select
            from \(Self.since(changed.name)) s
            where s.row_key = \(JournalRow.key(of: "u", in: table))
          )
        )
      """)
  }

  private func cover(_ name: TableName, _ rows: String) async throws {
    try await connection.execute(
      Statement(
        "\(name) as known",
        """
        create temporary view \(quotedIdentifier(name.rawValue)) as
        \(rows)
        """, []))
  }

  /// The columns of a row.
  static func list(_ row: String, _ columns: [String]) -> String {
    columns.map { "\(row).\(quotedIdentifier($0))" }.joined(separator: ",\n  ")
  }
}
