import PostgresClient

/// The cities of a database.
enum CityList {
  /// Those that have handed in units or persons, in order of their code.
  static func withData(on connection: PostgresConnection) async throws -> [String] {
    let rows = try await connection.query(
      Statement(
        "cities with data",
        """
        select c.city_code
        from cities c
        where exists (select from persons p where p.city_code = c.city_code)
          or exists (select from units u where u.city_code = c.city_code)
        order by c.city_code collate "C"
        """))
    return try rows.map { try $0.decode("city_code") }
  }
}
