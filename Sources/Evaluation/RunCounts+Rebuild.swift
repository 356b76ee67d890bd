package import PostgresClient

extension RunCounts {
  /// Counts all stored results of a city anew. Inside a transaction about the city.
  ///
  /// - Returns: how many units' counts there are.
  package static func rebuild(of city: String, on connection: PostgresConnection) async throws -> Int {
    try await connection.execute(
      Statement("forget units' counts", "delete from unit_tallies t where t.city_code = $1", [.text(city)]))
    return try await connection.execute(
      Statement(
        "count results",
        """
        insert into unit_tallies (city_code, result_set, ordinal, unit_id, \(columns.joined(separator: ", ")))
        select
          $1,
          c.result_set,
          c.ordinal,
          c.unit_id,
          \(columns.map { "c.\($0)" }.joined(separator: ",\n  "))
        from (
          \(ofResults)
        ) c
        """, [.text(city)]))
  }
}
