import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct B1ResponsibilityTests {
  @Test(arguments: [
    ("2025-11-30", Status.pending), ("2025-12-01", .atRisk), ("2025-12-30", .atRisk), ("2025-12-31", .unmet),
  ])
  func oneStudyIsNotEnough(asOf: String, expected: Status) async throws {
    let city = try await TestCity("quzhou")
    try await city.unit("C1", kind: "party_committee", level: "county")
    try await city.unit("C2", kind: "party_committee", level: "city")
    try await city.activity("rural_party_study", on: "2025-03-01", unit: "C1")
    let judged = try await city.judge("quzhou.b1.county-study", at: asOf)
    #expect(judged.map(\.subject) == ["C1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].observed == "1")
    #expect(judged[0].required == "2")
    #expect(judged[0].dueOn == "2025-12-31")
  }

  @Test func twoStudiesInTheYearMeetIt() async throws {
    let city = try await TestCity("quzhou")
    try await city.unit("C1", kind: "party_committee", level: "county")
    try await city.activity("rural_party_study", on: "2024-12-31", unit: "C1")
    try await city.activity("rural_party_study", on: "2025-01-01", unit: "C1")
    try await city.activity("rural_party_study", on: "2025-08-15", unit: "C1")
    #expect(try await city.judge("quzhou.b1.county-study", at: "2025-08-14").status(of: "C1") == .pending)
    #expect(try await city.judge("quzhou.b1.county-study", at: "2025-08-15").status(of: "C1") == .met)
  }

  @Test func aResultForEachMonthBegun() async throws {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    try await city.township("T2", ["dissolved_on": "2025-02-28"])
    try await city.activity("monthly_theme_review", on: "2025-01-31", unit: "T1")
    let judged = try await city.judge("quzhou.b1.monthly", at: "2025-02-28")
    #expect(judged.map(\.period) == ["2025-01", "2025-02"])
    #expect(judged.map(\.status) == [.met, .unmet])
    #expect(judged.map(\.dueOn) == ["2025-01-31", "2025-02-28"])
    let dayBefore = try await city.judge("quzhou.b1.monthly", at: "2025-02-27")
    #expect(dayBefore.filter { $0.subject == "T1" }.map(\.status) == [.met, .atRisk])
    #expect(Set(dayBefore.map(\.subject)) == ["T1", "T2"])
  }

  @Test func townshipsScreenOnceAQuarter() async throws {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    try await city.unit("O1")
    try await city.activity("crime_screening", on: "2025-03-31", unit: "T1")
    let judged = try await city.judge("quzhou.b1.screening", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["T1", "T1"])
    #expect(judged.map(\.period) == ["2025Q1", "2025Q2"])
    #expect(judged.map(\.status) == [.met, .unmet])
    #expect(judged.map(\.dueOn) == ["2025-03-31", "2025-06-30"])
    #expect(try await city.judge("quzhou.b1.screening", at: "2025-06-29").map(\.status) == [.met, .atRisk])
  }

  @Test func headsAndVillageSecretariesGiveTheirAccount() async throws {
    let city = try await TestCity("quzhou")
    try await city.unit("C1", kind: "party_committee", level: "county")
    try await city.unit("C2", kind: "party_committee", level: "city")
    try await city.unit("O1")
    try await city.township("T1")
    try await city.township("T2")
    try await city.village("V1", of: "T2")
    try await city.village("V2", of: "T1")
    // The head of the county, of this year's hiring; the head of its government, who is not its head.
    try await city.cadre(
      "county", in: "C1", post: ["role": "principal", "branch": "party"], person: ["hired_on": "2025-03-01"])
    try await city.cadre("government", in: "C1", post: ["role": "principal", "branch": "admin"])
    try await city.cadre("cityHead", in: "C2", post: ["role": "principal", "branch": "both"])
    // Heads the township, has the main post elsewhere, and a village too.
    try await city.cadre("both", in: "T1", post: ["role": "principal", "branch": "both"])
    try await city.post("both", in: "O1", ["rank": "county_division"])
    try await city.villageCadre("both", "secretary", of: "V1")
    // Of two villages the one of the earliest office; on no roll.
    try await city.person("two")
    try await city.villageCadre("two", "secretary", of: "V2", ["started_on": "2021-01-02"])
    try await city.villageCadre("two", "secretary", of: "V1")
    try await city.person("director")
    try await city.villageCadre("director", "director", of: "V2")
    try await city.person("gone")
    try await city.villageCadre("gone", "secretary", of: "V2", ["ended_on": "2025-06-30"])
    try await city.activity("secretary_statement", on: "2025-06-30", person: "two", topics: "{anti_crime}")
    // Without a word on organised crime.
    try await city.activity("secretary_statement", on: "2025-06-30", person: "both")
    let judged = try await city.judge("quzhou.b1.statement", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["both", "county", "two"])
    #expect(judged.map(\.unit) == ["O1", "C1", "T2"])
    #expect(judged.map(\.status) == [.pending, .pending, .met])
    #expect(try await city.judge("quzhou.b1.statement", at: "2025-06-29")["gone"] != nil)
  }
}
