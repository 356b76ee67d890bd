import PostgresClient

/// The units of a tree below one of them.
enum UnitBelow {
  /// The ids of a unit and of all below it; none where the city has no such unit.
  static func ids(of unit: String, in city: String, on connection: PostgresConnection) async throws -> [String] {
    let rows = try await connection.query(
      Statement(
        "unit and those below",
        """
        with recursive tree as (
          select u.unit_id
          from units u
          where u.city_code = $1
            and u.unit_id = $2
          union
          select u.unit_id
          from tree t
          join units u
            on u.city_code = $1
            and u.parent_unit_id = t.unit_id
        )
        select t.unit_id
        from tree t
        """, [.text(city), .text(unit)]))
    return try rows.map { try $0.decode("unit_id") }
  }
}
