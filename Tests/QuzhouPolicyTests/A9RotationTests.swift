import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A9RotationTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("U1")
    return city
  }

  private func holder(_ id: String, since start: String, sensitive: String = "{}", in city: TestCity) async throws {
    try await city.cadre(
      id, in: "U1",
      post: [
        "rank": "township_section", "started_on": start, "sensitive": sensitive, "post_id": "Z\(id)",
        "post_key": "K\(id)",
      ])
  }

  @Test func eightYearsAreDueOnTheirAnniversary() async throws {
    let city = try await city()
    try await holder("a", since: "2017-03-01", in: city)
    let before = try await city.judge("quzhou.a9.rotation", at: "2025-02-28")["Za"]
    #expect(before?.status == .atRisk)
    #expect(before?.observed == "7")
    #expect(before?.required == "8")
    #expect(before?.dueOn == "2025-03-01")
    let onTheDay = try await city.judge("quzhou.a9.rotation", at: "2025-03-01")["Za"]
    #expect(onTheDay?.status == .unmet)
    #expect(onTheDay?.observed == "8")
  }

  @Test func sensitivePostsAreDueAfterSixYears() async throws {
    let city = try await city()
    try await holder("a", since: "2019-08-15", sensitive: "{audit}", in: city)
    #expect(try await city.judge("quzhou.a9.rotation", at: "2025-08-14").status(of: "Za") == .atRisk)
    #expect(try await city.judge("quzhou.a9.rotation", at: "2025-08-15").status(of: "Za") == .unmet)
  }

  @Test func atRiskBeginsOneHundredAndEightyDaysBefore() async throws {
    let city = try await city()
    // Due 2025-12-31: 180 days before is 2025-07-04.
    try await holder("a", since: "2017-12-31", in: city)
    #expect(try await city.judge("quzhou.a9.rotation", at: "2025-07-03").status(of: "Za") == .met)
    #expect(try await city.judge("quzhou.a9.rotation", at: "2025-07-04").status(of: "Za") == .atRisk)
  }

  @Test func aLeapDayStartIsDueOnTheLastOfFebruary() async throws {
    let city = try await city()
    try await holder("a", since: "2016-02-29", sensitive: "{finance}", in: city)
    let judged = try await city.judge("quzhou.a9.rotation", at: "2025-02-28")["Za"]
    #expect(judged?.dueOn == "2022-02-28")
    // Nine years after 29 February 2016, clipped, is 28 February 2025.
    #expect(judged?.observed == "9")
  }

  @Test(arguments: [("2019-05-01", "2014-01-01"), ("2019-05-02", "2014-01-01"), ("2019-05-03", "2019-05-03")])
  func aGapOfOneDayDoesNotBreakTheRun(secondStart: String, began: String) async throws {
    let city = try await city()
    try await city.person("a")
    try await city.post(
      "a", in: "U1", id: "Z1",
      ["post_key": "K", "rank": "township_section", "started_on": "2014-01-01", "ended_on": "2019-05-01"])
    try await city.post(
      "a", in: "U1", id: "Z2", ["post_key": "K", "rank": "township_section", "started_on": secondStart])
    let due = try await city.judge("quzhou.a9.rotation", at: "2025-06-30")["Z2"]?.dueOn
    #expect(due == "\((Int(began.prefix(4)) ?? 0) + 8)\(began.dropFirst(4))")
  }

  @Test func otherRanksAndPersonsNotOnRollAreNotJudged() async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["rank": "sub_section", "started_on": "2001-01-01"])
    try await city.cadre(
      "b", in: "U1", post: ["rank": "township_section", "started_on": "2001-01-01"], person: ["left_on": "2025-01-01"])
    #expect(try await city.judge("quzhou.a9.rotation", at: "2025-06-30").isEmpty)
  }
}
