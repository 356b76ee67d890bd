import CadreModel
import PostgresClient

/// What a city has handed in last.
struct Freshness: Sendable, Hashable {
  /// Of the last import; empty where there was none.
  let watermark: String
  /// When that was.
  let on: PostgresTimestamp?
  /// The latest day that a row is dated.
  let newest: Day?

  static func read(of city: String, on connection: PostgresConnection) async throws -> Freshness {
    let rows = try await connection.query(
      Statement(
        "last import",
        """
        select
          i.watermark,
          i.imported_on,
          (
            select max(f.newest_on)::text
            from import_files f
            where f.city_code = $1
          ) as newest_on
        from imports i
        where i.city_code = $1
        order by i.import_number desc
        limit 1
        """, [.text(city)]))
    guard let row = rows.first else { return Freshness(watermark: "", on: nil, newest: nil) }
    return Freshness(
      watermark: try row.decode("watermark"), on: try row.decode("imported_on"),
      newest: try row.decode("newest_on", as: String?.self).flatMap { Day($0) })
  }
}
