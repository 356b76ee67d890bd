public import CadreModel
package import PostgresClient

/// Up to when what was handed in counts: as it was known then, facts that came or were corrected since are not.
public enum KnownAsOf: Sendable, Hashable {
  /// After the city's import of that number.
  case importNumber(Int)
  /// At the end of that day, Beijing time.
  case day(Day)
}

/// A city's data as they were after one of its imports, which others have followed.
package struct KnownData: Sendable, Hashable {
  package let city: City
  /// The import's number.
  package let number: Int
  /// The data's watermark then.
  package let watermark: String

  /// Finds the import. Within a transaction about the city.
  ///
  /// - Returns: nil where it is the city's last, or none is asked for: what was known is what is stored.
  /// - Throws: `KnownError`, `PostgresError`.
  package static func find(
    _ known: KnownAsOf?, of city: City, on connection: PostgresConnection
  ) async throws -> KnownData? {
    guard let known else { return nil }
    let imports = try await connection.query(
      Statement(
        "imports to know by",
        """
        select
          i.import_number,
          i.watermark,
          \(OfficialTime.day(of: "i.imported_on"))::text as imported_on,
          max(i.import_number) over () as last
        from imports i
        where i.city_code = $1
        order by i.import_number
        """, [.text(city.code)]))
    var found: Row?
    switch known {
    case .importNumber(let number):
      found = try imports.first { try $0.decode("import_number", as: Int.self) == number }
      guard found != nil else {
        throw KnownError.noSuchImport(number, city: city, last: try imports.last?.decode("import_number"))
      }
    case .day(let day):
      found = try imports.last { row in
        guard let on = Day(try row.decode("imported_on", as: String.self)) else { return false }
        return on <= day
      }
      guard found != nil else {
        throw KnownError.nothingBy(day, city: city, first: Day(try imports.first?.decode("imported_on") ?? ""))
      }
    }
    guard let found, try found.decode("import_number", as: Int.self) < found.decode("last", as: Int.self) else { return nil }
    return KnownData(city: city, number: try found.decode("import_number"), watermark: try found.decode("watermark"))
  }
}
