import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

private let allDepartments =
  "{discipline,politics_law,petition,court,procuratorate,police,civil_affairs,justice,natural_resources,ecology,"
  + "agriculture,audit}"

@Suite(.cadre) struct B4B5OfficeTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    try await city.village("V1", of: "T1")
    try await city.village("V2", of: "T1")
    try await city.person("p")
    try await city.person("q")
    return city
  }

  @Test func onePersonHoldsAllThreeOffices() async throws {
    let city = try await city()
    for role in ["secretary", "director", "coop_head"] { try await city.villageCadre("p", role, of: "V1") }
    // In V2 the three are held, one of them by another person, and p's third was in V1.
    for role in ["secretary", "director"] { try await city.villageCadre("p", role, of: "V2") }
    try await city.villageCadre("q", "coop_head", of: "V2")
    let judged = try await city.judge("quzhou.b4.one-shoulder", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["V1", "V2"])
    #expect(judged.map(\.status) == [.met, .unmet])
  }

  @Test func anOfficeLaidDownIsNotHeld() async throws {
    let city = try await city()
    for role in ["secretary", "director"] { try await city.villageCadre("p", role, of: "V1") }
    try await city.villageCadre("p", "coop_head", of: "V1", ["ended_on": "2025-06-30"])
    #expect(try await city.judge("quzhou.b4.one-shoulder", at: "2025-06-29").status(of: "V1") == .met)
    #expect(try await city.judge("quzhou.b4.one-shoulder", at: "2025-06-30").status(of: "V1") == .unmet)
  }

  @Test(arguments: [
    ("2020-11-30", Status.pending), ("2020-12-01", .atRisk), ("2020-12-30", .atRisk), ("2020-12-31", .unmet),
    ("2021-01-01", .met),
  ])
  func untilTheEndOf2020ThereIsTime(asOf: String, expected: Status) async throws {
    let city = try await city()
    for role in ["secretary", "director", "coop_head"] { try await city.villageCadre("p", role, of: "V1") }
    let judged = try await city.judge("quzhou.b4.one-shoulder", at: asOf)["V1"]
    #expect(judged?.status == expected)
    #expect(judged?.dueOn == "2020-12-31")
  }

  // 30 days after the last secretary's end on 1 March 2025 is 31 March.
  @Test(arguments: [
    (nil as String?, "2025-03-23", Status.pending), (nil, "2025-03-24", .atRisk), (nil, "2025-03-31", .unmet),
    ("2025-03-31", "2025-06-30", .met), ("2025-04-01", "2025-06-30", .unmet), ("2025-04-01", "2025-03-30", .atRisk),
    ("2020-01-01", "2025-06-30", .met),
  ])
  func whereTheOfficeIsVacantAFirstSecretaryIsSent(sent: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "secretary", of: "V1", ["ended_on": "2024-01-01"])
    try await city.villageCadre("q", "secretary", of: "V1", ["started_on": "2024-02-01", "ended_on": "2025-03-01"])
    try await city.villageCadre("q", "secretary", of: "V2")
    for (id, day, end) in [("S1", sent, nil), ("S2", "2025-03-02", "2025-03-10")] where day != nil {
      try await city.add(
        .villageSupports,
        ["support_id": id, "village_id": "V1", "kind": "first_secretary", "started_on": day, "ended_on": end])
    }
    let judged = try await city.judge("quzhou.b4.vacancy", at: asOf)
    #expect(judged.map(\.subject) == ["V1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-03-31")
    #expect(judged[0].unit == "T1")
  }

  @Test func aVillageThatNeverHadASecretaryIsUnknown() async throws {
    let city = try await city()
    try await city.villageCadre("p", "secretary", of: "V1", ["started_on": "2025-07-01"])
    try await city.villageCadre("q", "secretary", of: "V2", ["ended_on": "2025-07-01"])
    try await city.villageCadre("q", "director", of: "V1")
    let judged = try await city.judge("quzhou.b4.vacancy", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["V1"])
    #expect(judged[0].status == .noData)
    #expect(judged[0].reason == .recordMissing)
    #expect(judged[0].dueOn == nil)
  }

  @Test(arguments: [
    ([:] as [String: String], Status.met),
    (["held_on": "2025-04-01"], .met),
    (["held_on": "2025-04-02"], .unmet),
    (["departments": "{discipline,police}"], .unmet),
    (["departments": allDepartments.replacing(",audit", with: "")], .unmet),
    (["negative_hits": "1"], .unmet),
    (["passed": "false"], .unmet),
    (["kind": "midterm"], .unmet),
    (["village_id": "V2"], .unmet),
    (["person_id": "q"], .unmet),
  ])
  func whoeverEntersIsVettedByAll(change: [String: String], expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "committee", of: "V1", ["started_on": "2025-04-01"])
    try await city.add(
      .villageVettings,
      [
        "vetting_id": "W1", "village_id": "V1", "person_id": "p", "kind": "candidate", "held_on": "2025-03-01",
        "departments": allDepartments, "negative_hits": "0", "passed": "true",
      ].merging(change) { _, new in new })
    let judged = try await city.judge("quzhou.b5.vetting", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["p-V1-committee"])
    #expect(judged[0].status == expected)
    #expect(judged[0].unit == "T1")
  }

  /// A record that ended on a day, and one of the same person that began on 1 April 2025.
  @Test(arguments: [
    ("V1", "committee", "2025-03-30", true), ("V1", "committee", "2025-03-31", false), ("V1", "committee", nil, false),
    ("V1", "coop_head", nil, true), ("V1", "reserve", nil, true), ("V2", "committee", nil, true),
    ("V1", "director", "2025-05-01", false),
  ])
  func whoGoesOnInOfficeDoesNotEnterIt(village: String, role: String, end: String?, isJudged: Bool) async throws {
    let city = try await city()
    try await city.villageCadre("p", role, of: village, id: "before", ["ended_on": end])
    try await city.villageCadre("p", "secretary", of: "V1", id: "now", ["started_on": "2025-04-01"])
    let judged = try await city.judge("quzhou.b5.vetting", at: "2025-06-30")
    #expect(judged.map(\.subject) == (isJudged ? ["now"] : []))
  }

  @Test func entriesOfTheYearAreJudgedWithoutReserves() async throws {
    let city = try await city()
    try await city.villageCadre("p", "reserve", of: "V1", ["started_on": "2025-04-01"])
    try await city.villageCadre("p", "coop_head", of: "V2", ["started_on": "2025-04-01"])
    try await city.villageCadre("p", "director", of: "V1", ["started_on": "2024-12-31"])
    try await city.villageCadre("q", "director", of: "V1", ["started_on": "2025-01-01", "ended_on": "2025-02-01"])
    try await city.villageCadre("q", "committee", of: "V2", ["started_on": "2025-07-01"])
    let judged = try await city.judge("quzhou.b5.vetting", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["q-V1-director"])
  }

  @Test(arguments: [
    ("0", "true", Status.met), ("1", "false", .met), ("1", "true", .unmet), ("0", "false", .met),
  ])
  func aHitOnTheNegativeListIsNeverPassed(hits: String, passed: String, expected: Status) async throws {
    let city = try await city()
    for (id, day) in [("W0", "2024-12-31"), ("W1", "2025-01-01"), ("W2", "2025-07-01")] {
      try await city.add(
        .villageVettings,
        [
          "vetting_id": id, "village_id": "V1", "person_id": "p", "kind": "midterm", "held_on": day,
          "negative_hits": hits, "passed": passed,
        ])
    }
    let judged = try await city.judge("quzhou.b5.negative-list", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["W1"])
    #expect(judged[0].status == expected)
  }
}
