import PostgresClient
import Schema

/// One city's part of a table that is partitioned by city.
///
/// Its first load goes into a table without keys, made in the same transaction: the server logs no row of it, and its
/// keys are built at once. The city's code is the partition's own: its rows come without it.
struct CityPartition: Sendable {
  /// The partitioned table.
  let parent: String
  /// The columns of its primary key, the city's first.
  let key: [String]
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
  private var quotedParent: String { quotedIdentifier(parent) }

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
        ) as has_partition,
        relrowsecurity as is_secured
      from pg_class parent
      where parent.oid = $1::regclass
      """,
      [.text(quotedParent), .text(name)])
  }

  private var make: [Statement] {
    [
      Statement(
        "make \(name)",
        """
        create table \(quotedName) (like \(quotedParent) including defaults including constraints including comments)
        with (fillfactor = \(fill))
        """, []),
      // Attaching needs no look at the rows where this holds.
      Statement(
        "make \(name)",
        """
        alter table \(quotedName)
          add constraint \(quotedIdentifier(name + "_city_code")) check (city_code = '\(city)')
        """, []),
      Statement(
        "make \(name)", "alter table \(quotedName) alter column city_code set default '\(city)'", []),
    ]
  }

  /// The parent's foreign keys. A partition that has them when it comes to be attached is not looked through for them.
  private var references: Statement {
    Statement(
      "foreign keys of \(parent)",
      """
      select
        conname::text as name,
        pg_get_constraintdef(oid) as definition
      from pg_constraint
      where conrelid = $1::regclass
        and contype = 'f'
      order by conname
      """,
      [.text(quotedParent)])
  }

  /// Rows of a table made in the same transaction need no second look by the server later.
  var copy: Statement {
    Statement("copy into \(name)", "copy \(quotedName) (\(list(columns))) from stdin (format binary, freeze)", [])
  }

  /// Fills it, with its key to come, keeps the key and the parent's other indexes, and puts it in its place.
  ///
  /// - Parameters:
  ///   - isSecured: whether row-level security is on for the parent.
  ///   - fill: stores the rows, by `copy`; tells how many, and whether they came in the order of the key.
  nonisolated(nonsending) func build(
    isSecured: Bool, on connection: PostgresConnection,
    fill: nonisolated(nonsending) () async throws -> (rows: Int, areSorted: Bool)
  ) async throws -> Int {
    for statement in make { try await connection.execute(statement) }
    try await Roles.handOver(name, toOwnerOf: parent, on: connection)
    for reference in try await connection.query(references) {
      let constraint = quotedIdentifier(try reference.decode("name"))
      let definition = try reference.decode("definition", as: String.self)
      try await connection.execute(
        Statement(
          "foreign key of \(name)", "alter table \(quotedName) add constraint \(constraint) \(definition)", []))
    }
    let (stored, areSorted) = try await fill()
    // Workers that share out a sort only cost where there is nothing to sort.
    if areSorted {
      try await connection.execute(
        Statement("no workers for \(name)", "set local max_parallel_maintenance_workers to 0", []))
    }
    try await connection.execute(
      Statement(
        "key of \(name)",
        """
        alter table \(quotedName)
          add constraint \(quotedIdentifier(name + "_key")) primary key (\(list(key)))
        """, []))
    try await connection.execute(
      Statement("workers for \(name)", "set local max_parallel_maintenance_workers to default", []))
    for index in try await connection.query(indexes) {
      let definition = try index.decode("definition", as: String.self)
      try await connection.execute(Statement("index of \(name)", "create index on \(quotedName)\(definition)", []))
    }
    try await connection.execute(
      Statement(
        "attach \(name)", "alter table \(quotedParent) attach partition \(quotedName) for values in ('\(city)')", []))
    if isSecured {
      try await connection.execute(
        Statement("secure \(name)", "alter table \(quotedName) enable row level security", []))
    }
    try await connection.execute(Statement("analyze \(name)", "analyze \(quotedName) (\(list(analyzed)))", []))
    return stored
  }

  /// What each index of the partitioned table is on, its key aside: ` USING btree (person_id)`.
  private var indexes: Statement {
    Statement(
      "indexes of \(parent)",
      """
      select substring(pg_get_indexdef(indexrelid) from ' USING .*') as definition
      from pg_index
      where indrelid = $1::regclass
        and not indisprimary
      order by indexrelid
      """,
      [.text(quotedParent)])
  }
}
