import CadreModel
import Evaluation
import PolicyKit
import PostgresClient
import Results

/// The cities of a database.
enum CityList {
  /// Those that have handed in units or persons, in order of their code. Each is looked at in a transaction about it: a
  /// login may be shown no others.
  static func withData(on connection: PostgresConnection) async throws -> [String] {
    let known = try await connection.query(
      Statement("known cities", "select c.city_code from cities c order by c.city_code collate \"C\""))
    var cities: [String] = []
    for row in known {
      let city: String = try row.decode("city_code")
      let found = try await connection.withTransaction(about: city) { connection in
        try await connection.query(
          Statement(
            "city with data",
            """
            select
              exists (select from persons p where p.city_code = $1)
                or exists (select from units u where u.city_code = $1) as has_data
            """, [.text(city)]))
      }
      if try found.first?.decode("has_data", as: Bool.self) == true { cities.append(city) }
    }
    return cities
  }

  /// The cities that are named, else those with data, each under its own policy at a date.
  ///
  /// - Throws: `UnknownName`, `EvaluationError.noData`, `EvaluationError.notInEffect` where no policy is in force at the date,
  ///   `PostgresError`.
  static func judged(
    _ named: [String], _ library: PolicyLibrary, asOf: Day, on connection: PostgresConnection
  ) async throws -> [CityUnderPolicy] {
    let cities = named.isEmpty ? try await withData(on: connection) : named
    guard !cities.isEmpty else { throw EvaluationError.noData }
    let judged = try cities.map { try library.judged(city: $0, policy: nil, asOf: asOf) }
    // A report without a single city would look as though there were nothing to tell.
    if let first = judged.first, !judged.contains(where: { $0.isInForce(on: asOf) }) {
      throw EvaluationError.notInEffect(first, asOf)
    }
    return judged
  }
}
