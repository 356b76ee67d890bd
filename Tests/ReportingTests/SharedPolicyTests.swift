import CadreModel
import CadreTesting
import Evaluation
import Foundation
import Pages
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

/// Two cities under one policy, the second since a date.
@Suite(.planted) struct SharedPolicyTests {
  private func evaluator() throws -> Evaluator {
    Evaluator(library: try PlantedCities.library(sharing: "2025-01-01"), evaluatedBy: "tests")
  }

  private func prepare(_ connection: PostgresConnection) async throws {
    try await connection.execute("insert into cities values ('delta', '丁市', 'Delta', '33', '3309')")
    try await connection.plant(
      "as_of, subject_id, status",
      ["alpha", "delta"].flatMap { city in
        ["2024-06-30", "2025-06-30"].map { "('\(city)', 'alpha.1.hours', '\($0)', 'S1', 'met')" }
      })
    try await connection.receive(["talks"], city: "alpha")
    try await connection.receive(["talks"], city: "delta")
  }

  @Test func eachHasItsRowsAndReportAndThePolicyStandsOnce() async throws {
    let connection = try await TestDatabase.current.connect()
    try await prepare(connection)
    let folder = TemporaryFolder()
    let reports = try await allReports(to: folder.path, by: evaluator())
    #expect(reports.map(\.folder) == ["", "/city/alpha", "/city/delta"].map { folder.path + $0 })
    let lines = try folder.lines("overview.csv").filter { $0.contains("alpha.1.hours") }
    #expect(
      lines == [
        "33,Zhejiang,alpha,alpha,alpha.1.hours,Hours,training,1,0,0,0,0,0,1.0000,1.0000,1.0000,0.0000,1,",
        // A year ago it was not judged under the policy.
        "33,Zhejiang,delta,alpha,alpha.1.hours,Hours,training,1,0,0,0,0,0,1.0000,1.0000,,,1,",
      ])
    let about = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.bytes("about.json"))) as? [String: Any])
    let policies = try #require(about["policies"] as? [[String: Any]])
    #expect(policies.map { $0["policy"] as? String } == ["alpha", "beta"])
    let cities = try #require(about["cities"] as? [[String: Any]])
    #expect(
      cities.map { "\($0["city"] ?? "") \($0["policy"] ?? "") \($0["since"] ?? "")" } == [
        "alpha alpha 2020-01-01", "beta beta 2025-01-01", "delta alpha 2025-01-01",
      ])
    let own = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.bytes("city/delta/about.json"))) as? [String: Any])
    #expect(own["scope"] as? String == "delta")
    await connection.close()
  }

  @Test func beforeItsDateACityHasNoRows() async throws {
    let connection = try await TestDatabase.current.connect()
    try await prepare(connection)
    let early = try #require(Day("2024-12-31"))
    let overview = try await plantedOverview(asOf: early, by: evaluator())
    #expect(overview.cities.map(\.city.code) == ["alpha"])
    #expect(overview.notInEffect.map(\.city.code) == ["beta", "delta", "gamma"])
    let page = OverviewPage(overview: overview, language: .chinese).html.text
    #expect(page.contains("丁市：政策自 2025-01-01 起施行"))
    await connection.close()
  }

  /// Another's policy is told from the city's own by the report's scope.
  @Test func aReportUnderAnothersPolicyIsAnother() throws {
    let library = try PlantedCities.library(sharing: "2025-01-01")
    let delta = try #require(library.register.policy(of: "delta", on: PlantedCities.asOf))
    #expect(CityReportMaker.subject(delta, asOf: PlantedCities.asOf).scope == "delta")
    let beta = try #require(library.policy("beta"))
    let other = CityUnderPolicy(city: delta.city, policy: beta, since: beta.configuration.effectiveOn, isOwn: false)
    #expect(CityReportMaker.subject(other, asOf: PlantedCities.asOf).scope == "delta-beta")
  }
}
