import CadreModel
import DataContract
import PostgresClient

/// Whom the changed rows of a table name: an evaluation that follows judges those persons again and no others.
struct TouchedPersons {
  /// Of more changes no list is kept: judging all is quicker then.
  static let mostChanges = 20_000

  let table: StoredTable

  /// The columns that name persons.
  private var columns: [String] {
    table.table.name == .persons
      ? table.table.key : table.table.columns.filter { $0.type.referencedTables == [.persons] }.map(\.name)
  }

  /// The list of the whole import, for the length of its transaction.
  static func makeList(_ connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement(
        "make list of touched persons",
        "create temporary table touched_person_list (table_name text, person_id text) on commit drop"))
  }

  /// Lists the persons whom rows name that are about to be stored, and whom those name that they replace.
  ///
  /// - Returns: whether every changed row names a person, and all are listed.
  func list(changes: Int, on connection: PostgresConnection) async throws -> Bool {
    guard !columns.isEmpty, changes <= Self.mostChanges else { return false }
    let new = columns.map { "c.\(quotedIdentifier($0))" }
    let old = columns.map { "stored.\(quotedIdentifier($0))" }
    let match = table.table.key.map { "stored.\(quotedIdentifier($0)) = c.\(quotedIdentifier($0))" }
    let unnamed = try await connection.query(
      Statement(
        "look for rows that name nobody",
        """
        select exists (
          select
          from \(table.changed) c
          where coalesce(\(new.joined(separator: ", "))) is null
        ) or exists (
          select
          from \(table.changed) c
          join \(quotedIdentifier(table.name)) stored
            on stored.city_code = $1
            and \(match.joined(separator: "\n    and "))
          where coalesce(\(old.joined(separator: ", "))) is null
        ) as found
        """, [.text(table.city)])
    ).first?.decode("found", as: Bool.self)
    guard unnamed == false else { return false }
    try await connection.execute(
      Statement(
        "list touched persons",
        """
        insert into touched_person_list (table_name, person_id)
        select
          '\(table.name)',
          named.person_id
        from \(table.changed) c
        cross join unnest(array[\(new.joined(separator: ", "))]) as named (person_id)
        where named.person_id is not null
        union
        select
          '\(table.name)',
          named.person_id
        from \(table.changed) c
        join \(quotedIdentifier(table.name)) stored
          on stored.city_code = $1
          and \(match.joined(separator: "\n  and "))
        cross join unnest(array[\(old.joined(separator: ", "))]) as named (person_id)
        where named.person_id is not null
        """, [.text(table.city)]))
    return true
  }

  /// Keeps the list under the import's number.
  static func store(_ number: Int, of city: City, _ connection: PostgresConnection) async throws {
    try await connection.execute(
      Statement(
        "store touched persons",
        """
        insert into touched_persons (city_code, import_number, table_name, person_id)
        select
          $1,
          $2,
          l.table_name,
          l.person_id
        from touched_person_list l
        """, [.text(city.code), .int(Int64(number))]))
  }
}
