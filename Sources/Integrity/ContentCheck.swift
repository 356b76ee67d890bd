package import CadreModel
import DataContract
import Journal
package import PostgresClient

/// Compares what a city's tables hold with what imports and judgings noted.
package struct ContentCheck {
  let city: City
  let connection: PostgresConnection

  package init(city: City, connection: PostgresConnection) {
    self.city = city
    self.connection = connection
  }

  /// At most so many rows are named.
  private static let mostKeys = 20

  /// Within a transaction about the city.
  package func run() async throws -> [IntegrityFinding] {
    var found: [IntegrityFinding] = []
    for table in Table.all {
      let compared = try await compare(table.name.rawValue, ContentDigest.present(table))
      switch compared {
      case .same: continue
      case .unknown: found.append(.notTaken(city: city, table: table.name.rawValue))
      case .differs(let expected, let rows):
        let keys = try await changedKeys(of: table)
        found.append(.content(city: city, table: table.name.rawValue, expected: expected, found: rows, keys: keys))
      }
    }
    for table in ContentDigest.records {
      switch try await compare(table, ContentDigest.present(rowsOf: table)) {
      case .same: continue
      case .unknown: found.append(.notTaken(city: city, table: table))
      case .differs(let expected, let rows):
        found.append(.content(city: city, table: table, expected: expected, found: rows, keys: []))
      }
    }
    return found
  }

  private enum Comparison {
    case same
    /// Nothing was noted, and there are rows.
    case unknown
    case differs(expected: Int, found: Int)
  }

  private func compare(_ table: String, _ present: String) async throws -> Comparison {
    let rows = try await connection.query(
      Statement(
        "compare \(table)",
        """
        select
          n.rows::bigint as expected,
          p.rows as found,
          n.digest = p.digest as is_same
        from (
          \(present)
        ) p
        cross join (
          \(ContentDigest.noted(table))
        ) n
        """, [.text(city.code)]))
    guard let row = rows.first else { return .same }
    let found: Int = try row.decode("found")
    guard let expected = try row.decode("expected", as: Int?.self) else { return found == 0 ? .same : .unknown }
    return try expected == found && row.decode("is_same", as: Bool?.self) == true
      ? .same : .differs(expected: expected, found: found)
  }

  /// The rows that are not as the last import left them that the journal tells of.
  private func changedKeys(of table: Table) async throws -> [String] {
    let key = JournalRow.key(of: "t", in: table)
    let rows = try await connection.query(
      Statement(
        "rows of \(table.name) changed past the program",
        """
        with last as (
          select distinct on (j.row_key)
            j.row_key,
            j.change,
            j.row_digest
          from journal j
          where j.city_code = $1
            and j.table_name = '\(table.name.rawValue)'
          order by
            j.row_key,
            j.import_number desc
        ),
        stored as (
          select
            \(key) as row_key,
            \(ContentDigest.hash(of: "t", columns: ContentDigest.columns(of: table))) as row_digest
          from \(quotedIdentifier(table.name.rawValue)) t
          where t.city_code = $1
        )
        select l.row_key
        from last l
        left join stored s on s.row_key = l.row_key
        where l.change = 'withdrawn' and s.row_key is not null
          or l.change <> 'withdrawn' and l.row_digest is not null and l.row_digest is distinct from s.row_digest
        order by l.row_key collate "C"
        limit \(Self.mostKeys)
        """, [.text(city.code)]))
    return try rows.map { try $0.decode("row_key") }
  }
}
