import PostgresClient
import Schema

/// One city's part of a table that is partitioned by city.
///
/// Its first load goes into a table without keys, made in the same transaction: the server logs no row of it, and its
/// keys are built at once. The city's code is the partition's own: its rows come without it.
struct CityPartition: Sendable {
  /// The partitioned table.
  let parent: String
  /// All columns but the city's.
  let columns: [String]
  /// The columns that the server gathers statistics of. The city's is one of them: not knowing that all rows are the
  /// city's, it would plan for one in two hundred.
  let analyzed: [String]
  /// How full its pages are filled at first, in percent: rows that change often find room beside their old selves, and
  /// whoever reads them next need not tidy the page first.
  var fill = 100
  /// A city's code, as it stands in SQL where no parameter can. Checked to be letters, digits and `_`.
  let city: String

  var name: String { parent + "_" + city }
  private var quotedName: String { quotedIdentifier(name) }

  private func list(_ names: [String]) -> String {
    names.map(quotedIdentifier).joined(separator: ", ")
  }

  /// Whether the table is partitioned by city, and whether this city has its part.
  var state: Statement {
    Statement(
      "partition of \(parent)",
      """
      select
        relkind = 'p' as is_partitioned,
        exists (
          select from pg_inherits
          join pg_class child on child.oid = inhrelid
          where inhparent = parent.oid
            and child.relname = $2
        ) as has_partition
      from pg_class parent
      where parent.oid = ('cadre.' || quote_ident($1::text))::regclass
      """,
      [.text(parent), .text(name)])
  }

  /// Whether a load of these tables may have to make a part for the city. Rows of a city from before tables had parts stay
  /// where they are.
  static func isMissing(
    of tables: [String], city: String, _ connection: PostgresConnection
  ) async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "missing parts",
        """
        select exists (
          select
          from pg_class parent
          where parent.relnamespace = 'cadre'::regnamespace
            and parent.relkind = 'p'
            and parent.relname = any($1::text[])
            and not exists (
              select
              from pg_inherits i
              join pg_class part on part.oid = i.inhrelid
              where i.inhparent = parent.oid
                and part.relname = parent.relname || '_' || $2::text
            )
            and not exists (
              select
              from import_files f
              where f.city_code = $2::text
                and f.table_name = parent.relname
                and f.rows_inserted > 0
            )
        ) as found
        """, [.textArray(tables), .text(city)]))
    return try rows.first?.decode("found") ?? true
  }

  /// Rows of a table made in the same transaction need no second look by the server later.
  var copy: Statement {
    Statement("copy into \(name)", "copy \(quotedName) (\(list(columns))) from stdin (format binary, freeze)", [])
  }

  /// Fills it, with its key to come, keeps the key and the parent's other indexes, and puts it in its place. The schema's
  /// owner makes it, by a function.
  ///
  /// - Parameter filled: stores the rows, by `copy`; tells how many, and whether they came in the order of the key.
  nonisolated(nonsending) func build(
    on connection: PostgresConnection, filled: nonisolated(nonsending) () async throws -> (rows: Int, areSorted: Bool)
  ) async throws -> Int {
    _ = try await connection.query(
      Statement(
        "make \(name)", "select cadre.make_city_part($1::text, $2::text, $3::integer)",
        [.text(parent), .text(city), .int(Int64(fill))]))
    let (stored, areSorted) = try await filled()
    // Workers that share out a sort only cost where there is nothing to sort.
    if areSorted {
      try await connection.execute(
        Statement("no workers for \(name)", "set local max_parallel_maintenance_workers to 0", []))
    }
    _ = try await connection.query(
      Statement(
        "finish \(name)", "select cadre.finish_city_part($1::text, $2::text, $3::text[])",
        [.text(parent), .text(city), .textArray(analyzed)]))
    try await connection.execute(
      Statement("workers for \(name)", "set local max_parallel_maintenance_workers to default", []))
    return stored
  }
}
