import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct ArchiveTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("U1", kind: "organ", level: "county")
    try await cadre("a", in: city)
    return city
  }

  private func cadre(
    _ id: String, _ person: [String: String?] = [:], rank: String = "township_section", in city: TestCity
  ) async throws {
    try await city.cadre(
      id, in: "U1", post: ["rank": rank], person: ["managed_by": "county"].merging(person) { _, new in new })
  }

  private func filed(_ document: String, _ day: String, for person: String = "a", in city: TestCity) async throws {
    try await city.add(
      .archives,
      [
        "archive_id": "V-\(person)-\(document)-\(day)", "subject_kind": "person", "subject_id": person,
        "document": document, "updated_on": day,
      ])
  }

  @Test func personalMattersMustBeOfThisYear() async throws {
    let city = try await city()
    try await filed("personal_matters", "2024-12-31", in: city)
    let judged = try await city.judge("jingxian.4.3.archive", at: "2025-06-30")["a"]
    #expect(judged?.status == .pending)
    #expect(judged?.observed == "0")
    #expect(judged?.required == "1")
    #expect(judged?.dueOn == "2025-12-31")
    try await filed("personal_matters", "2025-01-01", in: city)
    #expect(try await city.judge("jingxian.4.3.archive", at: "2025-06-30").status(of: "a") == .met)
  }

  @Test func anAuditThatHasEndedAndAConclusionMustBeThere() async throws {
    let city = try await city()
    try await filed("personal_matters", "2025-02-01", in: city)
    try await city.add(
      .inspections,
      [
        "inspection_id": "I1", "kind": "economic_audit", "unit_id": "U1", "person_id": "a", "started_on": "2019-01-01",
        "ended_on": "2025-06-30",
      ])
    try await city.add(
      .measures,
      [
        "measure_id": "M1", "subject_kind": "person", "subject_id": "a", "kind": "party_discipline",
        "taken_on": "2025-06-30", "issuer": "discipline",
      ])
    #expect(try await city.judge("jingxian.4.3.archive", at: "2025-06-29")["a"]?.required == "1")
    let judged = try await city.judge("jingxian.4.3.archive", at: "2025-06-30")["a"]
    #expect(judged?.required == "3")
    #expect(judged?.observed == "1")
    #expect(judged?.status == .pending)
    // However long ago they were put there; twice the same document is one.
    try await filed("economic_audit", "2020-01-01", in: city)
    try await filed("economic_audit", "2021-01-01", in: city)
    #expect(try await city.judge("jingxian.4.3.archive", at: "2025-06-30")["a"]?.observed == "2")
    try await filed("violation_conclusion", "2025-06-30", in: city)
    #expect(try await city.judge("jingxian.4.3.archive", at: "2025-06-30").status(of: "a") == .met)
  }

  @Test func whatAPetitionNamesMustBeThere() async throws {
    let city = try await city()
    try await filed("personal_matters", "2025-02-01", in: city)
    for (id, person, day) in [("Q1", "a", "2025-06-30"), ("Q2", nil, "2025-01-01"), ("Q3", "a", "2025-07-01")] {
      try await city.add(.petitions, ["petition_id": id, "person_id": person, "received_on": day])
    }
    #expect(try await city.judge("jingxian.4.3.archive", at: "2025-06-29").status(of: "a") == .met)
    let judged = try await city.judge("jingxian.4.3.archive", at: "2025-06-30")["a"]
    #expect(judged?.status == .pending)
    #expect(judged?.observed == "1")
    #expect(judged?.required == "2")
    try await filed("petition_material", "2010-01-01", in: city)
    #expect(try await city.judge("jingxian.4.3.archive", at: "2025-06-30").status(of: "a") == .met)
  }

  @Test(arguments: [
    ("unit", "personal_matters", "2025-01-01", Status.met), ("unit", "growth_file", "2025-12-31", .met),
    ("unit", "personal_matters", "2024-12-31", .unmet), ("person", "personal_matters", "2025-01-01", .unmet),
  ])
  func theTeamsArchiveIsUpdatedEachYear(kind: String, document: String, day: String, expected: Status) async throws {
    let city = try await city()
    try await city.unit("I1", kind: "institution", level: "county")
    try await city.add(
      .archives,
      ["archive_id": "V1", "subject_kind": kind, "subject_id": "U1", "document": document, "updated_on": day])
    let judged = try await city.judge("jingxian.4.3.unit-archive", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["U1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-12-31")
  }

  @Test func whoIsJudgedAndWhoIsExempt() async throws {
    let city = try await city()
    try await cadre("other", rank: "sub_section", in: city)
    try await cadre("elsewhere", ["managed_by": "unit"], in: city)
    try await cadre("hired", ["entered_on": "2025-01-02"], in: city)
    try await cadre("newYear", ["entered_on": "2025-01-01"], in: city)
    let judged = try await city.judge("jingxian.4.3.archive", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["a", "hired", "newYear"])
    #expect(judged.status(of: "hired") == .exempt)
    #expect(judged["hired"]?.observed == nil)
    #expect(judged.status(of: "newYear") == .unmet)
  }
}
