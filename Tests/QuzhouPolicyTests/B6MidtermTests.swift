import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

private let sixDepartments = "{civil_affairs,discipline,police,procuratorate,court,justice}"

@Suite(.cadre) struct B6MidtermTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    try await city.village("V1", of: "T1")
    try await city.village("V2", of: "T1")
    try await city.person("p")
    try await city.person("q")
    return city
  }

  private func vet(_ id: String, on day: String, _ more: [String: String?] = [:], in city: TestCity) async throws {
    try await city.add(
      .villageVettings,
      [
        "vetting_id": id, "village_id": "V1", "person_id": "p", "kind": "midterm", "held_on": day,
        "departments": sixDepartments, "negative_hits": "0", "passed": "true",
      ].merging(more) { _, new in new })
  }

  // The middle of 2021 to 2025 is 30 June 2023, of 2026 to 2030 30 June 2028, of 2017 to 2020 31 December 2018: there it
  // is 31 December 2019.
  @Test(arguments: [
    (nil as String?, "2023-05-30", Status.pending, "2021-2025", "2023-06-30"),
    (nil, "2023-05-31", .atRisk, "2021-2025", "2023-06-30"), (nil, "2023-06-30", .unmet, "2021-2025", "2023-06-30"),
    ("2023-06-30", "2025-12-31", .met, "2021-2025", "2023-06-30"),
    ("2023-07-01", "2025-12-31", .unmet, "2021-2025", "2023-06-30"),
    ("2021-01-01", "2021-01-01", .met, "2021-2025", "2023-06-30"),
    ("2020-12-31", "2022-06-30", .pending, "2021-2025", "2023-06-30"),
    ("2025-12-31", "2026-01-01", .pending, "2026-2030", "2028-06-30"),
    ("2019-12-31", "2020-06-30", .met, "2017-2020", "2019-12-31"),
    (nil, "2019-12-01", .atRisk, "2017-2020", "2019-12-31"),
  ])
  func vettedByTheMiddleOfTheTerm(
    vetted: String?, asOf: String, expected: Status, term: String, dueOn: String
  ) async throws {
    let city = try await city()
    for role in ["secretary", "director"] { try await city.villageCadre("p", role, of: "V1", ["started_on": "2015-01-01"]) }
    try await city.villageCadre("p", "reserve", of: "V2", ["started_on": "2015-01-01"])
    try await city.villageCadre("q", "coop_head", of: "V1", ["started_on": "2015-01-01"])
    if let vetted {
      try await vet("W1", on: vetted, in: city)
      try await vet("late", on: "2030-01-01", in: city)
    }
    let judged = try await city.judge("quzhou.b6.midterm", at: asOf)
    #expect(judged.map(\.subject) == ["V1:p"])
    #expect(judged[0].status == expected)
    #expect(judged[0].period == term)
    #expect(judged[0].dueOn == dueOn)
    #expect(judged[0].unit == "T1")
    #expect(judged[0].observed == nil)
  }

  @Test func beyondTheListedTermsNobodyIsJudged() async throws {
    let city = try await city()
    try await city.villageCadre("p", "secretary", of: "V1")
    #expect(try await city.judge("quzhou.b6.midterm", at: "2030-12-31").count == 1)
    #expect(try await city.judge("quzhou.b6.midterm", at: "2031-01-01").isEmpty)
  }

  @Test(arguments: [
    (["kind": "candidate"], Status.unmet), (["village_id": "V2"], .unmet), (["person_id": "q"], .unmet),
    (["departments": sixDepartments.replacing(",justice", with: "")], .unmet),
    (["departments": sixDepartments.replacing("}", with: ",audit}")], .met), (["passed": "false"], .met),
  ])
  func theConclusionsOfSixDepartments(change: [String: String], expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "committee", of: "V1")
    try await vet("W1", on: "2023-01-01", change, in: city)
    #expect(try await city.judge("quzhou.b6.midterm", at: "2025-06-30").status(of: "V1:p") == expected)
  }

  @Test(arguments: [("2023-06-30", Status.unmet), ("2023-07-01", .exempt)])
  func whoCameAfterTheMiddleIsExempt(start: String, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "committee", of: "V1", ["started_on": start])
    #expect(try await city.judge("quzhou.b6.midterm", at: "2025-06-30").status(of: "V1:p") == expected)
    // In office before without a break.
    try await city.villageCadre("p", "director", of: "V1", ["ended_on": "2023-06-30"])
    #expect(try await city.judge("quzhou.b6.midterm", at: "2025-06-30").status(of: "V1:p") == .unmet)
  }

  // 30 days after 10 January 2025 is 9 February.
  @Test(arguments: [
    ("2025-02-09" as String?, "2025-06-30", Status.met), ("2025-02-10", "2025-06-30", .unmet),
    (nil, "2025-02-01", .pending), (nil, "2025-02-02", .atRisk), ("2025-02-10", "2025-02-09", .unmet),
    (nil, "2025-06-30", .unmet),
  ])
  func whoFailedLeavesOffice(ended: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "coop_head", of: "V1", ["ended_on": "2025-01-11"])
    try await city.villageCadre("p", "director", of: "V1", ["ended_on": ended])
    try await city.villageCadre("p", "reserve", of: "V1")
    try await city.villageCadre("p", "secretary", of: "V2")
    try await vet("W1", on: "2025-01-10", ["passed": "false"], in: city)
    try await vet("hit", on: "2024-12-11", ["negative_hits": "1"], in: city)
    try await vet("passed", on: "2025-01-10", in: city)
    try await vet("candidate", on: "2025-01-10", ["kind": "candidate", "passed": "false"], in: city)
    try await vet("nobody", on: "2025-01-10", ["person_id": "q", "passed": "false"], in: city)
    // The one of last year was due on 10 January.
    let judged = try await city.judge("quzhou.b6.removed", at: asOf)
    #expect(judged.map(\.subject) == ["W1", "hit"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-02-09")
    #expect(judged[0].unit == "T1")
    #expect(judged[1].status == .unmet)
  }

  @Test func whoseOfficesHadEndedByTheDayIsNoCase() async throws {
    let city = try await city()
    try await city.villageCadre("p", "director", of: "V1", ["ended_on": "2025-01-10"])
    try await vet("W1", on: "2025-01-10", ["passed": "false"], in: city)
    #expect(try await city.judge("quzhou.b6.removed", at: "2025-06-30").isEmpty)
    try await city.villageCadre("p", "committee", of: "V1", ["ended_on": "2025-01-11"])
    #expect(try await city.judge("quzhou.b6.removed", at: "2025-06-30").map(\.status) == [.met])
  }

  /// p was director to 1 March 2025; 60 days after that is 30 April. q is from .. to.
  @Test(arguments: [
    ("2025-04-30" as String?, nil as String?, "2025-06-30", Status.met), ("2025-05-01", nil, "2025-06-30", .unmet),
    // Before, and still: from the day of the end on. Ended on that day, or beginning and ending in one: never.
    ("2020-01-01", nil, "2025-06-30", .met), ("2020-01-01", "2025-03-01", "2025-04-22", .pending),
    ("2020-01-01", "2025-03-02", "2025-06-30", .met), ("2025-04-01", "2025-04-01", "2025-04-23", .atRisk),
    (nil, nil, "2025-04-30", .unmet),
  ])
  func theOfficeIsFilledAgain(from: String?, to: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "director", of: "V1", ["ended_on": "2025-03-01"])
    try await city.villageCadre("p", "director", of: "V1", id: "again", ["started_on": "2025-03-02"])
    try await city.villageCadre("p", "committee", of: "V1", ["ended_on": "2025-03-01"])
    try await city.villageCadre("q", "secretary", of: "V1")
    try await city.villageCadre("q", "director", of: "V2")
    if let from { try await city.villageCadre("q", "director", of: "V1", ["started_on": from, "ended_on": to]) }
    try await vet("W1", on: "2025-01-10", ["negative_hits": "1"], in: city)
    let judged = try await city.judge("quzhou.b6.refilled", at: asOf)
    #expect(judged.map(\.subject) == ["p-V1-director"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-04-30")
    #expect(judged[0].unit == "T1")
  }

  // 365 days before 1 March 2025 is 1 March 2024.
  @Test(arguments: [
    ("2025-03-01", ["passed": "false"], true), ("2025-03-02", ["passed": "false"], false),
    ("2024-03-01", ["passed": "false"], true), ("2024-02-29", ["passed": "false"], false),
    ("2025-01-01", [:], false), ("2025-01-01", ["passed": "false", "kind": "candidate"], false),
    ("2025-01-01", ["passed": "false", "village_id": "V2"], false),
    ("2025-01-01", ["passed": "false", "person_id": "q"], false),
  ])
  func onlyAfterAFailedVetting(on day: String, change: [String: String], isJudged: Bool) async throws {
    let city = try await city()
    try await city.villageCadre("p", "secretary", of: "V1", ["ended_on": "2025-03-01"])
    try await vet("W1", on: day, change, in: city)
    #expect(try await city.judge("quzhou.b6.refilled", at: "2025-06-30").count == (isJudged ? 1 : 0))
  }
}
