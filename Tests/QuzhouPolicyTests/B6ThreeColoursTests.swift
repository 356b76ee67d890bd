import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct B6ThreeColoursTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    try await city.village("V1", of: "T1")
    try await city.village("V2", of: "T1")
    try await city.person("p")
    return city
  }

  private func rate(_ color: String, on day: String, id: String = "G1", _ more: [String: String?], in city: TestCity)
    async throws
  {
    try await city.add(
      .villageRatings,
      ["rating_id": id, "village_id": "V1", "person_id": "p", "color": color, "rated_on": day].merging(more) { _, new in
        new
      })
  }

  /// Retrained and suspended from .. to, seen at a date. Rated on 10 January 2025.
  @Test(arguments: [
    // Seven days, both counted, and two months to the day.
    (["2025-01-11", "2025-01-17", "2025-02-01", "2025-04-01"], "2025-06-30", Status.met),
    (["2025-01-11", "2025-01-16", "2025-02-01", "2025-04-01"], "2025-06-30", .unmet),
    (["2025-01-11", "2025-01-17", "2025-02-01", "2025-03-31"], "2025-06-30", .unmet),
    // Six months to the day, and a day more.
    (["2025-01-11", "2025-01-17", "2025-02-01", "2025-08-01"], "2025-08-15", .met),
    (["2025-01-11", "2025-01-17", "2025-02-01", "2025-08-02"], "2025-08-15", .unmet),
    // Not ended yet: the end lies ahead, or is unknown.
    (["2025-01-11", "2025-01-17", "2025-02-01", "2025-08-02"], "2025-08-01", .pending),
    (["2025-01-11", "2025-01-17", "2025-02-01", ""], "2025-08-01", .pending),
    // Suspended for more than six months without an end.
    (["2025-01-11", "2025-01-17", "2025-02-01", ""], "2025-08-02", .unmet),
    // The broken one decides, whatever the other does.
    (["2025-01-11", "2025-01-12", "2025-02-01", ""], "2025-02-15", .unmet),
    (["", "", "2025-02-01", "2025-02-15"], "2025-06-30", .unmet),
    (["", "", "2025-02-01", "2025-04-15"], "2025-07-10", .pending),
    // The retraining has not ended within six months, has ended late, has no beginning.
    (["", "", "2025-02-01", "2025-04-15"], "2025-07-11", .unmet),
    (["2025-01-11", "", "2025-02-01", "2025-04-15"], "2025-07-11", .unmet),
    (["", "2025-01-17", "2025-02-01", "2025-04-15"], "2025-07-11", .unmet),
    (["2025-07-12", "2025-07-18", "2025-02-01", "2025-04-15"], "2025-07-18", .met),
    // Begun on 31 January, two months end on 31 March; on 31 December, on the last of February.
    (["2025-01-11", "2025-01-20", "2025-01-31", "2025-03-31"], "2025-06-30", .met),
    (["2025-01-11", "2025-01-20", "2025-01-31", "2025-03-30"], "2025-06-30", .unmet),
    // No suspension begun: six months, and a day more.
    (["2025-01-11", "2025-01-17", "", ""], "2025-07-10", .pending),
    (["2025-01-11", "2025-01-17", "", ""], "2025-07-11", .unmet),
  ])
  func retrainedAndSuspended(days: [String], asOf: String, expected: Status) async throws {
    let city = try await city()
    let names = ["retrained_from", "retrained_to", "suspended_from", "suspended_to"]
    let cells = Dictionary(uniqueKeysWithValues: zip(names, days.map { $0.isEmpty ? nil : $0 }))
    try await rate("yellow", on: "2025-01-10", cells, in: city)
    let judged = try await city.judge("quzhou.b6.yellow", at: asOf)
    #expect(judged.map(\.status) == [expected])
    #expect(judged[0].unit == "T1")
    #expect(judged[0].dueOn == nil)
  }

  @Test func sixMonthsClipToTheMonthsEnd() async throws {
    let city = try await city()
    try await rate("yellow", on: "2024-08-31", [:], in: city)
    #expect(try await city.judge("quzhou.b6.yellow", at: "2025-02-28").status(of: "G1") == .pending)
    #expect(try await city.judge("quzhou.b6.yellow", at: "2025-03-01").status(of: "G1") == .unmet)
  }

  @Test func onlyWhatWasPendingIsCarriedOver() async throws {
    let city = try await city()
    let done = [
      "retrained_from": "2024-05-01", "retrained_to": "2024-05-10", "suspended_from": "2024-06-01",
      "suspended_to": "2024-12-01",
    ]
    try await rate("yellow", on: "2024-04-01", id: "metBefore", done, in: city)
    try await rate("yellow", on: "2024-06-30", id: "unmetOnTheLastDay", [:], in: city)
    try await rate("yellow", on: "2024-07-01", id: "stillInTime", [:], in: city)
    try await rate(
      "yellow", on: "2024-06-30", id: "endedThisYear",
      done.merging(["suspended_from": "2024-07-01", "suspended_to": "2025-01-01"]) { _, new in new }, in: city)
    let judged = try await city.judge("quzhou.b6.yellow", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["endedThisYear", "stillInTime"])
    #expect(judged.map(\.status) == [.met, .unmet])
    #expect(judged.map(\.period) == ["2025", "2025"])
  }

  // 30 days after 10 January 2025 is 9 February.
  @Test(arguments: [
    ("removal" as String?, "2025-02-09" as String?, "2025-06-30", Status.met),
    ("removal", "2025-02-10", "2025-06-30", .unmet), (nil, "2025-02-01", "2025-06-30", .unmet),
    ("removal", nil, "2025-06-30", .unmet), ("removal", "2025-02-09", "2025-02-08", .atRisk),
    (nil, nil, "2025-02-01", .pending), (nil, nil, "2025-02-02", .atRisk), (nil, nil, "2025-02-09", .unmet),
  ])
  func greyIsDisposedOfWithinThirtyDays(
    disposal: String?, on day: String?, asOf: String, expected: Status
  ) async throws {
    let city = try await city()
    try await rate("grey", on: "2025-01-10", ["disposal": disposal, "disposed_on": day], in: city)
    let judged = try await city.judge("quzhou.b6.grey", at: asOf)
    #expect(judged.map(\.status) == [expected])
    #expect(judged[0].dueOn == "2025-02-09")
  }

  @Test func greyOfLastYearIsJudgedIfStillOpenAndDueThisYear() async throws {
    let city = try await city()
    // Due on 31 December, and on 1 January.
    try await rate("grey", on: "2024-12-01", id: "dueBefore", [:], in: city)
    try await rate("grey", on: "2024-12-02", id: "dueAfter", [:], in: city)
    try await rate(
      "grey", on: "2024-12-02", id: "doneBefore", ["disposal": "removal", "disposed_on": "2024-12-31"], in: city)
    try await rate(
      "grey", on: "2024-12-02", id: "doneAfter", ["disposal": "removal", "disposed_on": "2025-01-01"], in: city)
    let judged = try await city.judge("quzhou.b6.grey", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["doneAfter", "dueAfter"])
    #expect(judged.map(\.status) == [.met, .unmet])
  }

  // 30 days after 10 January 2025 is 9 February.
  @Test(arguments: [
    ("reinstated" as String?, "2025-02-09" as String?, "2025-06-30", Status.met),
    ("other", "2025-02-10", "2025-06-30", .unmet), (nil, "2025-01-20", "2025-06-30", .unmet),
    ("other", nil, "2025-02-01", .pending), (nil, nil, "2025-02-02", .atRisk), (nil, nil, "2025-02-09", .unmet),
  ])
  func aSuspensionIsFollowedUp(followUp: String?, on day: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await rate(
      "yellow", on: "2024-08-01",
      ["suspended_from": "2024-09-01", "suspended_to": "2025-01-10", "follow_up": followUp, "follow_up_on": day],
      in: city)
    try await rate("yellow", on: "2025-01-01", id: "running", ["suspended_from": "2025-01-10"], in: city)
    try await rate("grey", on: "2024-08-01", id: "grey", ["suspended_to": "2025-01-10"], in: city)
    let judged = try await city.judge("quzhou.b6.follow-up", at: asOf)
    #expect(judged.map(\.subject) == ["G1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-02-09")
    #expect(judged[0].unit == "T1")
  }

  @Test func everyoneInOfficeIsRatedInEachVillage() async throws {
    let city = try await city()
    try await city.villageCadre("p", "director", of: "V1")
    try await city.villageCadre("p", "committee", of: "V1")
    try await city.villageCadre("p", "committee", of: "V2")
    for (person, role) in [("q", "coop_head"), ("r", "reserve")] {
      try await city.person(person)
      try await city.villageCadre(person, role, of: "V1")
    }
    try await rate("red", on: "2025-01-01", [:], in: city)
    try await rate("red", on: "2024-12-31", id: "G2", ["village_id": "V2"], in: city)
    let judged = try await city.judge("quzhou.b6.rated", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["V1:p", "V2:p"])
    #expect(judged.map(\.status) == [.met, .unmet])
    #expect(judged.map(\.observed) == ["1", "0"])
    #expect(judged[0].dueOn == "2025-12-31")
    #expect(try await city.judge("quzhou.b6.rated", at: "2025-06-30").status(of: "V2:p") == .pending)
  }

  // Within the last 90 days of 2025: from 3 October.
  @Test(arguments: [
    ("2025-10-02", nil as String?, Status.unmet), ("2025-10-03", nil, .exempt),
    // In office before, until the day before or two days before.
    ("2025-10-03", "2025-10-02", .unmet), ("2025-10-03", "2025-10-01", .exempt),
  ])
  func officeSinceTheYearsLastNinetyDaysIsExempt(start: String, before: String?, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "director", of: "V1", ["started_on": start])
    if let before { try await city.villageCadre("p", "committee", of: "V1", ["ended_on": before]) }
    #expect(try await city.judge("quzhou.b6.rated", at: "2025-12-31").map(\.status) == [expected])
  }

  @Test func everyColourHasItsFigure() async throws {
    let city = try await city()
    try await rate("red", on: "2025-01-01", id: "G1", [:], in: city)
    try await rate("red", on: "2025-06-30", id: "G2", [:], in: city)
    try await rate("red", on: "2025-07-01", id: "G3", [:], in: city)
    try await rate("grey", on: "2024-12-31", id: "G4", [:], in: city)
    let judged = try await city.judge("quzhou.b6.colours", at: "2025-06-30")
    #expect(judged.map(\.class) == ["grey", "red", "yellow"])
    #expect(judged.map(\.observed) == ["0", "2", "0"])
    #expect(Set(judged.map(\.subject)) == ["quzhou"])
  }
}
