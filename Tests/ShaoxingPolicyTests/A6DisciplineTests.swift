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
