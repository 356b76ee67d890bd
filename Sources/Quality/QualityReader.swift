public import CadreModel
import DataContract
public import PolicyKit
public import PostgresClient

/// Looks through what a city has stored. Statements work on whole tables; rows stream by.
public struct QualityReader: Sendable {
  let city: CityUnderPolicy
  let asOf: Day
  let connection: PostgresConnection

  /// - Parameter connection: in a transaction about the city that sees one view of the data.
  public init(_ city: CityUnderPolicy, asOf: Day, on connection: PostgresConnection) {
    self.city = city
    self.asOf = asOf
    self.connection = connection
  }

  /// Finds all that is doubtful.
  ///
  /// - Parameter each: gets every finding, with the ids of the indicators that read it, in an order that is always the same.
  /// - Throws: `PostgresError`; `RenderingError`; what `each` throws.
  public nonisolated(nonsending) func read(
    _ each: (QualityFinding, _ indicators: [String]) throws -> Void = { _, _ in }
  ) async throws -> QualityReport {
    var uses = try IndicatorUses(of: city.policy)
    var found: [QualityKind: QualityKindFound] = [:]
    func take(_ finding: QualityFinding) throws {
      let indicators = uses.indicators(reading: finding)
      found[finding.kind, default: QualityKindFound(finding.kind)].add(finding, indicators)
      try each(finding, indicators)
    }
    let freshness = try await TableFreshness.read(of: city.city.code, asOf: asOf, on: connection)
    for check in QualityCheck.all(asOf: asOf, freshness) {
      let rows = try await connection.stream(Statement(check.name, check.select, [.text(city.city.code)]))
      for try await row in rows {
        if let finding = try QualityFinding(row) { try take(finding) }
      }
    }
    for finding in freshness.compactMap(\.finding) { try take(finding) }
    return QualityReport(
      city: city, asOf: asOf, kinds: QualityKind.all.compactMap { found[$0]?.ordered(by: city.policy) },
      freshness: freshness, contradictionsAreWhole: try await contradictionsAreWhole())
  }

  /// The migration after which imports store contradictions.
  private static let contradictionsStoredSince = 22

  private nonisolated(nonsending) func contradictionsAreWhole() async throws -> Bool {
    let rows = try await connection.query(
      Statement(
        "imports before contradictions",
        """
        select not exists (
          select 1
          from imports i
          join schema_migrations m on m.version = $2
          where i.city_code = $1
            and i.imported_on < m.applied_on
        ) as is_whole
        """, [.text(city.city.code), .int(Int64(Self.contradictionsStoredSince))]))
    return try rows.first?.decode("is_whole", as: Bool.self) ?? false
  }
}

extension QualityFinding {
  /// Nil for a kind or table that another program has stored.
  init?(_ row: Row) throws {
    guard let kind = QualityKind(code: try row.decode("kind")),
      let table = TableName(rawValue: try row.decode("table_name"))
    else { return nil }
    self.init(
      kind: kind, table: table, key: try row.decode("row_key"), code: try row.decode("code"),
      since: try row.decode("since", as: String?.self).flatMap { Day($0) }, detail: try row.decode("detail"))
  }
}
