import PostgresClient

/// One city's part of a table that is partitioned by city.
///
/// Its first load goes into a table without keys, made in the same transaction: the server logs no row of it, and its
/// keys are built at once.
struct CityPartition: Sendable {
  /// The partitioned table.
  let parent: String
  /// The columns of its primary key.
  let key: [String]
  let columns: [String]
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

  var make: [Statement] {
    [
      Statement(
        "make \(name)",
        "create table \(quotedName) (like \(quotedParent) including defaults including constraints including comments)",
        []),
      // Attaching needs no look at the rows where this holds.
      Statement(
        "make \(name)",
        """
        alter table \(quotedName)
          add constraint \(quotedIdentifier(name + "_city_code")) check (city_code = '\(city)')
        """, []),
    ]
  }

  /// Rows of a table made in the same transaction need no second look by the server later.
  var copy: Statement {
    Statement("copy into \(name)", "copy \(quotedName) (\(list(columns))) from stdin (format binary, freeze)", [])
  }

  /// Fills it, with its key to come, keeps the key and the parent's other indexes, and puts it in its place.
  ///
  /// - Parameter isSecured: whether row-level security is on for the parent.
  nonisolated(nonsending) func build(
    isSecured: Bool, on connection: PostgresConnection, fill: nonisolated(nonsending) () async throws -> Int
  ) async throws -> Int {
    for statement in make { try await connection.execute(statement) }
    let stored = try await fill()
    try await connection.execute(
      Statement(
        "key of \(name)",
        """
        alter table \(quotedName)
          add constraint \(quotedIdentifier(name + "_key")) primary key (\(list(key)))
        """, []))
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
    try await connection.execute(Statement("analyze \(name)", "analyze \(quotedName)", []))
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
