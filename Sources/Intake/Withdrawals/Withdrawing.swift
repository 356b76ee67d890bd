import CadreModel
public import DataContract
import PostgresClient

/// Takes rows out of their tables, once all other rows of the import are in, unless others still refer to them.
struct Withdrawing {
  let city: City
  let connection: PostgresConnection
  /// The tables that rows are to go from.
  private(set) var rows: [TableName: WithdrawnRows]

  init(city: City, connection: PostgresConnection, tables: some Sequence<TableName>) {
    self.city = city
    self.connection = connection
    rows = Dictionary(
      tables.map { name in
        (
          name,
          WithdrawnRows(
            table: StoredTable(table: Table[name], city: city.code), city: city, connection: connection)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Nothing goes from that table.
  mutating func leaveOut(_ table: TableName) { rows[table] = nil }

  /// Those that refer to others before those that they refer to.
  private var order: [WithdrawnRows] {
    LoadOrder.sort(rows.keys).reversed().compactMap { rows[$0] }
  }

  /// What still refers to the rows that are to go, and stays.
  nonisolated(nonsending) func referring() async throws -> [ReferringRows] {
    var found: [ReferringRows] = []
    for name in TableName.allCases {
      guard let withdrawn = rows[name] else { continue }
      for referring in Table.all where referring.referencedTables.contains(name) {
        for column in referring.columns where column.type.referencedTables.contains(name) {
          found += try await rowsReferring(in: referring, by: column, to: withdrawn)
        }
      }
    }
    return found
  }

  private nonisolated(nonsending) func rowsReferring(
    in referring: Table, by column: DataContract.Column, to withdrawn: WithdrawnRows
  ) async throws -> [ReferringRows] {
    let table = StoredTable(table: referring, city: city.code)
    let cell = "r.\(quotedIdentifier(column.name))"
    var conditions = ["r.city_code = $1", "\(cell) = w.\(quotedIdentifier(withdrawn.table.table.key[0]))"]
    if let going = rows[referring.name] {
      conditions.append("not exists (select from \(going.name) g where \(table.hasSameKey("g", "r")))")
    }
    if column.type == .subject {
      conditions.append("r.subject_kind = '\(withdrawn.table.table.subjectKind)'")
    } else {
      // An id that rows of several tables may have is still one where another of them has it.
      for other in column.type.referencedTables where other != withdrawn.table.table.name {
        conditions.append(isThere(cell, in: other, negated: true))
      }
    }
    let found = try await connection.query(
      Statement(
        "\(referring.name.rawValue) that refer to what goes of \(withdrawn.table.name)",
        """
        select
          f.referred,
          count(*) as count,
          (array_agg(f.key order by f.key collate "C"))[1:\(ReferringRows.keysShown)] as keys
        from (
          select
            w.\(quotedIdentifier(withdrawn.table.table.key[0]))::text as referred,
            \(table.keyText(of: "r")) as key
          from \(table.quotedName) r
          join \(withdrawn.name) w on true
          where \(conditions.joined(separator: "\n    and "))
        ) f
        group by f.referred
        order by f.referred collate "C"
        """, [.text(city.code)]))
    return try found.map { row in
      ReferringRows(
        referred: withdrawn.table.table.name, key: try row.decode("referred"), table: referring.name, column: column,
        count: try row.decode("count"), keys: try row.decode("keys"))
    }
  }

  private func isThere(_ cell: String, in name: TableName, negated: Bool) -> String {
    let key = quotedIdentifier(Table[name].key[0])
    let going = rows[name].map { "\n      and not exists (select from \($0.name) g where g.\(key) = o.\(key))" } ?? ""
    return """
      \(negated ? "not " : "")exists (
        select
        from \(quotedIdentifier(name.rawValue)) o
        where o.city_code = $1
          and o.\(key) = \(cell)\(going)
      )
      """
  }

  /// Takes the rows out.
  ///
  /// - Parameter firstLoaded: the tables whose first rows came with the same import.
  nonisolated(nonsending) func run(
    firstLoaded: Set<TableName>, futureDates: FutureDates?
  ) async throws -> [(keys: WithdrawnKeys, listed: Set<TableName>)] {
    var done: [(keys: WithdrawnKeys, listed: Set<TableName>)] = []
    for withdrawn in order {
      let count = try await withdrawn.count()
      guard count > 0 else { continue }
      let name = withdrawn.table.table.name
      let keys = WithdrawnKeys(table: name, count: count, keys: try await withdrawn.keys(Self.keysShown))
      let listed = try await withdrawn.take(
        count: count, isNoted: !firstLoaded.contains(name), futureDates: futureDates)
      done.append((keys, listed))
    }
    return done
  }

  /// So many keys of withdrawn rows are told, by table.
  static let keysShown = 50
}

/// Rows that refer to one that is to go.
public struct ReferringRows: Sendable, Hashable {
  /// The row that is to go.
  public let referred: TableName
  public let key: String
  /// Where they are, and by which column they refer to it.
  public let table: TableName
  public let column: DataContract.Column
  public let count: Int
  /// The first of their keys.
  public let keys: [String]

  static let keysShown = 5

  /// One as a page may show it.
  public static var example: ReferringRows {
    let posts = Table[.posts]
    return ReferringRows(
      referred: .persons, key: "P0001", table: .posts, column: posts.column("person_id") ?? posts.columns[0], count: 2,
      keys: ["T0007", "T0008"])
  }
}
