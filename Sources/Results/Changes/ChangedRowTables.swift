import CadreModel
import DataContract
import Journal
import PolicyKit
import PostgresClient

/// Finds the rows that made results stand otherwise, in temporary tables of the transaction that compares.
///
/// Of a result these are the changed rows of the tables that its indicator reads, if they are its evidence or its subject, or
/// name the person, unit or village that it is about, before or after. Where none does (a rank, a share of the city), the
/// tables are named with their imports.
package struct ChangedRowTables: Sendable {
  private let tables: FlipTables
  private let changed: ChangedTables
  private let read: [TablesRead]

  package init(tables: FlipTables, changed: ChangedTables, read: [TablesRead]) {
    self.tables = tables
    self.changed = changed
    self.read = read
  }

  /// What was found: `number` of the result, `table_name`, `row_key`; no key where the table as a whole is named.
  static let rows = "change_rows"
  /// Of each changed row what it is and names: `kind`, `id`.
  private static let named = "change_named"
  /// The same of each result.
  private static let subjects = "change_subjects"
  private static let reads = "change_reads"

  private var connection: PostgresConnection { tables.connection }
  private var city: String { tables.city.city.code.sqlLiteral }

  package nonisolated(nonsending) func find() async throws {
    try await make(Self.named, "table_name text, row_key text, kind text, id text")
    try await make(Self.subjects, "number bigint, kind text, id text")
    try await make(Self.reads, "ordinal integer, table_name text")
    try await make(Self.rows, "number bigint, table_name text, row_key text")
    let found = try await connection.query(
      Statement(
        "indicators of which rows are told",
        """
        select distinct f.ordinal::integer as ordinal
        from \(FlipTables.flips) f
        where f.cause in (\(ChangeCause.told))
        """, []))
    let ordinals = Set(try found.map { try $0.decode("ordinal", as: Int.self) })
    let read = read.filter { ordinals.contains($0.ordinal) }
    let wanted = read.reduce(into: Set<TableName>()) { $0.formUnion($1.tables) }.intersection(changed.names)
    guard !wanted.isEmpty else { return }
    let pairs = read.flatMap { entry in entry.tables.intersection(wanted).map { (entry.ordinal, $0) } }
    try await execute(
      "tables read",
      """
      insert into \(Self.reads)
      values \(pairs.map { "(\($0.0), \($0.1.rawValue.sqlLiteral))" }.sorted().joined(separator: ",\n  "))
      """)
    for table in Table.all where wanted.contains(table.name) { try await name(table) }
    for kind in Set(ordinals.map { tables.city.policy.indicators[$0 - 1].subjectKind }).sorted() {
      try await nameSubjects(of: kind, among: ordinals)
    }
    for table in [Self.named, Self.subjects] {
      try await execute("index what is named", "create index on \(table) (id, kind)")
      try await execute("analyze what is named", "analyze \(table)")
    }
    try await match()
  }

  private func make(_ table: String, _ columns: String) async throws {
    try await execute("make \(table)", "create temporary table \(table) (\(columns)) on commit drop")
  }

  private func execute(_ name: String, _ sql: String) async throws {
    try await connection.execute(Statement(name, sql, []))
  }

  // MARK: What changed rows are and name

  /// The columns by which rows of a table name persons, units and villages.
  private static func owners(in table: Table) -> [(kind: String, column: String)] {
    [("person", [TableName.persons]), ("unit", [.units]), ("village", [.villages, .places])].flatMap { kind, tables in
      tables.flatMap { table.columns(naming: $0) }.map { (kind, $0) }
    }
  }

  private func name(_ table: Table) async throws {
    let versions = RowVersions(of: table, after: changed.begin, until: changed.end, in: tables.city.city.code)
    var named = ["('row', '\(table.name.rawValue)/' || v.row_key)"]
    for version in ["(v.was)", "(v.now_is)"] {
      for (kind, column) in Self.owners(in: table) {
        named.append("('\(kind)', \(version).\(quotedIdentifier(column))::text)")
      }
      if let column = table.columns.first(where: { $0.type == .subject })?.name {
        named.append("(\(version).subject_kind, \(version).\(quotedIdentifier(column)))")
      }
      if table.name == .waivers { named.append("('subject', \(version).subject_id)") }
    }
    try await execute(
      "what rows of \(table.name) name",
      """
      insert into \(Self.named)
      select distinct
        '\(table.name.rawValue)',
        v.row_key,
        n.kind,
        n.id
      from (
        \(hanging: versions.both)
      ) v
      cross join lateral (
        values
          \(named.joined(separator: ",\n    "))
      ) as n (kind, id)
      where n.id is not null
      """)
  }

  // MARK: Whom results are about

  private func nameSubjects(of kind: String, among ordinals: Set<Int>) async throws {
    let concerned = ordinals.filter { tables.city.policy.indicators[$0 - 1].subjectKind == kind }.sorted()
    var named = ["('subject', f.subject_id)"]
    var join = ""
    func part(_ number: Int, by separator: String) -> String { "split_part(f.subject_id, '\(separator)', \(number))" }
    switch kind {
    case "person", "unit", "village": named.append("('\(kind)', f.subject_id)")
    case "pair": named += [1, 2].map { "('person', \(part($0, by: ">")))" }
    case "village_person": named += ["('village', \(part(1, by: ":")))", "('person', \(part(2, by: ":")))"]
    case "young_event": named.append("('person', \(part(1, by: ":")))")
    default:
      if let table = Table.all.first(where: { $0.subjectKind == kind }) {
        named.append("('row', '\(table.name.rawValue)/' || f.subject_id)")
        join = """
          left join \(quotedIdentifier(table.name.rawValue)) s
            on s.city_code = \(city)
            and \(JournalRow.hasKey("(f.subject_id collate \"default\")", "s", in: table))
          """
        let owners = Self.owners(in: table)
        // A person's row is the person's matter, not that of all others of the unit.
        let narrowest = owners.first?.kind
        named += owners.filter { $0.kind == narrowest }.map { "('\($0.kind)', s.\(quotedIdentifier($0.column))::text)" }
      }
    }
    try await execute(
      "whom results are about",
      """
      insert into \(Self.subjects)
      select distinct
        f.number,
        n.kind,
        n.id
      from \(FlipTables.flips) f
      \(join)
      cross join lateral (
        values
          \(named.joined(separator: ",\n    "))
        union all
        select 'row', e.row
        from unnest(f.evidence) as e (row)
      ) as n (kind, id)
      where f.cause in (\(ChangeCause.told))
        and f.ordinal in (\(concerned.map(String.init).joined(separator: ", ")))
        and n.id is not null
      """)
  }

  // MARK: Which rows it was

  private func match() async throws {
    try await execute(
      "rows that made it so",
      """
      insert into \(Self.rows)
      select distinct
        s.number,
        n.table_name,
        n.row_key
      from \(Self.subjects) s
      join \(Self.named) n
        on n.id = s.id
        and n.kind = s.kind
      join \(FlipTables.flips) f on f.number = s.number
      join \(Self.reads) r
        on r.ordinal = f.ordinal
        and r.table_name = n.table_name
      """)
    let firstLoads = changed.tables.filter(\.isFirstLoad).map(\.name.rawValue.sqlLiteral)
    try await execute(
      "tables that made it so",
      """
      insert into \(Self.rows)
      select
        f.number,
        r.table_name,
        null
      from \(FlipTables.flips) f
      join \(Self.reads) r on r.ordinal = f.ordinal
      where f.cause = 'data'
        and (
          \(firstLoads.isEmpty ? "" : "r.table_name in (\(firstLoads.joined(separator: ", ")))\n      or ")not exists (
            select
            from \(Self.rows) found
            where found.number = f.number
              and found.row_key is not null
          )
        )
      """)
    try await execute("index rows that made it so", "create index on \(Self.rows) (number)")
    try await execute("analyze rows that made it so", "analyze \(Self.rows)")
  }
}
