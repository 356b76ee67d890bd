import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct B7LaggingTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    return city
  }

  private func support(
    _ id: String, _ kind: String, _ start: String, _ end: String? = nil, of village: String = "V1", in city: TestCity
  ) async throws {
    try await city.add(
      .villageSupports,
      ["support_id": id, "village_id": village, "kind": kind, "started_on": start, "ended_on": end])
  }

  // 30 days after 20 July 2025 is 19 August.
  @Test(arguments: [
    ("2025-08-11", Status.pending, "1"), ("2025-08-12", .atRisk, "1"), ("2025-08-19", .unmet, "1"),
    ("2025-08-20", .met, "2"), ("2025-09-01", .unmet, "1"),
  ])
  func criticalVillagesAreListedByProvinceAndCity(asOf: String, expected: Status, observed: String) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["lagging_since": "2025-07-20", "critical": "true"])
    try await city.village("V2", of: "T1", ["lagging_since": "2025-07-20"])
    try await city.village("V3", of: "T1", ["critical": "true"])
    try await support("S1", "province_listing", "2025-08-01", in: city)
    try await support("S2", "city_listing", "2025-08-20", "2025-09-01", in: city)
    try await support("S3", "work_group", "2025-08-01", in: city)
    let judged = try await city.judge("quzhou.b7.listing", at: asOf)
    #expect(judged.map(\.subject) == ["V1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].observed == observed)
    #expect(judged[0].required == "2")
    #expect(judged[0].dueOn == "2025-08-19")
  }

  @Test func afterTwoYearsACountyLeaderIsInCharge() async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["lagging_since": "2023-06-30"])
    try await city.village("V2", of: "T1", ["lagging_since": "2023-07-01"])
    try await city.village("V3", of: "T1", ["lagging_since": "2020-01-01"])
    try await support("S1", "county_team_member", "2025-01-01", of: "V3", in: city)
    try await support("S2", "county_leader", "2025-01-01", in: city)
    let judged = try await city.judge("quzhou.b7.stubborn", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["V1", "V3"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(judged.map(\.unit) == ["T1", "T1"])
  }

  /// A county leader's support ended on 1 June 2025; another one is from .. to.
  @Test(arguments: [
    ("V1", "county_leader", "2025-06-02", nil as String?, Status.met), ("V1", "county_leader", "2025-06-03", nil, .unmet),
    ("V1", "county_leader", "2020-01-01", "2025-06-03", .met), ("V1", "county_leader", "2020-01-01", "2025-06-02", .unmet),
    ("V1", "work_group", "2025-06-01", nil, .unmet), ("V2", "county_leader", "2025-06-01", nil, .unmet),
  ])
  func noSupportEndsBeforeTheVillageHasTurned(
    village: String, kind: String, from: String, to: String?, expected: Status
  ) async throws {
    let city = try await city()
    for id in ["V1", "V2"] { try await city.village(id, of: "T1", ["lagging_since": "2025-05-31"]) }
    try await support("S1", "county_leader", "2025-01-01", "2025-06-01", in: city)
    try await support("S2", kind, from, to, of: village, in: city)
    let judged = try await city.judge("quzhou.b7.kept", at: "2025-06-30")
    #expect(judged.status(of: "S1") == expected)
    #expect(judged["S1"]?.unit == "T1")
    #expect(judged["S1"]?.dueOn == nil)
  }

  @Test func onlySupportsThatEndedWhileTheVillageLagged() async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["lagging_since": "2025-06-01"])
    try await city.village("V2", of: "T1")
    try await support("S1", "county_principal", "2025-01-01", "2025-06-01", in: city)
    try await support("S2", "work_group", "2025-01-01", "2025-06-02", in: city)
    try await support("S3", "department", "2025-01-01", "2025-06-02", in: city)
    try await support("S4", "work_group", "2025-01-01", "2025-07-01", in: city)
    try await support("S5", "county_leader", "2025-01-01", "2025-06-02", of: "V2", in: city)
    let judged = try await city.judge("quzhou.b7.kept", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["S2"])
    // Another work group, S4, was there on the day after.
    #expect(judged[0].status == .met)
    // Of last year.
    #expect(try await city.judge("quzhou.b7.kept", at: "2026-01-01").isEmpty)
  }

  @Test func villagesWithATriggerAreListed() async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["triggers": "{discord}"])
    try await city.village("V2", of: "T1", ["triggers": "{discord,disorder}", "lagging_since": "2025-06-30"])
    try await city.village("V3", of: "T1", ["triggers": "{}"])
    try await city.village("V4", of: "T1")
    let judged = try await city.judge("quzhou.b7.listed", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["V1", "V2"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(try await city.judge("quzhou.b7.listed", at: "2025-06-29").map(\.status) == [.unmet, .unmet])
  }

  // 30 days after 20 July 2025 is 19 August.
  @Test(arguments: [
    (nil as String?, "2025-08-11", Status.pending), (nil, "2025-08-12", .atRisk), (nil, "2025-08-19", .unmet),
    ("2025-08-19", "2026-08-19", .met), ("2025-08-20", "2026-08-20", .unmet), ("2025-07-01", "2025-07-20", .met),
  ])
  func theProblemsAreListed(listed: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["lagging_since": "2025-07-20", "problem_list_on": listed])
    try await city.village("V2", of: "T1", ["problem_list_on": "2025-01-01"])
    let judged = try await city.judge("quzhou.b7.problem-list", at: asOf)
    #expect(judged.map(\.subject) == ["V1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-08-19")
  }

  @Test func yearsAreCompletedOnTheDayOrTheMonthsEnd() async throws {
    let city = try await city()
    for (id, day) in [
      ("V0", "2024-03-01"), ("V1", "2024-02-29"), ("V2", "2023-02-28"), ("V3", "2022-02-28"), ("V4", "2010-01-01"),
      ("ahead", "2025-03-01"),
    ] {
      try await city.village(id, of: "T1", ["lagging_since": day])
    }
    try await city.village("none", of: "T1")
    let judged = try await city.judge("quzhou.b7.years", at: "2025-02-28")
    #expect(judged.map(\.class) == ["0", "1", "2", "3"])
    #expect(judged.map(\.observed) == ["1", "1", "1", "2"])
    #expect(judged[1].evidence == ["villages/V1"])
    #expect(Set(judged.map(\.status)) == [.info])
  }
}
