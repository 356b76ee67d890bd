import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A6DisciplineTests {
  @Test func leadersWhoArePartyMembersJoinTheirBranch() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    let leads = ["leading": "true"]
    try await city.cadre("member", in: "U1", post: leads)
    try await city.cadre("probationary", in: "U1", post: leads, person: ["political_status": "02"])
    try await city.cadre("league", in: "U1", post: leads, person: ["political_status": "03"])
    try await city.cadre("staff", in: "U1")
    try await city.cadre("firstDay", in: "U1", post: leads, person: ["hired_on": "2025-01-01"])
    try await city.cadre("new", in: "U1", post: leads, person: ["hired_on": "2025-01-02"])
    try await city.add(
      .activities, ["activity_id": "B", "kind": "branch_life", "person_id": "member", "held_on": "2025-01-01"])
    let judged = try await city.judge("shaoxing.6.branch-life", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["firstDay", "member", "new", "probationary"])
    #expect(judged.map(\.status) == [.unmet, .met, .exempt, .unmet])
    #expect(judged["member"]?.evidence == ["activities/B"])
  }

  @Test func whoCameFromAnotherCityEnteredLater() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    let leads = ["leading": "true", "started_on": "2025-03-01"]
    // By the day given; else by the first post; and never before having been hired.
    try await city.cadre("given", in: "U1", post: leads, person: ["entered_on": "2024-12-31"])
    try await city.cadre("late", in: "U1", post: leads, person: ["entered_on": "2025-01-02"])
    try await city.cadre("byPost", in: "U1", post: leads)
    try await city.cadre("hired", in: "U1", post: leads, person: ["entered_on": "2020-01-01", "hired_on": "2025-02-01"])
    let judged = try await city.judge("shaoxing.6.branch-life", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["byPost", "given", "hired", "late"])
    #expect(judged.map(\.status) == [.exempt, .pending, .exempt, .exempt])
  }

  @Test(arguments: [
    ("6.branch-assembly", "branch_assembly", ["2025Q1", "2025Q2"], "2025-06-30"),
    ("6.branch-committee", "branch_committee", (1...5).map { "2025-0\($0)" }, "2025-05-31"),
    ("6.party-lecture", "party_lecture", ["2025Q1", "2025Q2"], "2025-06-30"),
    ("6.theme-day", "theme_party_day", (1...5).map { "2025-0\($0)" }, "2025-05-31"),
    ("6.appraisal", "democratic_appraisal", ["2025"], "2025-12-31"),
  ])
  func unitsHoldTheirMeetings(indicator: String, kind: String, periods: [String], dueOn: String) async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("held")
    try await city.unit("none", kind: "township")
    try await city.unit("aside", kind: "institution")
    for (index, day) in ["2024-12-31", "2025-01-01", "2025-05-16"].enumerated() {
      try await city.add(.activities, ["activity_id": "A\(index)", "kind": kind, "unit_id": "held", "held_on": day])
    }
    // 30 days are left of a quarter on 31 May only; of May there are 16.
    let judged = try await city.judge("shaoxing.\(indicator)", at: "2025-05-15")
    #expect(Set(judged.map(\.subject)) == ["held", "none"])
    let held = judged.filter { $0.subject == "held" }
    #expect(held.map(\.period) == periods)
    #expect(held.first?.status == .met)
    #expect(held.first?.observed == "1")
    #expect(judged.last { $0.subject == "none" }?.dueOn == dueOn)
    #expect(judged.last { $0.subject == "none" }?.status == (periods.count == 5 ? .atRisk : .pending))
    #expect(judged.first { $0.subject == "none" }?.status == (periods.count == 1 ? .pending : .unmet))
    let later = try await city.judge("shaoxing.\(indicator)", at: "2025-05-16")
    #expect(later.last { $0.subject == "held" }?.status == .met)
  }

  @Test func leadersReportSeriousMattersWithinThirtyDays() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.cadre("led", in: "U1", post: ["leading": "true", "ended_on": "2025-03-02"])
    try await city.cadre("leads", in: "U1", post: ["leading": "true", "started_on": "2025-03-02"])
    for (id, person, kind, occurred, reported) in [
      ("A", "led", "illness", "2025-03-01", "2025-03-31"), ("B", "led", "absence", "2025-03-01", "2025-04-01"),
      ("C", "led", "absence", "2025-03-02", nil), ("D", "leads", "decision_error", "2025-03-01", nil),
      ("E", "leads", "authority_matter", "2025-03-02", nil), ("F", "led", "housing", "2025-03-01", nil),
      ("G", "led", "illness", "2024-12-02", nil), ("H", "led", "illness", "2024-12-01", nil),
    ] as [(String, String, String, String, String?)] {
      try await city.add(
        .declarations,
        ["declaration_id": id, "person_id": person, "kind": kind, "occurred_on": occurred, "reported_on": reported])
    }
    let judged = try await city.judge("shaoxing.6.matters", at: "2025-04-01")
    // G was due on the first of January, H the day before.
    #expect(judged.map(\.subject) == ["A", "B", "E", "G"])
    #expect(judged.map(\.status) == [.met, .unmet, .unmet, .unmet])
    #expect(judged["E"]?.dueOn == "2025-04-01")
    #expect(judged["A"]?.unit == nil)
    #expect(judged["E"]?.unit == "U1")
    #expect(try await city.judge("shaoxing.6.matters", at: "2025-03-24").status(of: "A") == .atRisk)
    #expect(try await city.judge("shaoxing.6.matters", at: "2025-03-23").status(of: "A") == .pending)
  }

  @Test func unitsHoldDemocraticLifeMeetings() async throws {
    let city = try await TestCity("shaoxing")
    for kind in ["party_committee", "organ", "township", "institution", "enterprise", "party_school"] {
      try await city.unit(kind, kind: kind)
    }
    try await city.add(
      .activities, ["activity_id": "D", "kind": "democratic_life", "unit_id": "organ", "held_on": "2025-12-31"])
    let judged = try await city.judge("shaoxing.6.democratic-life", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["organ", "party_committee", "township"])
    #expect(judged.map(\.status) == [.met, .unmet, .unmet])
  }
}
