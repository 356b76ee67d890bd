import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A6A7A8Tests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1", ["duties": "{intervention_ledger}"])
    try await city.unit("O2", ["duties": "{supervision_conference}"])
    return city
  }

  @Test func theQuartersReportsTogetherReachBothOffices() async throws {
    let city = try await city()
    try await city.activity("intervention_report", on: "2025-01-01", unit: "O1", reportedTo: "{org_dept}")
    try await city.activity("intervention_report", on: "2025-02-01", unit: "O1", reportedTo: "{org_dept,superior}")
    try await city.activity("intervention_report", on: "2025-03-31", unit: "O1", reportedTo: "{discipline}")
    try await city.activity("intervention_report", on: "2025-04-01", unit: "O1", reportedTo: "{org_dept}")
    try await city.activity("intervention_report", on: "2025-07-01", unit: "O1", reportedTo: "{org_dept,discipline}")
    let judged = try await city.judge("quzhou.a6.quarterly-report", at: "2025-08-15")
    #expect(judged.map(\.subject) == ["O1", "O1", "O1"])
    #expect(judged.map(\.period) == ["2025Q1", "2025Q2", "2025Q3"])
    #expect(judged.map(\.observed) == ["2", "1", "2"])
    #expect(judged.map(\.required) == ["2", "2", "2"])
    #expect(judged.map(\.status) == [.met, .unmet, .met])
    let earlier = try await city.judge("quzhou.a6.quarterly-report", at: "2025-03-30")
    #expect(earlier.map(\.status) == [.atRisk])
    #expect(earlier.map(\.observed) == ["1"])
  }

  @Test(arguments: ["intervener", "intervener_unit", "intervener_post", "form", "detail", "result", "occurred_on"])
  func theLedgerHasAllItsParts(missing: String) async throws {
    let city = try await city()
    let whole: [String: String?] = [
      "unit_id": "O2", "occurred_on": "2025-01-01", "intervener": "a", "intervener_unit": "b", "intervener_post": "c",
      "form": "d", "detail": "e", "result": "f",
    ]
    func add(_ id: String, _ more: [String: String?]) async throws {
      try await city.add(
        .interventions, whole.merging(more) { _, new in new }.merging(["entry_id": id]) { _, new in new })
    }
    try await add("whole", [:])
    try await add("broken", [missing: nil])
    try await add("lastYear", ["occurred_on": "2024-12-31", "form": nil])
    try await add("ahead", ["occurred_on": "2025-07-01", "form": nil])
    let judged = try await city.judge("quzhou.a6.ledger-complete", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["broken", "whole"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(judged.map(\.unit) == ["O2", "O2"])
  }

  // The later of hiring and 12 April 2019, and 90 days: 11 July 2019; for 1 March 2025: 30 May.
  @Test(arguments: [
    ("2000-01-01", "01", "2019-07-11" as String?, "2019-07-11" as String?, Status.met),
    ("2000-01-01", "02", "2019-07-12", "2019-07-11", .unmet), ("2025-03-01", "01", nil, "2025-05-30", .unmet),
    ("2025-03-18", "01", nil, "2025-06-16", .atRisk), ("2025-03-01", "01", "2025-05-30", "2025-05-30", .met),
    ("2000-01-01", "13", nil, nil, .met),
  ])
  func membersSignTheTwoCircles(
    hired: String, status: String, signed: String?, due: String?, expected: Status
  ) async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1", person: ["hired_on": hired, "political_status": status])
    if let signed {
      try await city.add(
        .commitments, ["commitment_id": "B1", "person_id": "p", "kind": "two_circles", "signed_on": signed])
    }
    let judged = try await city.judge("quzhou.a7.commitment", at: hired == "2025-03-18" ? "2025-06-15" : "2025-06-30")
    #expect(judged.map(\.dueOn) == (due == nil ? [] : [due]))
    #expect(judged.map(\.status) == (due == nil ? [] : [expected]))
  }

  /// Entered: as entered_on says, else with the first post, and never before being hired.
  @Test(arguments: [
    ("2025-03-01" as String?, "2020-01-01", "2015-01-01", "2025-05-30"), (nil, "2025-03-01", "2015-01-01", "2025-05-30"),
    ("2020-01-01", "2010-01-01", "2025-03-01", "2025-05-30"), (nil, "2010-01-01", "2025-03-01", "2025-05-30"),
  ])
  func theDayOfEnteringCounts(entered: String?, began: String, hired: String, due: String) async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1", post: ["started_on": began], person: ["hired_on": hired, "entered_on": entered])
    #expect(try await city.judge("quzhou.a7.commitment", at: "2025-06-30").map(\.dueOn) == [due])
  }

  @Test func membersCheckThemselvesEachYear() async throws {
    let city = try await city()
    try await city.cadre("member", in: "O1")
    try await city.cadre("probationary", in: "O1", person: ["political_status": "02"])
    try await city.cadre("other", in: "O1", person: ["political_status": "03"])
    try await city.activity("two_circles_self_check", on: "2025-12-31", person: "member")
    let judged = try await city.judge("quzhou.a7.self-check", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["member", "probationary"])
    #expect(judged.map(\.status) == [.met, .unmet])
  }

  @Test(arguments: [
    ("high", "true", "true", "true", Status.met), ("low", "false", "true", "true", .unmet),
    ("medium", "true", "false", "true", .unmet), ("low", "true", "true", "false", .unmet),
  ])
  func everyRiskHasItsThreeControls(
    level: String, prevention: String, monitoring: String, handling: String, expected: Status
  ) async throws {
    let city = try await city()
    try await city.unit("O3", ["dissolved_on": "2025-06-30"])
    for unit in ["O1", "O3"] {
      try await city.add(
        .riskPoints,
        [
          "risk_id": unit, "unit_id": unit, "risk_level": level, "prevention": prevention, "monitoring": monitoring,
          "handling": handling,
        ])
    }
    let judged = try await city.judge("quzhou.a8.risk-controls", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["O1"])
    #expect(judged[0].status == expected)
  }
}
