import CadreModel
public import DataContract
import PostgresClient

/// The stored rows of a table that are to go, set apart in a table of their own until all are known.
struct WithdrawnRows {
  let table: StoredTable
  let city: City
  let connection: PostgresConnection

  var name: String { quotedIdentifier("withdrawn_" + table.name) }
  private var columns: String { table.list(table.columns, prefix: "stored.") }

  /// Whether rows have been set apart.
  nonisolated(nonsending) func exist() async throws -> Bool {
    let found = try await connection.query(
      Statement(
        "rows to withdraw", "select to_regclass('pg_temp.' || quote_ident($1::text)) is not null as found",
        [.text("withdrawn_" + table.name)]))
    return try found.first?.decode("found") ?? false
  }

  private nonisolated(nonsending) func make() async throws {
    try await connection.execute(
      Statement(
        "make list of withdrawn \(table.name)",
        """
        create temporary table if not exists \(name) (
          like \(table.quotedName),
          row_before text not null,
          digest_before bigint not null,
          reason text,
          is_new boolean not null default false
        ) on commit drop
        """, []))
  }

  /// Adds those that a query names.
  ///
  /// - Parameters:
  ///   - source: what follows the stored rows in the `from`: joins and conditions.
  ///   - reason: SQL of why they go.
  private nonisolated(nonsending) func add(
    _ source: String, _ parameters: [Parameter] = [], reason: String = "null"
  ) async throws {
    try await make()
    try await connection.execute(
      Statement(
        "set apart what goes of \(table.name)",
        """
        insert into \(name) (\(table.list(table.columns)), row_before, digest_before, reason)
        select
          \(columns),
          \(table.before),
          \(reason)
        from \(table.quotedName) as stored
        \(source)
          and not exists (
            select
            from \(name) w
            where \(table.hasSameKey("w", "stored"))
          )
        """, parameters))
    try await connection.execute(Statement("analyze withdrawn \(table.name)", "analyze \(name)", []))
  }

  /// Adds the stored rows that the whole file, now in the table of incoming rows, lacks.
  nonisolated(nonsending) func addMissing() async throws {
    try await add(
      """
      where stored.city_code = '\(city.code)'
        and not exists (
          select
          from \(table.incoming) as incoming
          where \(table.hasSameKey("incoming", "stored"))
        )
      """)
  }

  /// Adds the rows of those keys.
  ///
  /// - Parameters:
  ///   - keys: as one text each, their parts joined by `:`.
  ///   - reasons: as many.
  /// - Returns: the keys that are not stored, and that no import has withdrawn before.
  nonisolated(nonsending) func add(keys: [String], reasons: [String]) async throws -> [String] {
    try await add(
      """
      join unnest($1::text[], $2::text[]) as wanted (key, reason)
        on stored.city_code = '\(city.code)'
        and \(table.hasKey("wanted.key"))
      where true
      """, [.textArray(keys), .textArray(reasons)], reason: "wanted.reason")
    let unknown = try await connection.query(
      Statement(
        "keys not stored in \(table.name)",
        """
        select k.key
        from unnest($2::text[]) as k (key)
        where not exists (
            select
            from \(name) w
            where \(table.keyText(of: "w")) = k.key
          )
          and 'withdrawn' is distinct from (
            select j.change
            from journal j
            where j.city_code = $1
              and j.table_name = '\(table.name)'
              and j.row_key = k.key
            order by j.import_number desc
            limit 1
          )
        """, [.text(city.code), .textArray(keys)]))
    return try unknown.map { try $0.decode("key") }
  }

  /// Adds what came to the table with an import.
  nonisolated(nonsending) func addInserted(by number: Int) async throws {
    try await add(
      """
      join journal j
        on j.city_code = '\(city.code)'
        and j.table_name = '\(table.name)'
        and j.import_number = \(number)
        and j.change = 'inserted'
        and stored.city_code = '\(city.code)'
        and \(table.hasKey("j.row_key"))
      where true
      """)
  }

  /// Adds what came with the table's first load: all rows that no later import added.
  ///
  /// - Parameter settled: later imports that together changed nothing.
  nonisolated(nonsending) func addFirstLoad(ignoring settled: [Int]) async throws {
    try await add(
      """
      where stored.city_code = '\(city.code)'
        and not exists (
          select
          from journal j
          where j.city_code = '\(city.code)'
            and j.table_name = '\(table.name)'
            and j.row_key = \(table.keyText(of: "stored"))
            and j.change = 'inserted'
            and j.import_number <> all($1::integer[])
        )
      """, [Parameter(settled)])
  }

  nonisolated(nonsending) func count() async throws -> Int {
    try await connection.query(
      Statement("count what goes of \(table.name)", "select count(*) as count from \(name)", [])
    ).first?.decode("count") ?? 0
  }

  /// How many rows of the table the city has.
  nonisolated(nonsending) func storedCount() async throws -> Int {
    try await connection.query(
      Statement(
        "count \(table.name)", "select count(*) as count from \(table.quotedName) r where r.city_code = $1",
        [.text(city.code)])
    ).first?.decode("count") ?? 0
  }

  /// The first of their keys.
  nonisolated(nonsending) func keys(_ limit: Int) async throws -> [String] {
    try await connection.query(
      Statement(
        "what goes of \(table.name)",
        """
        select k.key
        from (select \(table.keyText(of: "w")) as key from \(name) w) k
        order by k.key collate "C"
        limit \(limit)
        """, [])
    ).map { try $0.decode("key") }
  }

  /// Takes them out of the table, and what follows from them: the journal, the touched subjects, the sums of training.
  ///
  /// - Parameter isNoted: whether the journal tells of them; not so where the table's first rows came with the same import.
  /// - Returns: of which of persons and units those that the rows name are listed.
  nonisolated(nonsending) func take(count: Int, isNoted: Bool, futureDates: FutureDates?) async throws -> Set<TableName> {
    let listed = try await NamedInChanges(table: table, rows: name).list(changes: count, on: connection)
    try await TableDigests(city: city, connection: connection).note(withdrawn: self)
    if isNoted { try await Journal(city: city, connection: connection).note(withdrawn: self) }
    try await futureDates?.forget(name, of: table.table)
    if table.table.name == .trainingRecords {
      try await TrainingRollup(city: city, connection: connection).takeAway(withdrawn: name)
    }
    try await connection.execute(
      Statement(
        "withdraw from \(table.name)",
        """
        delete from \(table.quotedName) stored
        using \(name) w
        where stored.city_code = '\(city.code)'
          and \(table.hasSameKey("stored", "w"))
        """, []))
    return listed
  }
}

/// The rows of a table that were withdrawn.
public struct WithdrawnKeys: Sendable, Hashable {
  public let table: TableName
  public let count: Int
  /// The first of their keys.
  public internal(set) var keys: [String]
}
