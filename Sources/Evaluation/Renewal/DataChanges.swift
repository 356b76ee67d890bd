import CadreModel
import DataContract
import PolicyKit
import PostgresClient
import Results

/// What imports changed in a city's data since a run.
struct DataChanges {
  private let city: String
  /// The number of the city's last import that the run has seen.
  let number: Int
  /// The tables with rows that are new, have changed or were withdrawn.
  private let tables: Set<TableName>
  /// By kind of subject (persons, units): the changed tables for which the imports listed everyone whom changed rows name,
  /// and how many these are. A very large import keeps no list.
  private let listed: [TableName: [TableName: Int]]

  /// Judging more persons or units than this one by one is no quicker than judging all.
  private static let mostSubjects = 50_000

  /// Nil where no import of the city has the run's watermark: then it is unknown what has changed.
  init?(since run: Run, on connection: PostgresConnection) async throws {
    let numbers = try await connection.query(
      Statement(
        "import of a run",
        """
        select max(i.import_number) as number
        from imports i
        where i.city_code = $1
          and i.watermark = $2
        """, [.text(run.city), .text(run.watermark)]))
    guard let number = try numbers.first?.decode("number", as: Int?.self) else { return nil }
    let rows = try await connection.query(
      Statement(
        "changed tables",
        """
        select
          f.table_name,
          bool_and(f.persons_listed) as persons_listed,
          bool_and(f.units_listed) as units_listed,
          \(Self.count(of: "touched_persons")) as persons,
          \(Self.count(of: "touched_units")) as units
        from import_files f
        where f.city_code = $1
          and f.import_number > $2
          and f.rows_inserted + f.rows_updated + f.rows_withdrawn > 0
        group by f.table_name
        """, [.text(run.city), .int(Int64(number))]))
    var tables: Set<TableName> = []
    var listed: [TableName: [TableName: Int]] = [:]
    for row in rows {
      guard let table = TableName(rawValue: try row.decode("table_name", as: String.self)) else { return nil }
      tables.insert(table)
      if try row.decode("persons_listed") { listed[.persons, default: [:]][table] = try row.decode("persons") }
      if try row.decode("units_listed") { listed[.units, default: [:]][table] = try row.decode("units") }
    }
    (city, self.number, self.tables, self.listed) = (run.city, number, tables, listed)
  }

  private static func count(of list: String) -> String {
    """
    (
        select count(*)
        from \(list) t
        where t.city_code = $1
          and t.import_number > $2
          and t.table_name = f.table_name
      )
    """
  }

  /// How much of an indicator's results has to be judged again.
  func staleness(of indicator: Indicator, reading: Set<TableName>) -> Staleness {
    let read = reading.intersection(tables)
    if read.isEmpty { return .fresh }
    let extent = indicator.reach.extent
    guard let touched = SubjectsJudgedAgain(extent), let listed = listed[touched.kind], read.isSubset(of: listed.keys),
      read.reduce(0, { $0 + (listed[$1] ?? 0) }) <= Self.mostSubjects
    else { return .all }
    return .touched(extent, by: read)
  }

  enum Staleness: Hashable {
    /// The indicator reads nothing that changed.
    case fresh
    /// Only the results about the persons or units that changed rows of these tables name.
    case touched(Judging.Extent, by: Set<TableName>)
    case all
  }

  /// Makes the temporary table of the rows that were withdrawn since.
  func listWithdrawn(on connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement(
        "rows withdrawn since",
        """
        create temporary table \(SubjectsJudgedAgain.withdrawn) on commit drop as
        select
          j.table_name,
          j.row_key
        from journal j
        where j.city_code = '\(city)'
          and j.import_number > \(number)
          and j.change = 'withdrawn'
        """, []))
  }

  /// Makes the temporary table of the persons or units that each indicator has to judge again.
  func makeList(
    of touched: SubjectsJudgedAgain, for sights: [TouchedSight], _ run: Run, on connection: PostgresConnection
  ) async throws {
    let changes = "\(touched.table)_change"
    // Copied into a table of their own, whose size the server knows; of a condition on the import's number it can only guess
    // how many rows fulfil it.
    try await connection.execute(
      Statement(
        "changes of subjects",
        """
        create temporary table \(changes) on commit drop as
        select
          t.table_name,
          t.\(touched.column) as subject_id,
          t.first_on,
          t.last_on
        from \(touched.table)s t
        where t.city_code = '\(city)'
          and t.import_number > \(number)
          and (t.first_on is null or t.first_on <= \(run.asOf.sql))
        """, []))
    try await connection.execute(
      Statement(
        "touched subjects",
        """
        create temporary table \(touched.table) on commit drop as
        \(sights.map { $0.select(as: touched.column, from: changes, of: run) }.joined(separator: "\nunion\n"))
        """, []))
    // With an index even a plan that is wrong about their number finds each at once.
    try await connection.execute(
      Statement("index touched subjects", "create index on \(touched.table) (\(touched.column), ordinal)", []))
    try await connection.execute(Statement("analyze touched subjects", "analyze \(touched.table)", []))
  }
}
