import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A10InitiativeTests {
  @Test func leadersOfTheCityReviewKeyWorkEachQuarter() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("C", kind: "party_committee", level: "city")
    try await city.unit("K", kind: "party_committee", level: "county")
    try await city.unit("O")
    try await city.cadre("head", in: "C", post: ["role": "principal", "branch": "party"])
    // Heads an organ as main post, and has a seat on the committee.
    try await city.cadre("deputy", in: "C", post: ["role": "deputy"])
    try await city.post("deputy", in: "O", ["role": "principal", "rank": "county_division"])
    try await city.cadre(
      "new", in: "C", post: ["role": "deputy", "started_on": "2025-08-01"], person: ["hired_on": "2025-07-15"])
    try await city.cadre("middle", in: "C", post: ["role": "middle_principal"])
    try await city.cadre("county", in: "K", post: ["role": "principal"])
    for (index, day) in ["2025-03-31", "2025-04-01", "2025-06-30"].enumerated() {
      try await city.add(
        .activities, ["activity_id": "R\(index)", "kind": "key_work_review", "person_id": "head", "held_on": day])
    }
    let judged = try await city.judge("shaoxing.10.quarterly-review", at: "2025-08-31")
    #expect(Set(judged.map(\.subject)) == ["head", "deputy", "new"])
    #expect(judged.filter { $0.subject == "head" }.map(\.period) == ["2025Q1", "2025Q2", "2025Q3"])
    #expect(judged.filter { $0.subject == "head" }.map(\.status) == [.met, .met, .atRisk])
    #expect(judged.filter { $0.subject == "head" }.map(\.observed) == ["1", "2", "0"])
    #expect(judged.filter { $0.subject == "deputy" }.map(\.status) == [.unmet, .unmet, .atRisk])
    #expect(judged.filter { $0.subject == "deputy" }.map(\.unit) == ["O", "O", "O"])
    // Only yearly quotas exempt the newly hired.
    #expect(judged.filter { $0.subject == "new" }.map(\.status) == [.unmet, .unmet, .atRisk])
    #expect(judged.last?.dueOn == "2025-09-30")
  }

  @Test func toleranceGrantedThisYear() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    for (id, decided, granted) in [
      ("A", "2025-01-01", "true"), ("B", "2025-02-01", "false"), ("C", "2024-12-31", "true"), ("D", "2025-07-01", "true"),
      ("E", nil, nil),
    ] as [(String, String?, String?)] {
      try await city.add(
        .toleranceCases,
        ["case_id": id, "unit_id": "U1", "applied_on": "2024-06-01", "decided_on": decided, "granted": granted])
    }
    let judged = try await city.judge("shaoxing.10.tolerance", at: "2025-06-30")
    #expect(judged.map(\.observed) == ["1"])
    #expect(judged.map(\.status) == [.info])
  }
}
