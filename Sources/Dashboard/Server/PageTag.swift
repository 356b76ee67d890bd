import CadreModel
import Digest
import PostgresClient

/// What tells two answers of one address apart: the runs, what came in since, the day, the viewer's rights, the language, the program.
/// Two answers of the same tag are the same, byte for byte.
enum PageTag {
  /// Nil for a page that is of no run: of imports, publications, the log.
  ///
  /// Within the transaction that reads the page.
  static func read(_ place: Place, _ sight: Sight) async throws -> String? {
    let cities: [City]
    switch place {
    case .province(_, let runs) where !runs.isEmpty: cities = sight.cities
    case .home, .latest, .province, .deliveries, .delivery, .comparison, .publications, .publication, .access, .audit, .language:
      return nil
    case .catalogue, .catalogueEntry: cities = []
    default:
      guard let code = place.run?.city else { return nil }
      cities = [try sight.city(code)]
    }
    var parts = [
      ProgramVersion.current, sight.language.rawValue, sight.viewer.rights, place.address.text, StyleSheet.address,
      sight.books.digest,
    ]
    for city in cities {
      parts.append(try await sight.about(city) { try await basis(of: city, sight.connection) })
    }
    return "\"\(SHA256.hex(of: parts.joined(separator: "\n")).prefix(40))\""
  }

  /// The city's runs, its last import, and the day: what its pages depend on beside the run.
  private static func basis(of city: City, _ connection: PostgresConnection) async throws -> String {
    let rows = try await connection.query(
      Statement(
        "what pages of a city depend on",
        """
        select
          (
            select string_agg(s.run_id || s.result_set, ',' order by s.run_id)
            from result_sets s
            where s.city_code = $1
          ) as runs,
          (
            select max(i.import_number)
            from imports i
            where i.city_code = $1
          ) as last_import,
          current_date::text as today
        """, [.text(city.code)]))
    guard let row = rows.first else { return city.code }
    let (runs, last) = (try row.decode("runs", as: String?.self), try row.decode("last_import", as: Int?.self))
    return [city.code, runs ?? "", last.map(String.init) ?? "", try row.decode("today")].joined(separator: "|")
  }
}
