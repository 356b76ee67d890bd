import CadreModel
import DataContract
import PolicyKit
import PostgresClient

/// What imports changed in a city's data since a run.
struct DataChanges {
  /// The tables with rows that are new or other than they were.
  let tables: Set<TableName>
  /// Those of them whose changed rows all name the persons that `touched_person` holds.
  let tablesOfTouchedPersons: Set<TableName>
  /// How many persons these are.
  let touchedPersons: Int

  /// Judging more persons than this one by one is no quicker than judging all.
  private static let mostPersons = 50_000

  /// Reads them, and makes the temporary table `touched_person`. Nil where the run's data are not among the city's.
  init?(since run: Run, on connection: PostgresConnection) async throws {
    let number = try await connection.query(
      Statement(
        "import of a run",
        """
        select max(i.import_number) as number
        from imports i
        where i.city_code = $1
          and i.watermark = $2
        """, [.text(run.city), .text(run.watermark)])
    ).first?.decode("number", as: Int?.self)
    guard let number = number ?? nil else { return nil }
    let rows = try await connection.query(
      Statement(
        "changed tables",
        """
        select
          f.table_name,
          bool_and(f.persons_listed) as persons_listed
        from import_files f
        where f.city_code = $1
          and f.import_number > $2
          and f.rows_inserted + f.rows_updated > 0
        group by f.table_name
        """, [.text(run.city), .int(Int64(number))]))
    var tables: Set<TableName> = []
    var listed: Set<TableName> = []
    for row in rows {
      guard let table = TableName(rawValue: try row.decode("table_name", as: String.self)) else { return nil }
      tables.insert(table)
      if try row.decode("persons_listed") { listed.insert(table) }
    }
    touchedPersons = try await connection.execute(
      Statement(
        "touched persons",
        """
        create temporary table touched_person on commit drop as
        select distinct p.person_id
        from touched_persons p
        where p.city_code = '\(run.city)'
          and p.import_number > \(number)
        """, []))
    try await connection.execute(Statement("analyze touched persons", "analyze touched_person"))
    self.tables = tables
    tablesOfTouchedPersons = touchedPersons <= Self.mostPersons ? listed : []
  }

  /// How much of an indicator's results has to be judged again.
  func staleness(of indicator: Indicator, reading: Set<TableName>) -> Staleness {
    let read = reading.intersection(tables)
    if read.isEmpty { return .fresh }
    return indicator.reach == .ownPerson && read.isSubset(of: tablesOfTouchedPersons) ? .touchedPersons : .all
  }

  enum Staleness {
    /// None: the indicator reads nothing that changed.
    case fresh
    /// Those of the touched persons.
    case touchedPersons
    case all
  }
}
