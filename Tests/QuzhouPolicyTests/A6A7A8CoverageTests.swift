import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// What has to be there for every matter, assessment and sensitive area.
@Suite(.cadre) struct A6A7A8CoverageTests {
  @Test func eachOfTheEightMattersHasItsLedger() async throws {
    let city = try await TestCity("quzhou")
    try await city.unit("O1", ["duties": "{intervention_ledger}", "ledger_matters": "{audit,land}"])
    try await city.unit("O2", ["duties": "{intervention_ledger}", "ledger_matters": "{audit}"])
    // Without the duty; dissolved.
    try await city.unit("O3", ["duties": "{supervision_conference}", "ledger_matters": "{finance}"])
    try await city.unit(
      "O4", ["duties": "{intervention_ledger}", "ledger_matters": "{justice}", "dissolved_on": "2025-06-30"])
    let judged = try await city.judge("quzhou.a6.ledgers", at: "2025-06-30")
    #expect(judged.count == 8)
    #expect(Set(judged.map(\.subject)) == ["quzhou"])
    #expect(judged.filter { $0.status == .met }.map(\.class) == ["audit", "land"])
    #expect(judged.filter { $0.status == .met }.map(\.observed) == ["2", "1"])
    #expect(judged.filter { $0.status == .unmet }.map(\.observed) == ["0", "0", "0", "0", "0", "0"])
    #expect(Set(judged.map(\.required)) == ["1"])
  }

  @Test func theTwoCirclesAreInTheYearlyAssessment() async throws {
    let city = try await TestCity("quzhou")
    try await city.unit("O1")
    try await city.unit("O2", ["dissolved_on": "2025-01-01"])
    try await city.cadre("leader", in: "O1", post: ["leading": "true"])
    try await city.cadre("staff", in: "O1")
    for (id, kind, subject, year, circles) in [
      ("a", "unit", "O1", "2024", "true" as String?), ("b", "unit", "O2", "2024", "true"),
      ("c", "person", "leader", "2024", "false"), ("d", "person", "leader", "2024", nil),
      ("e", "person", "staff", "2024", "true"), ("f", "person", "leader", "2025", "true"),
    ] {
      try await city.add(
        .assessments,
        ["assessment_id": id, "subject_kind": kind, "subject_id": subject, "year": year, "two_circles": circles])
    }
    let judged = try await city.judge("quzhou.a7.assessed", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["a", "c", "d"])
    #expect(judged.map(\.status) == [.met, .unmet, .noData])
    #expect(judged.map(\.unit) == ["O1", "O1", "O1"])
  }

  @Test func sensitivePostsHaveRiskPointsOfTheirAreas() async throws {
    let city = try await TestCity("quzhou")
    for unit in ["O1", "O2", "O3", "O4"] { try await city.unit(unit) }
    for (person, unit, areas) in [
      ("a", "O1", "{finance,audit}"), ("b", "O1", "{finance,personnel}"), ("c", "O2", "{approval}"),
      ("d", "O3", "{personnel}"),
    ] {
      try await city.cadre(person, in: unit, post: ["sensitive": areas])
    }
    try await city.cadre("former", in: "O4", post: ["sensitive": "{audit}", "ended_on": "2025-06-30"])
    // Two points of one area are one area covered.
    for (id, unit, area) in [
      ("R1", "O1", "finance"), ("R2", "O1", "finance"), ("R3", "O2", "approval"), ("R4", "O2", "audit"),
    ] {
      try await city.add(.riskPoints, ["risk_id": id, "unit_id": unit, "area": area])
    }
    let judged = try await city.judge("quzhou.a8.risk-coverage", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["O1", "O2"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(judged.map(\.observed) == ["1", "1"])
    #expect(judged.map(\.required) == ["2", "1"])
    #expect(judged[0].evidence == ["risk_points/R1", "risk_points/R2"])
  }
}
