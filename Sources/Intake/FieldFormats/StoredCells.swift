import CadreModel
import DataContract
import PostgresClient

/// Reads stored rows as a delivery would have them: text by column.
struct StoredCells {
  let city: City
  let connection: PostgresConnection

  nonisolated(nonsending) func rows(
    of table: Table, where column: String, isAmong values: [String]
  ) async throws -> [[String: String]] {
    guard !values.isEmpty else { return [] }
    return try await rows(
      of: table, "\n  and t.\(quotedIdentifier(column)) = any($2)", [.text(city.code), .textArray(values)])
  }

  /// All of them.
  nonisolated(nonsending) func rows(of table: Table) async throws -> [[String: String]] {
    try await rows(of: table, "", [.text(city.code)])
  }

  private nonisolated(nonsending) func rows(
    of table: Table, _ condition: String, _ parameters: [Parameter]
  ) async throws -> [[String: String]] {
    let cells = table.columns.map { column in
      let name = "t." + quotedIdentifier(column.name)
      if case .tags = column.type { return "array_to_string(\(name), ';')" }
      return "\(name)::text"
    }
    // Names come from the contract and are quoted.
    let statement = Statement(
      "stored rows of \(table.name.rawValue)",
      """
      select
        \(cells.joined(separator: ",\n  "))
      from \(quotedIdentifier(table.name.rawValue)) t
      where t.city_code = $1\(condition)
      order by \(table.key.map { "t." + quotedIdentifier($0) }.joined(separator: ", "))
      """,
      parameters)
    return try await connection.query(statement).map { row in
      var cells: [String: String] = [:]
      for (place, column) in table.columns.enumerated() {
        cells[column.name] = try row.decode(place, as: String?.self) ?? ""
      }
      return cells
    }
  }

  /// The ids of all persons, in the order of their bytes.
  nonisolated(nonsending) func personIDs() async throws -> [String] {
    let rows = try await connection.query(
      Statement(
        "ids of persons",
        """
        select p.person_id
        from persons p
        where p.city_code = $1
        order by p.person_id collate "C"
        """,
        [.text(city.code)]))
    return try rows.map { try $0.decode("person_id", as: String.self) }
  }

  /// The highest of the numbers in ids `f1`, `f2` and so on.
  nonisolated(nonsending) func lastPersonNumber() async throws -> Int {
    let row = try await connection.query(
      Statement(
        "last number of a new person",
        """
        select coalesce(max(substr(p.person_id, 2)::integer), 0) as last
        from persons p
        where p.city_code = $1
          and p.person_id ~ '^f[0-9]{1,8}$'
        """,
        [.text(city.code)])
    ).first
    return try row?.decode("last", as: Int.self) ?? 0
  }

  /// The city's units: id, name, whether it is dissolved.
  nonisolated(nonsending) func units() async throws -> [(id: String, name: String, isDissolved: Bool)] {
    let rows = try await connection.query(
      Statement(
        "units by name",
        """
        select
          u.unit_id,
          u.unit_name,
          u.dissolved_on is not null as is_dissolved
        from units u
        where u.city_code = $1
        """,
        [.text(city.code)]))
    return try rows.map { row in
      (try row.decode("unit_id"), try row.decode("unit_name"), try row.decode("is_dissolved"))
    }
  }
}
