import CadreModel
import DataContract
import PolicyTesting
import PostgresClient
import Testing

@testable import Quality

@Suite("Freshness", .cadre) struct FreshnessTests {
  private func look(asOf: String) async throws -> CheckedCity.Found {
    let city = try await CheckedCity(asOf: asOf)
    for day in months(2025, 1...6) { try await city.report("visit", on: day) }
    return try await city.look()
  }

  @Test("A monthly table is old two months and a day after its newest row")
  func monthly() async throws {
    let fresh = try await look(asOf: "2025-08-15")
    let entry = try #require(fresh.report.freshness.first { $0.table == .activities })
    #expect(entry.rows == 6 && entry.newest == Day("2025-06-15") && entry.rhythm == 1 && entry.daysBehind == 61)
    #expect(fresh.of(.stale).isEmpty)
    let stale = try await look(asOf: "2025-08-16").of(.stale)
    #expect(stale.map(\.table) == [.activities])
    #expect(stale.first?.key == "" && stale.first?.since == Day("2025-06-15"))
    #expect(stale.first?.text(in: .english) == "the newest row is 62 days old; usually there are new ones every 1 month(s)")
  }

  @Test(
    "How often rows come",
    arguments: [
      ([], nil as Int?), ([24_300], nil), ([24_300, 24_300], nil), ([24_300, 24_301, 24_302], 1), ([24_299, 24_311], 12),
      ([24_287, 24_299, 24_311], 12), ([24_200, 24_311], nil), ([24_300, 24_301, 24_303], 2),
    ])
  func rhythms(months: [Int], rhythm: Int?) {
    #expect(TableFreshness.rhythm(of: months) == rhythm)
  }

  @Test("Every table is listed, with what never came in")
  func everyTable() async throws {
    let city = try await CheckedCity()
    try await city.city.connection.executeScript(
      """
      insert into imports values ('quzhou', 1, '2026-01-05 08:00+00', 'tests', '1', false, 0, 0, 0, 0, repeat('a', 64));
      insert into import_files values ('quzhou', 1, 'units', 'f.csv', repeat('a', 64), 'UTF-8', 1, 0, 0, 0, 0)
      """)
    let report = try await city.look().report
    #expect(report.freshness.map(\.table) == TableName.allCases)
    #expect(report.freshness.filter { $0.lastImport != nil }.map(\.table) == [.units])
    #expect(report.freshness.first?.lastImport == Day("2026-01-05"))
  }
}
