import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct JingxianPartyLifeTests {
  @Test(arguments: [
    ("branch-assembly", "branch_assembly", ["2025Q1", "2025Q2"]),
    ("branch-committee", "branch_committee", ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"]),
    ("party-lecture", "party_lecture", ["2025Q1", "2025Q2"]),
    ("theme-day", "theme_party_day", ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"]),
    ("appraisal", "democratic_appraisal", ["2025"]),
  ])
  func heldInEachPeriod(name: String, activity: String, periods: [String]) async throws {
    let city = try await TestCity("jingxian")
    for (id, kind) in [("C", "party_committee"), ("T", "township"), ("I", "institution")] {
      try await city.unit(id, kind: kind, level: "county")
    }
    try await city.add(
      .activities, ["activity_id": "X1", "kind": activity, "unit_id": "C", "held_on": "2025-01-31"])
    let judged = try await city.judge("jingxian.1.2.\(name)", at: "2025-05-31")
    #expect(judged.filter { $0.subject == "C" }.map(\.period) == periods)
    #expect(Set(judged.map(\.subject)) == ["C", "T"])
    #expect(judged.first { $0.subject == "C" }?.status == .met)
    let last = judged.last { $0.subject == "T" }?.status
    #expect(last == (periods.count == 5 ? .unmet : periods.count == 2 ? .atRisk : .pending))
  }
}
