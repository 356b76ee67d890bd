public import PostgresClient

extension PostgresConnection {
  /// For the rest of the transaction it is about these cities: row-level security shows and takes their rows alone, and only where
  /// the login may see them. Of several cities it only reads.
  ///
  /// - Throws: `PostgresError`.
  public func see(_ cities: [String]) async throws {
    // The policy of one city is the quicker one; that of several is another role's.
    if cities.count > 1 {
      try await execute(Statement("read several cities", "set local role cadre_several_cities", []))
    }
    _ = try await query(
      Statement("cities", "select set_config('cadre.city_code', $1, true)", [.text(cities.joined(separator: ","))]))
  }
}
