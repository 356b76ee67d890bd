import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct SummonTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("U1", kind: "township", level: "township")
    return city
  }

  private func assessed(
    _ subject: String, _ score: String?, category: String = "A", kind: String = "person", year: String = "2024",
    _ more: [String: String?] = [:], in city: TestCity
  ) async throws {
    try await city.add(
      .assessments,
      ["assessment_id": "AS-\(subject)-\(category)-\(year)", "subject_kind": kind, "subject_id": subject, "year": year,
        "category": category, "score": score].merging(more) { _, new in new })
  }

  private func summoned(
    _ subject: String, on day: String, by issuer: String = "both", kind: String = "person", measure: String = "summon",
    in city: TestCity
  ) async throws {
    try await city.add(
      .measures,
      ["measure_id": "M-\(subject)-\(day)-\(issuer)", "subject_kind": kind, "subject_id": subject, "kind": measure,
        "taken_on": day, "issuer": issuer])
  }

  // 60, 61, 61, 62: ranks 1, 2, 2, 4. Someone below them who is managed elsewhere takes no rank.
  @Test func theLastThreeSharingTies() async throws {
    let city = try await city()
    for (id, score) in [("a", "60"), ("b", "61"), ("c", "61"), ("d", "62"), ("z", "10"), ("n", nil)] {
      try await city.cadre(id, in: "U1", person: ["managed_by": id == "z" ? "city" : "county"])
      try await assessed(id, score, in: city)
    }
    // Alone in another category, and best in it.
    try await city.cadre("e", in: "U1", person: ["managed_by": "county"])
    try await assessed("e", "99", category: "B", in: city)
    // Not on roll.
    try await city.person("gone", ["managed_by": "county"])
    try await assessed("gone", "5", in: city)
    let judged = try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["a", "b", "c", "e"])
    #expect(judged.allSatisfy { $0.status == .pending && $0.dueOn == "2025-12-31" && $0.unit == "U1" })
    #expect(judged["a"]?.evidence == ["assessments/AS-a-A-2024"])
  }

  @Test func twoAssessmentsGiveOneResult() async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", person: ["managed_by": "county"])
    try await assessed("a", "60", in: city)
    try await assessed("a", "70", category: "B", in: city)
    let judged = try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-06-30")
    #expect(judged.count == 1)
    #expect(judged["a"]?.evidence == ["assessments/AS-a-A-2024", "assessments/AS-a-B-2024"])
  }

  @Test(arguments: [
    ("2025-12-31", "discipline", "summon", Status.met), ("2025-03-01", "org_dept", "summon", .met),
    ("2025-03-01", "other", "summon", .unmet), ("2024-12-31", "both", "summon", .unmet),
    ("2025-03-01", "both", "admonition", .unmet),
  ])
  func summonedThisYearByWhomItFallsTo(day: String, issuer: String, measure: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", person: ["managed_by": "county"])
    try await assessed("a", "60", in: city)
    try await summoned("a", on: day, by: issuer, measure: measure, in: city)
    #expect(try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-12-31").status(of: "a") == expected)
  }

  @Test func atRiskInTheLastThirtyDays() async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", person: ["managed_by": "county"])
    try await assessed("a", "60", in: city)
    #expect(try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-11-30").status(of: "a") == .pending)
    #expect(try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-12-01").status(of: "a") == .atRisk)
  }

  @Test func unitsAndPersonsOfTheSameIdAreToldApart() async throws {
    let city = try await city()
    try await city.unit("X", kind: "organ", level: "county")
    try await city.unit("old", kind: "organ", level: "county", ["dissolved_on": "2025-01-01"])
    try await assessed("X", "50", kind: "unit", in: city)
    try await assessed("old", "40", kind: "unit", in: city)
    try await city.cadre("X", in: "U1", person: ["managed_by": "county"])
    try await summoned("X", on: "2025-02-01", kind: "person", in: city)
    let judged = try await city.judge("jingxian.2.3.bottom-units", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["X"])
    #expect(judged.status(of: "X") == .pending)
    #expect(judged["X"]?.unit == "X")
  }

  @Test func theSnailCupOfLastYearWithOrWithoutAScore() async throws {
    let city = try await city()
    for id in ["s", "t", "u"] { try await city.unit(id, kind: "organ", level: "county") }
    try await assessed("s", nil, kind: "unit", ["snail_cup": "true"], in: city)
    try await assessed("t", "99", kind: "unit", in: city)
    try await assessed("u", "60", kind: "unit", year: "2023", ["snail_cup": "true"], in: city)
    try await summoned("s", on: "2025-04-01", by: "org_dept", kind: "unit", in: city)
    let judged = try await city.judge("jingxian.2.3.snail-cup", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["s"])
    #expect(judged.status(of: "s") == .met)
  }
}
