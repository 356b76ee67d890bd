import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A17ResponsibilityTests {
  @Test func reportsGoToTheCommitteeAbove() async throws {
    let city = try await TestCity("shaoxing")
    for id in ["above", "aside", "nowhere"] { try await city.unit(id) }
    try await city.unit("institution", kind: "institution")
    for (unit, office) in [("above", "{org_dept,superior}"), ("aside", "{org_dept}"), ("nowhere", "{}")] {
      for kind in ["team_report", "report_and_reviews"] {
        try await city.add(
          .activities,
          [
            "activity_id": "\(kind)-\(unit)", "kind": kind, "unit_id": unit, "reported_to": office,
            "held_on": "2025-12-31",
          ])
      }
    }
    let reports = try await city.judge("shaoxing.17.team-report", at: "2025-12-31")
    #expect(reports.map(\.subject) == ["above", "aside", "nowhere"])
    #expect(reports.map(\.status) == [.met, .unmet, .unmet])
    let reviews = try await city.judge("shaoxing.17.report-and-reviews", at: "2025-12-31")
    #expect(reviews.map(\.status) == [.met, .met, .met])
    let dayBefore = try await city.judge("shaoxing.17.team-report", at: "2025-12-30")
    #expect(dayBefore.map(\.status) == [.atRisk, .atRisk, .atRisk])
  }

  @Test func clausesWithoutRecordsAreAttested() async throws {
    let city = try await TestCity("shaoxing")
    for (id, level) in [("done", "city"), ("partly", "county"), ("changed", "county"), ("none", "county")] {
      try await city.unit(id, kind: "party_committee", level: level)
    }
    // The clause is addressed to the city and its counties.
    try await city.unit("township", kind: "party_committee", level: "township")
    try await city.unit("organ")
    for (id, unit, clause, day, conclusion) in [
      ("A1", "done", "shaoxing.8", "2025-03-01", "done"), ("A2", "partly", "shaoxing.8", "2025-03-01", "partly"),
      ("A3", "changed", "shaoxing.8", "2025-03-01", "done"), ("A4", "changed", "shaoxing.8", "2025-03-01", "not_done"),
      ("A5", "none", "shaoxing.18", "2025-03-01", "done"), ("A6", "none", "shaoxing.8", "2024-12-31", "done"),
    ] {
      try await city.add(
        .attestations,
        ["attestation_id": id, "unit_id": unit, "clause": clause, "made_on": day, "conclusion": conclusion])
    }
    let judged = try await city.judge("shaoxing.8.attested", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["changed", "done", "none", "partly"])
    #expect(judged.map(\.status) == [.unmet, .met, .pending, .atRisk])
    #expect(judged.allSatisfy { $0.dueOn == nil })
    #expect(try await city.judge("shaoxing.8.attested", at: "2025-12-31").status(of: "none") == .unmet)
    #expect(try await city.judge("shaoxing.18.attested", at: "2025-12-31").status(of: "none") == .met)
    #expect(try await city.judge("shaoxing.18.attested", at: "2025-12-31").count == 4)
    #expect(
      try await city.judge("shaoxing.9.attested", at: "2025-12-31").map(\.subject)
        == ["changed", "done", "none", "organ", "partly", "township"])
  }

  @Test func thoseCalledToAccountAreCounted() async throws {
    let city = try await TestCity("shaoxing")
    for (index, (kind, day, subject)) in [
      ("accountability", "2025-01-01", "person"), ("accountability", "2025-06-30", "unit"),
      ("accountability", "2024-12-31", "person"), ("accountability", "2025-07-01", "person"),
      ("circular", "2025-02-01", "person"),
    ].enumerated() {
      try await city.add(
        .measures,
        ["measure_id": "M\(index)", "subject_kind": subject, "subject_id": "a", "kind": kind, "taken_on": day])
    }
    let judged = try await city.judge("shaoxing.18.accountability", at: "2025-06-30")
    #expect(judged.map(\.observed) == ["2"])
    #expect(judged.map(\.class) == [nil])
  }
}
