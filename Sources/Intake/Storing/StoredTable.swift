import DataContract
import Journal
import PostgresClient

/// How a table of the contract is written: its SQL, made from the contract alone.
struct StoredTable: Sendable {
  let table: Table
  /// A city's code, as it stands in SQL where no parameter can. Checked to be letters, digits and `_`.
  let city: String

  var name: String { table.name.rawValue }
  var quotedName: String { quotedIdentifier(name) }
  /// All columns, the city's first.
  var columns: [String] { ["city_code"] + table.columns.map(\.name) }
  private var key: [String] { ["city_code"] + table.key }
  /// The columns whose statistics are worth gathering: those that rows are found, joined and counted by. Of texts and sets
  /// they cost the most and settle no plan.
  private var analyzed: [String] {
    let columns = table.columns.filter { column in
      switch column.type {
      case .text, .tags, .identityNumber: false
      default: true
      }
    }
    return ["city_code"] + columns.map(\.name)
  }
  var incoming: String { quotedIdentifier("incoming_" + name) }
  /// The city's own part, where the table has such parts.
  var partition: CityPartition {
    CityPartition(parent: name, columns: table.columns.map(\.name), analyzed: analyzed, city: city)
  }

  /// All names come from the contract and are quoted: the text stands for itself.
  func sql(_ name: String, _ text: String, _ parameters: [Parameter] = []) -> Statement {
    Statement(name, text, parameters)
  }

  func list(_ names: [String], prefix: String = "") -> String {
    names.map { prefix + quotedIdentifier($0) }.joined(separator: ", ")
  }

  // MARK: What is there

  nonisolated(nonsending) func hasRows(on connection: PostgresConnection) async throws -> Bool {
    let look = sql(
      "look into \(name)", "select exists (select from \(quotedName) where city_code = $1) as found", [.text(city)])
    return try await connection.query(look).first?.decode("found") ?? false
  }

  /// The ids of the city's rows, for COPY.
  var ids: Statement {
    sql(
      "ids of \(name)", "copy (select \(list(table.key)) from \(quotedName) where city_code = '\(city)') to stdout")
  }

  /// Those of the given ids that are stored.
  func ids(among wanted: [String]) -> Statement {
    sql(
      "ids of \(name)",
      """
      select \(list(table.key)) as id
      from \(quotedName)
      where city_code = $1
        and \(list(table.key)) = any($2)
      """,
      [.text(city), .textArray(wanted)])
  }

  /// SQL of a row's key as one text, its parts joined by `:`.
  func keyText(of row: String) -> String { JournalRow.key(of: row, in: table) }

  /// The condition that two rows have the same key.
  func hasSameKey(_ row: String, _ other: String) -> String {
    table.key.map { "\(row).\(quotedIdentifier($0)) = \(other).\(quotedIdentifier($0))" }
      .joined(separator: "\n  and ")
  }

  /// The condition that the stored row (`stored`) has that key.
  func hasKey(_ text: String) -> String { JournalRow.hasKey(text, "stored", in: table) }

  /// The latest day that a row of the city is dated, days ahead aside: nothing has happened then.
  nonisolated(nonsending) func newestDay(in rows: String, on connection: PostgresConnection) async throws -> PostgresDate? {
    guard let date = table.columns.first(where: { $0.type == .date(.own) })?.name else { return nil }
    let newest = try await connection.query(
      Statement(
        "newest day of \(name)",
        """
        select max(r.\(quotedIdentifier(date))) as newest_on
        from \(rows) r
        where r.city_code = $1
          and r.\(quotedIdentifier(date)) <= current_date
        """, [.text(city)]))
    return try newest.first?.decode("newest_on", as: PostgresDate?.self)
  }

  // MARK: Straight into the table

  private func copy(into target: String) -> Statement {
    sql("copy into \(name)", "copy \(target) (\(list(columns))) from stdin (format binary)")
  }

  /// Rows cannot be copied into a table under row-level security: they are copied into a table of the transaction's own, and
  /// stored from there.
  var storeIncoming: Statement {
    sql(
      "store \(name)",
      """
      insert into \(quotedName) (\(list(columns)))
      select \(list(columns))
      from \(incoming)
      """)
  }

  /// By the schema's owner, whose right it is.
  var analyzeTable: Statement {
    sql(
      "analyze \(name)", "select cadre.refresh_statistics($1::text, $2::text[])", [.text(name), .textArray(analyzed)])
  }

  // MARK: Over rows that are there

  var makeIncoming: Statement {
    sql("make incoming \(name)", "create temporary table \(incoming) (like \(quotedName)) on commit drop")
  }

  var copyIntoIncoming: Statement { copy(into: incoming) }
  var analyzeIncoming: Statement { sql("analyze incoming \(name)", "analyze \(incoming) (\(list(key)))") }

  /// Makes the server look for duplicate keys that were not looked for in the client.
  var addIncomingKey: Statement {
    sql("key of incoming \(name)", "alter table \(incoming) add primary key (\(list(key)))")
  }

  /// The table of rows that are new or differ from the stored ones.
  var changed: String { quotedIdentifier("changed_" + name) }

  /// SQL of what is kept of a stored row (`stored`) that is replaced or goes: its text for the journal, and what it counts for
  /// in the table's digest.
  var before: String {
    """
    \(JournalRow.text(of: "stored", city: city)) as row_before,
      case when stored.city_code is not null then \(ContentDigest.hash(of: "stored", columns: columns)) end as digest_before
    """
  }

  /// Sets apart what is new or differs, with the stored row that it replaces, for the journal.
  var findChanged: Statement {
    let others = columns.filter { !key.contains($0) }
    let differs =
      others.isEmpty
      ? "false"
      : "(\(list(others, prefix: "stored."))) is distinct from (\(list(others, prefix: "incoming.")))"
    let match = table.key.map { "stored.\(quotedIdentifier($0)) = incoming.\(quotedIdentifier($0))" }
    return sql(
      "find changed \(name)",
      """
      create temporary table \(changed) on commit drop as
      select
        incoming.*,
        stored.city_code is null as is_new,
        \(before)
      from \(incoming) as incoming
      left join \(quotedName) as stored
        on stored.city_code = '\(city)'
        and \(match.joined(separator: "\n  and "))
      where stored.city_code is null
        or \(differs)
      """)
  }

  var analyzeChanged: Statement { sql("analyze changed \(name)", "analyze \(changed)") }

  var countChanged: Statement {
    sql(
      "count changed \(name)",
      """
      select
        count(*) filter (where is_new) as inserted,
        count(*) filter (where not is_new) as updated
      from \(changed)
      """)
  }

  /// Stores what was set apart.
  var mergeChanged: Statement {
    let others = columns.filter { !key.contains($0) }
    let onConflict =
      others.isEmpty
      ? "do nothing"
      : "do update set\n  "
        + others.map { "\(quotedIdentifier($0)) = excluded.\(quotedIdentifier($0))" }
        .joined(separator: ",\n  ")
    return sql(
      "merge into \(name)",
      """
      insert into \(quotedName) (\(list(columns)))
      select \(list(columns))
      from \(changed)
      on conflict (\(list(key))) \(onConflict)
      """)
  }

  var dropChanged: Statement { sql("drop changed \(name)", "drop table \(changed)") }
  var dropIncoming: Statement { sql("drop incoming \(name)", "drop table \(incoming)") }
}
