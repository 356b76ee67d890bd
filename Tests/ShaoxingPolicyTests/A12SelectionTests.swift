import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A12SelectionTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.unit("I", kind: "institution")
    return city
  }

  // A decision of the day of the selection, 10 March: where, on what and how.
  @Test(arguments: [
    ("U1", "2025-03-10", "personnel", "meeting", Status.met), ("U1", "2025-03-09", "personnel", "meeting", .unmet),
    ("U1", "2025-03-11", "personnel", "meeting", .unmet), ("U1", "2025-03-10", "major", "meeting", .unmet),
    ("U1", "2025-03-10", "personnel", "circulation", .unmet), ("I", "2025-03-10", "personnel", "meeting", .unmet),
  ])
  func decidedInAMeetingOfTheDay(unit: String, day: String, matter: String, mode: String, status: Status) async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1")
    for (id, decided) in [("S", "2025-03-10"), ("earlier", "2024-12-31"), ("ahead", "2025-07-01")] {
      try await city.add(
        .selections,
        ["selection_id": id, "person_id": "a", "kind": "transfer", "unit_id": "I", "decided_on": decided])
    }
    try await city.add(
      .decisions, ["decision_id": "D", "unit_id": unit, "matter": matter, "mode": mode, "held_on": day])
    let judged = try await city.judge("shaoxing.12.by-meeting", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["S"])
    #expect(judged["S"]?.status == status)
    #expect(judged["S"]?.unit == "I")
    #expect(judged["S"]?.evidence == ["selections/S"] + (status == .met ? ["decisions/D"] : []))
  }

  private func incompetent(_ person: String, in city: TestCity, year: String = "2024") async throws {
    try await city.add(
      .assessments,
      [
        "assessment_id": "\(person)-\(year)", "subject_kind": "person", "subject_id": person, "year": year,
        "grade": "incompetent",
      ])
  }

  private func measure(_ kind: String, of person: String, on day: String, in city: TestCity) async throws {
    try await city.add(
      .measures,
      ["measure_id": "\(person)-\(day)", "subject_kind": "person", "subject_id": person, "kind": kind, "taken_on": day])
  }

  @Test func leadersGradedIncompetentAreMoved() async throws {
    let city = try await city()
    let led = ["leading": "true"]
    for id in ["moved", "firstDay", "lastYear", "reminded", "open", "better"] {
      try await city.cadre(id, in: "U1", post: led)
    }
    try await city.cadre("gone", in: "U1", post: led, person: ["left_on": "2025-02-01"])
    try await city.cadre("goneMoved", in: "U1", post: led, person: ["left_on": "2025-02-01"])
    try await city.cadre("province", in: "U1", post: led, person: ["managed_by": "province"])
    try await city.cadre("notYet", in: "U1", post: ["leading": "true", "started_on": "2025-01-01"])
    try await city.cadre("noMore", in: "U1", post: ["leading": "true", "ended_on": "2024-12-31"])
    for id in [
      "moved", "firstDay", "lastYear", "reminded", "open", "gone", "goneMoved", "province", "notYet", "noMore",
    ] { try await incompetent(id, in: city) }
    try await incompetent("better", in: city, year: "2023")
    try await measure("demotion", of: "moved", on: "2025-06-30", in: city)
    try await measure("reassignment", of: "firstDay", on: "2025-01-01", in: city)
    try await measure("removal", of: "lastYear", on: "2024-12-31", in: city)
    try await measure("admonition", of: "reminded", on: "2025-02-01", in: city)
    try await measure("non_leading", of: "goneMoved", on: "2025-01-15", in: city)
    let judged = try await city.judge("shaoxing.12.unfit", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["firstDay", "gone", "goneMoved", "lastYear", "moved", "open", "reminded"])
    #expect(judged.map(\.status) == [.met, .exempt, .met, .pending, .met, .pending, .pending])
    #expect(judged["open"]?.dueOn == "2025-12-31")
    #expect(judged["open"]?.unit == "U1")
    #expect(judged["gone"]?.unit == nil)
    #expect(judged["moved"]?.evidence == ["assessments/moved-2024", "measures/moved-2025-06-30"])
    #expect(try await city.judge("shaoxing.12.unfit", at: "2025-12-01").status(of: "open") == .atRisk)
    #expect(try await city.judge("shaoxing.12.unfit", at: "2025-12-31").status(of: "open") == .unmet)
  }

  @Test func everyLeaderOfCityAndCountyIsVisited() async throws {
    let city = try await city()
    for (id, managedBy) in [("city", "city"), ("county", "county"), ("unit", "unit")] {
      try await city.cadre(id, in: "U1", post: ["leading": "true"], person: ["managed_by": managedBy])
    }
    try await city.cadre("new", in: "U1", post: ["leading": "true", "started_on": "2025-01-02"])
    try await city.cadre("staff", in: "U1")
    for (index, day) in ["2024-12-31", "2025-06-30"].enumerated() {
      try await city.add(
        .activities, ["activity_id": "V\(index)", "kind": "cadre_visit", "person_id": "city", "held_on": day])
    }
    let judged = try await city.judge("shaoxing.12.visits", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["city", "county", "new"])
    #expect(judged.map(\.status) == [.met, .pending, .exempt])
    #expect(judged["city"]?.observed == "1")
    #expect(try await city.judge("shaoxing.12.visits", at: "2025-12-31").status(of: "county") == .unmet)
  }

  // 180 days from 3 January 2017: by 2 July.
  @Test(
    arguments: [
      ("2017-07-02", "2017-07-02", Status.met), ("2017-07-03", "2017-07-03", .unmet), (nil, "2017-06-01", .pending),
      (nil, "2017-06-02", .atRisk), (nil, "2017-07-02", .unmet), ("2017-07-03", "2017-07-01", .atRisk),
    ] as [(String?, String, Status)])
  func rulesAreIssuedInTime(issued: String?, asOf: String, status: Status) async throws {
    let city = try await city()
    try await city.add(.documents, ["document_id": "other", "clause": "shaoxing.11", "issued_on": "2017-02-01"])
    if let issued {
      try await city.add(.documents, ["document_id": "D", "clause": "shaoxing.12", "issued_on": issued])
    }
    let judged = try await city.judge("shaoxing.12.document", at: asOf)["shaoxing"]
    #expect(judged?.status == status)
    #expect(judged?.dueOn == "2017-07-02")
  }
}
