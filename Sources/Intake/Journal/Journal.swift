import CadreModel
import DataContract
import Journal
import PostgresClient

/// What an import changes, row by row, and what training sums were before: gathered while it runs, kept under its number at
/// its end.
struct Journal {
  let city: City
  let connection: PostgresConnection

  static let table = "journal"

  private var part: CityPartition {
    CityPartition(
      parent: Self.table,
      columns: ["import_number", "table_name", "row_key", "change", "fields", "row_before", "reason", "row_digest"],
      analyzed: ["city_code"], city: city.code)
  }

  /// Begins the list, for the length of the import's transaction; a city's first import makes its part of the journal.
  nonisolated(nonsending) func begin() async throws {
    let state = try await connection.query(part.state).first
    if try state?.decode("is_partitioned", as: Bool.self) == true, try state?.decode("has_partition", as: Bool.self) == false {
      _ = try await part.build(on: connection) { (0, true) }
    }
    try await connection.execute(
      Statement(
        "make list of changes",
        """
        create temporary table journal_entry (
          table_name text not null,
          row_key text not null,
          change text not null,
          fields smallint,
          row_before text,
          reason text,
          row_digest bigint
        ) on commit drop
        """))
    try await FormerTrainingYears(city: city, connection: connection).begin()
  }

  /// Notes the rows that are about to be stored over others, or beside them.
  nonisolated(nonsending) func note(changed table: StoredTable) async throws {
    try await connection.execute(
      Statement(
        "note changes of \(table.name)",
        """
        insert into journal_entry (table_name, row_key, change, fields, row_before, row_digest)
        select
          '\(table.name)',
          \(table.keyText(of: "c")),
          case when c.is_new then 'inserted' else 'updated' end,
          case when not c.is_new then f.count end,
          c.row_before,
          \(ContentDigest.hash(of: "c", columns: table.columns))
        from \(table.changed) c
        cross join (select \(JournalRow.fieldCount(of: table.table.name)) as count) f
        """, []))
  }

  /// Notes the rows that are about to go. Of one that came with the same import nothing is to be told; one that the import
  /// had changed goes as it was before.
  nonisolated(nonsending) func note(withdrawn rows: WithdrawnRows) async throws {
    let table = rows.table
    try await connection.execute(
      Statement(
        "note withdrawals from \(table.name)",
        """
        with earlier as (
          delete from journal_entry e
          using \(rows.name) w
          where e.table_name = '\(table.name)'
            and e.row_key = \(table.keyText(of: "w"))
          returning e.row_key, e.change, e.fields, e.row_before
        )
        insert into journal_entry (table_name, row_key, change, fields, row_before, reason)
        select
          '\(table.name)',
          \(table.keyText(of: "w")),
          'withdrawn',
          coalesce(e.fields, f.count),
          coalesce(e.row_before, w.row_before),
          w.reason
        from \(rows.name) w
        cross join (select \(JournalRow.fieldCount(of: table.table.name)) as count) f
        left join earlier e on e.row_key = \(table.keyText(of: "w"))
        where e.change is distinct from 'inserted'
        """, []))
  }

  /// Keeps the list under the import's number.
  nonisolated(nonsending) func store(_ number: Int) async throws {
    try await connection.execute(
      Statement(
        "store journal",
        """
        insert into journal (city_code, import_number, table_name, row_key, change, fields, row_before, reason, row_digest)
        select
          $1,
          $2,
          e.table_name,
          e.row_key,
          e.change,
          e.fields,
          e.row_before,
          e.reason,
          e.row_digest
        from journal_entry e
        """, [.text(city.code), .int(Int64(number))]))
    try await FormerTrainingYears(city: city, connection: connection).store(number)
  }
}
