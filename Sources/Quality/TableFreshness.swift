public import CadreModel
public import DataContract
import PolicyKit
import PostgresClient

/// How far a table's rows reach at a date, beside how often they usually come.
public struct TableFreshness: Sendable, Hashable {
  public let table: TableName
  /// The rows that are seen at the date.
  public let rows: Int
  /// The latest day that one of them is dated; nil where none is, or the table has no dates.
  public let newest: Day?
  /// Every how many months there are new rows; nil where there were rows in one month only.
  public let rhythm: Int?
  /// The day on which the table last came in; nil where it never did.
  public let lastImport: Day?
  /// The date at which the table is looked at.
  let asOf: Day

  /// From the newest row to the date.
  public var daysBehind: Int? { newest.map { asOf.number - $0.number } }

  /// Whether new rows should have come by now.
  public var isStale: Bool {
    guard let newest, let rhythm else { return false }
    return asOf > newest.adding(months: rhythm + QualityThreshold.graceMonths.value)
  }

  var finding: QualityFinding? {
    guard isStale else { return nil }
    return QualityFinding(
      kind: .stale, table: table, key: "", since: newest,
      detail: [String(daysBehind ?? 0), String(rhythm ?? 0)])
  }
}

extension TableFreshness {
  /// - Parameter months: of its rows, counted from year 0, in any order.
  static func rhythm(of months: [Int]) -> Int? {
    guard let newest = months.max() else { return nil }
    let recent = Set(months).filter { $0 > newest - QualityThreshold.rhythmMonths.value }
    guard let first = recent.min(), recent.count > 1 else { return nil }
    // Rounded up: what comes every month and a half is not late after one.
    return (newest - first + recent.count - 2) / (recent.count - 1)
  }

  /// Of every table, in the order of the contract.
  static nonisolated(nonsending) func read(
    of city: String, asOf: Day, on connection: PostgresConnection
  ) async throws -> [TableFreshness] {
    let imports = try await lastImports(of: city, on: connection)
    var months: [TableName: [Int]] = [:]
    var counts: [TableName: Int] = [:]
    var newest: [TableName: Day] = [:]
    let statement = Table.all.map { select(months: $0, asOf: asOf) }.joined(separator: "\nunion all\n")
    for row in try await connection.query(Statement("freshness", statement, [.text(city)])) {
      guard let table = TableName(rawValue: try row.decode("table_name")) else { continue }
      counts[table, default: 0] += try row.decode("rows", as: Int.self)
      guard let month = try row.decode("month", as: Int?.self) else { continue }
      months[table, default: []].append(month)
      guard let day = try row.decode("newest", as: String?.self).flatMap({ Day($0) }) else { continue }
      newest[table] = max(newest[table] ?? day, day)
    }
    return TableName.allCases.map { table in
      TableFreshness(
        table: table, rows: counts[table] ?? 0, newest: newest[table], rhythm: rhythm(of: months[table] ?? []),
        lastImport: imports[table], asOf: asOf)
    }
  }

  private static nonisolated(nonsending) func lastImports(
    of city: String, on connection: PostgresConnection
  ) async throws -> [TableName: Day] {
    let rows = try await connection.query(
      Statement(
        "last imports",
        """
        select
          f.table_name,
          max(i.imported_on)::date::text as imported_on
        from import_files f
        join imports i
          on i.city_code = $1
          and i.import_number = f.import_number
        where f.city_code = $1
        group by f.table_name
        """, [.text(city)]))
    var days: [TableName: Day] = [:]
    for row in rows {
      guard let table = TableName(rawValue: try row.decode("table_name")) else { continue }
      days[table] = try row.decode("imported_on", as: String?.self).flatMap { Day($0) }
    }
    return days
  }

  /// Selects `table_name`, `month`, `rows`, `newest` of a table's rows by month; a row of undated ones.
  private static func select(months table: Table, asOf: Day) -> String {
    let (day, condition) = dating(table, asOf: asOf)
    return """
      select
        '\(table.name.rawValue)' as table_name,
        12 * extract(year from d.day)::integer + extract(month from d.day)::integer - 1 as month,
        sum(d.rows)::bigint as rows,
        least(max(d.day), \(asOf.sql))::text as newest
      from (
        select
          \(day) as day,
          count(*) as rows
        from \(table.name.rawValue) r
        where r.city_code = $1\(condition)
        group by 1
      ) d
      group by 2
      """
  }

  /// The day that dates a row: its own date, or the end of the period that it is of.
  private static func dating(_ table: Table, asOf: Day) -> (day: String, condition: String) {
    if let own = table.columns.first(where: { $0.type == .date(.own) }) {
      return ("r.\(own.name)", "\n    and coalesce(r.\(own.name) <= \(asOf.sql), true)")
    }
    guard let period = table.columns.first(where: \.isPeriod) else { return ("null::date", "") }
    guard period.type == .half else {
      return ("make_date(r.\(period.name), 12, 31)", "\n    and r.\(period.name) <= \(asOf.year)")
    }
    let half = asOf.month <= 6 ? "H1" : "H2"
    let month = "make_date(left(r.\(period.name), 4)::integer, 6 * right(r.\(period.name), 1)::integer, 1)"
    return (
      "(\(month) + interval '1 month - 1 day')::date",
      "\n    and r.\(period.name) <= '\(asOf.year)\(half)' collate \"C\""
    )
  }
}
