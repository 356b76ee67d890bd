import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A1PoliticalQualityTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1")
    return city
  }

  @Test func headsOfOrgansAndTownshipsAssessThemselves() async throws {
    let city = try await city()
    try await city.unit("I1", kind: "institution")
    try await city.township("T1")
    let principal: [String: String?] = ["role": "principal"]
    try await city.unit("O2")
    try await city.unit("O3")
    try await city.cadre("organ", in: "O1", post: principal)
    // A second principal of an organ is not its head; of a township every one is judged.
    try await city.cadre("second", in: "O1", post: ["role": "principal", "started_on": "2015-01-02"])
    try await city.cadre("mayor", in: "T1", post: ["role": "principal", "started_on": "2015-01-02"])
    try await city.cadre("township", in: "T1", post: principal)
    try await city.cadre("institution", in: "I1", post: principal)
    try await city.cadre("deputy", in: "O1", post: ["role": "deputy"])
    try await city.cadre("former", in: "O1", post: ["role": "principal", "ended_on": "2025-06-30"])
    try await city.cadre("newYear", in: "O2", post: principal, person: ["hired_on": "2025-01-01"])
    try await city.cadre("later", in: "O3", post: principal, person: ["hired_on": "2025-01-02"])
    try await city.activity("self_assessment", on: "2025-06-30", person: "organ")
    try await city.activity("self_assessment", on: "2024-12-31", person: "township")
    try await city.activity("self_assessment", on: "2025-03-01", person: "later")
    let judged = try await city.judge("quzhou.a1.self-assessment", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["later", "mayor", "newYear", "organ", "township"])
    #expect(judged.map(\.status) == [.exempt, .pending, .pending, .met, .pending])
    #expect(judged.map(\.observed) == [nil, "0", "0", "1", "0"])
  }

  private func vet(_ person: String, _ result: String, on day: String, id: String, in city: TestCity) async throws {
    try await city.add(
      .politicalVettings, ["vetting_id": id, "person_id": person, "held_on": day, "result": result])
  }

  @Test(arguments: [
    ("promotion", "2025-03-01", Status.met), ("promotion", "2025-03-02", .unmet), ("transfer", "2025-03-02", .met),
    ("promotion", "2025-07-01", .met),
  ])
  func whoFailedIsNotPromotedAfterwards(entry: String, start: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1")
    try await city.post("p", in: "O1", id: "Z2", ["entry": entry, "started_on": start, "ended_on": "2025-12-01"])
    try await vet("p", "unqualified", on: "2025-03-01", id: "W1", in: city)
    let judged = try await city.judge("quzhou.a1.veto", at: "2025-06-30")
    #expect(judged.map(\.status) == [expected])
  }

  @Test func theLatestVettingDecidesAndOnOneDayTheGreaterId() async throws {
    let city = try await city()
    for person in ["a", "b", "c"] { try await city.cadre(person, in: "O1") }
    try await vet("a", "unqualified", on: "2025-03-01", id: "W1", in: city)
    try await vet("a", "qualified", on: "2025-03-02", id: "W0", in: city)
    try await vet("b", "unqualified", on: "2025-03-01", id: "W10", in: city)
    try await vet("b", "qualified", on: "2025-03-01", id: "W2", in: city)
    try await vet("c", "qualified", on: "2025-03-01", id: "W3", in: city)
    try await vet("c", "unqualified", on: "2025-03-01", id: "W31", in: city)
    #expect(try await city.judge("quzhou.a1.veto", at: "2025-06-30").map(\.subject) == ["c"])
    // Before the second vetting the first was the latest.
    #expect(try await city.judge("quzhou.a1.veto", at: "2025-03-01").map(\.subject) == ["a", "c"])
  }

  // A selection counts like a post; a vetting of the same day is not before it.
  @Test(arguments: [
    ("promotion", "false", "2025-03-02", Status.unmet), ("transfer", "true", "2025-03-02", .unmet),
    ("transfer", "false", "2025-03-02", .met), ("promotion", "false", "2025-03-01", .met),
    ("promotion", "true", "2025-04-02", .met),
  ])
  func whoFailedIsNotChosen(kind: String, important: String, decided: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1")
    try await vet("p", "unqualified", on: "2025-03-01", id: "W1", in: city)
    try await vet("p", "qualified", on: "2025-04-01", id: "W2", in: city)
    try await city.add(
      .selections,
      [
        "selection_id": "S", "person_id": "p", "unit_id": "O1", "kind": kind, "important": important,
        "decided_on": decided,
      ])
    let judged = try await city.judge("quzhou.a1.veto", at: "2025-06-30")
    // Qualified since, only a promotion before that is left to judge.
    #expect(judged.map(\.status) == (expected == .unmet ? [.unmet] : []))
    let before = try await city.judge("quzhou.a1.veto", at: "2025-03-31")
    #expect(before.map(\.status) == [expected])
  }

  // 180 days after 12 April 2019 is 9 October 2019.
  @Test(arguments: [
    ("quzhou.a1", "2019-10-09" as String?, "2019-12-31", Status.met), ("quzhou.a1", "2019-10-10", "2019-12-31", .unmet),
    ("quzhou.a1", nil, "2019-09-08", .pending), ("quzhou.a1", nil, "2019-09-09", .atRisk),
    ("quzhou.a7", nil, "2019-10-09", .unmet), ("quzhou.a9", "2019-01-01", "2025-06-30", .met),
  ])
  func aDocumentIsIssued(clause: String, issued: String?, asOf: String, expected: Status) async throws {
    let city = try await TestCity("quzhou")
    try await city.add(.documents, ["document_id": "other", "clause": "quzhou.a2", "issued_on": "2019-05-01"])
    if let issued {
      for (id, day) in [("first", issued), ("again", "2020-01-01")] {
        try await city.add(.documents, ["document_id": id, "clause": clause, "issued_on": day])
      }
    }
    let judged = try await city.judge(clause + ".document", at: asOf)
    #expect(judged.map(\.subject) == ["quzhou"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2019-10-09")
    #expect(judged[0].unit == nil)
  }
}
