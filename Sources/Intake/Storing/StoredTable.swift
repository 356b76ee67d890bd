import DataContract
import PostgresClient

/// How a table of the contract is written: its SQL, made from the contract alone.
struct StoredTable: Sendable {
  let table: Table
  /// A city's code, as it stands in SQL where no parameter can. Checked to be letters, digits and `_`.
  let city: String

  var name: String { table.name.rawValue }
  private var quotedName: String { quotedIdentifier(name) }
  /// All columns, the city's first.
  private var columns: [String] { ["city_code"] + table.columns.map(\.name) }
  private var key: [String] { ["city_code"] + table.key }
  private var incoming: String { quotedIdentifier("incoming_" + name) }
  /// The table of one city's training records.
  private var partition: String { quotedIdentifier(partitionName) }
  var partitionName: String { name + "_" + city }

  /// All names come from the contract and are quoted: the text stands for itself.
  private func sql(_ name: String, _ text: String, _ parameters: [Parameter] = []) -> Statement {
    Statement(name, text, parameters)
  }

  private func list(_ names: [String], prefix: String = "") -> String {
    names.map { prefix + quotedIdentifier($0) }.joined(separator: ", ")
  }

  // MARK: What is there

  var hasRows: Statement {
    sql(
      "look into \(name)", "select exists (select from \(quotedName) where city_code = $1) as found", [.text(city)])
  }

  /// Whether the table is partitioned by city, and whether this city has its partition.
  var partitioning: Statement {
    sql(
      "partition of \(name)",
      """
      select relkind = 'p' as is_partitioned,
        exists (
          select from pg_inherits
          join pg_class child on child.oid = inhrelid
          where inhparent = parent.oid
            and child.relname = $2
        ) as has_partition,
        relrowsecurity as is_secured
      from pg_class parent
      where parent.oid = $1::regclass
      """,
      [.text(quotedName), .text(partitionName)])
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

  // MARK: Straight into the table

  func copy(into target: String, freeze: Bool = false) -> Statement {
    sql(
      "copy into \(name)",
      "copy \(target) (\(list(columns))) from stdin (format binary\(freeze ? ", freeze" : ""))")
  }

  var copyIntoTable: Statement { copy(into: quotedName) }

  // MARK: A new partition

  var makePartition: [Statement] {
    [
      sql(
        "make \(partitionName)",
        "create table \(partition) (like \(quotedName) including defaults including constraints including comments)"),
      // Attaching needs no look at the rows where this holds.
      sql(
        "make \(partitionName)",
        """
        alter table \(partition)
          add constraint \(quotedIdentifier(partitionName + "_city_code")) check (city_code = '\(city)')
        """),
    ]
  }

  /// Rows of a table made in the same transaction need no second look by the server later.
  var copyIntoPartition: Statement { copy(into: partition, freeze: true) }

  var addPartitionKey: Statement {
    sql(
      "key of \(partitionName)",
      """
      alter table \(partition)
        add constraint \(quotedIdentifier(partitionName + "_key")) primary key (\(list(key)))
      """)
  }

  /// What each index of the partitioned table is on, its key aside: ` using brin (person_id) with (...)`.
  var indexes: Statement {
    sql(
      "indexes of \(name)",
      """
      select substring(pg_get_indexdef(indexrelid) from ' USING .*') as definition
      from pg_index
      where indrelid = $1::regclass
        and not indisprimary
      order by indexrelid
      """,
      [.text(quotedName)])
  }

  func addPartitionIndex(_ definition: String) -> Statement {
    sql("index of \(partitionName)", "create index on \(partition)\(definition)")
  }

  var attachPartition: Statement {
    sql("attach \(partitionName)", "alter table \(quotedName) attach partition \(partition) for values in ('\(city)')")
  }

  var securePartition: Statement {
    sql("secure \(partitionName)", "alter table \(partition) enable row level security")
  }

  var analyzePartition: Statement { sql("analyze \(partitionName)", "analyze \(partition)") }
  var analyzeTable: Statement { sql("analyze \(name)", "analyze \(quotedName)") }

  // MARK: Over rows that are there

  var makeIncoming: Statement {
    sql("make incoming \(name)", "create temporary table \(incoming) (like \(quotedName)) on commit drop")
  }

  var copyIntoIncoming: Statement { copy(into: incoming) }
  var analyzeIncoming: Statement { sql("analyze incoming \(name)", "analyze \(incoming)") }

  /// Makes the server look for duplicate keys that were not looked for in the client.
  var addIncomingKey: Statement {
    sql("key of incoming \(name)", "alter table \(incoming) add primary key (\(list(key)))")
  }

  /// The table of rows that are new or differ from the stored ones.
  var changed: String { quotedIdentifier("changed_" + name) }

  /// Sets apart what is new or differs.
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
        stored.city_code is null as is_new
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
      : "do update set\n  " + others.map { "\(quotedIdentifier($0)) = excluded.\(quotedIdentifier($0))" }
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
