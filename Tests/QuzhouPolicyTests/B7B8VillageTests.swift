import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct B7B8VillageTests {
  private static let fourOnes = ["county_leader", "township_leader", "department", "first_secretary"]

  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    return city
  }

  private func support(_ kind: String, _ more: [String: String?] = [:], in city: TestCity) async throws {
    try await city.add(
      .villageSupports,
      [
        "support_id": "S-\(kind)-\((more["started_on"] ?? nil) ?? "")", "village_id": "V1", "kind": kind,
        "started_on": "2025-01-01",
      ].merging(more) { _, new in new })
  }

  // 30 days after 20 July 2025 is 19 August.
  @Test(arguments: [
    ("2025-08-11", Status.pending), ("2025-08-12", .atRisk), ("2025-08-18", .atRisk), ("2025-08-19", .unmet),
  ])
  func threeOfFourAreNotEnough(asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["lagging_since": "2025-07-20"])
    try await city.village("V2", of: "T1")
    for kind in Self.fourOnes.dropLast() + ["county_principal"] { try await support(kind, in: city) }
    // A second of the same kind, and one that has ended on the very day.
    try await support("department", ["started_on": "2025-02-01"], in: city)
    try await support("first_secretary", ["ended_on": asOf], in: city)
    let judged = try await city.judge("quzhou.b7.four-ones", at: asOf)
    #expect(judged.map(\.subject) == ["V1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].observed == "3")
    #expect(judged[0].required == "4")
    #expect(judged[0].dueOn == "2025-08-19")
  }

  @Test func allFourMeetItEvenAfterTheDueDate() async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["lagging_since": "2020-01-01"])
    for kind in Self.fourOnes { try await support(kind, ["started_on": "2025-06-30"], in: city) }
    #expect(try await city.judge("quzhou.b7.four-ones", at: "2025-06-29").status(of: "V1") == .unmet)
    #expect(try await city.judge("quzhou.b7.four-ones", at: "2025-06-30").status(of: "V1") == .met)
  }

  @Test func criticalVillagesNeedPrincipalsAndAWorkGroup() async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["lagging_since": "2025-01-01", "critical": "true"])
    try await city.village("V2", of: "T1", ["lagging_since": "2025-01-01"])
    try await city.village("V3", of: "T1", ["critical": "true"])
    try await city.village("V4", of: "T1", ["lagging_since": "2025-07-01", "critical": "true"])
    try await support("county_principal", in: city)
    let one = try await city.judge("quzhou.b7.critical", at: "2025-06-30")
    #expect(one.map(\.subject) == ["V1"])
    #expect(one[0].status == .unmet)
    #expect(one[0].observed == "1")
    #expect(one[0].required == "2")
    try await support("work_group", in: city)
    #expect(try await city.judge("quzhou.b7.critical", at: "2025-06-30").status(of: "V1") == .met)
  }

  // Born on 30 June 1985: 40 on 30 June 2025; a year older person is 41. Born on 29 February: a year older on 1 March.
  @Test(arguments: [
    (["1960-01-01", "1985-06-30"], "2025-06-30", Status.met, "2"),
    (["1960-01-01", "1984-07-01"], "2025-06-30", .met, "2"),
    (["1960-01-01", "1984-06-30"], "2025-06-30", .unmet, "2"),
    (["1960-01-01", "1984-02-29"], "2025-02-28", .met, "2"),
    (["1960-01-01", "1984-02-29"], "2025-03-01", .unmet, "2"),
    (["1990-01-01"], "2025-06-30", .unmet, "1"),
    (["1990-01-01", "1991-01-01", "1950-01-01"], "2025-06-30", .met, "3"),
    ([], "2025-06-30", .unmet, "0"),
  ])
  func twoInReserveOneOfThemYoung(births: [String], asOf: String, expected: Status, observed: String) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1")
    for (index, birth) in births.enumerated() {
      try await city.person("p\(index)", ["birth_date": birth])
      try await city.villageCadre("p\(index)", "reserve", of: "V1")
      // The same person listed twice is one person.
      try await city.villageCadre("p\(index)", "reserve", of: "V1", id: "again\(index)")
    }
    try await city.person("other", ["birth_date": "1995-01-01"])
    try await city.villageCadre("other", "committee", of: "V1")
    let judged = try await city.judge("quzhou.b8.reserve", at: asOf)
    #expect(judged.map(\.status) == [expected])
    #expect(judged[0].observed == observed)
    #expect(judged[0].required == "2")
  }

  @Test(arguments: [
    ("2022-11-30", Status.pending), ("2022-12-01", .atRisk), ("2022-12-30", .atRisk), ("2022-12-31", .unmet),
    ("2025-06-30", .unmet), ("2025-07-01", .met),
  ])
  func largerVillagesHaveAGraduate(asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["population": "1000"])
    try await city.village("V2", of: "T1", ["population": "999"])
    try await city.person("p")
    try await city.villageCadre("p", "reserve", of: "V1", ["graduate": "true"])
    try await city.villageCadre("p", "committee", of: "V1", ["graduate": "true", "started_on": "2025-07-01"])
    try await city.villageCadre("p", "director", of: "V1", ["graduate": "false"])
    let judged = try await city.judge("quzhou.b8.graduates", at: asOf)
    #expect(judged.map(\.subject) == ["V1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2022-12-31")
    #expect(judged[0].required == nil)
  }

  @Test(arguments: [
    ("2020-08-15" as String?, "2025-08-15", Status.unmet), ("2020-08-16", "2025-08-15", .met),
    (nil, "2025-08-15", .unmet), ("2025-08-16", "2025-08-15", .unmet),
    ("2019-02-28", "2024-02-29", .unmet), ("2019-03-01", "2024-02-29", .met),
  ])
  func aMemberAdmittedWithinFiveYears(admitted: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["last_member_admitted_on": admitted])
    #expect(try await city.judge("quzhou.b8.new-members", at: asOf).map(\.status) == [expected])
  }

  @Test(arguments: [("0", Status.unmet), ("1", .met)])
  func aMemberUnderThirtySix(members: String, expected: Status) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["members_under_36": members])
    let judged = try await city.judge("quzhou.b8.young-members", at: "2025-06-30")
    #expect(judged.map(\.status) == [expected])
    #expect(judged[0].observed == members)
    #expect(judged[0].required == "1")
  }

  @Test func aWaiverExemptsUntilItEnds() async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["members_under_36": "0"])
    try await city.add(
      .waivers,
      [
        "waiver_id": "E1", "indicator": "quzhou.b8.young-members", "subject_id": "V1", "approved_on": "2025-02-01",
        "valid_from": "2025-01-01", "valid_to": "2025-06-30",
      ])
    func judged(_ day: String) async throws -> JudgedRow? {
      try await city.judge("quzhou.b8.young-members", at: day)["V1"]
    }
    #expect(try await judged("2025-01-31")?.status == .unmet)
    let waived = try await judged("2025-06-30")
    #expect(waived?.status == .exempt)
    #expect(waived?.observed == nil)
    #expect(waived?.required == nil)
    #expect(try await judged("2025-07-01")?.status == .unmet)
  }
}
