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

  /// The years of a sensitive post count from when it became one; whichever limit ends earlier decides.
  @Test(arguments: [
    // Eight years of the post end before six sensitive ones; the same day: the sensitive limit; six end first.
    ("2017-03-01", "2020-01-01", "2025-03-01", "8", "7"), ("2017-03-01", "2019-03-01", "2025-03-01", "6", "5"),
    ("2017-03-01", "2019-02-28", "2025-02-28", "6", "5"),
  ])
  func aPostThatBecameSensitive(start: String, since: String, due: String, limit: String, years: String) async throws {
    let city = try await city()
    try await city.person("a")
    let post: [String: String?] = ["post_key": "K", "rank": "township_section"]
    func record(_ id: String, _ more: [String: String?]) async throws {
      try await city.post("a", in: "U1", id: id, post.merging(more) { $1 })
    }
    try await record("Z1", ["started_on": start, "ended_on": since])
    try await record("Z2", ["started_on": since, "sensitive": "{audit}"])
    let judged = try await city.judge("quzhou.a9.rotation", at: "2025-02-27")["Z2"]
    #expect(judged?.dueOn == due)
    #expect(judged?.required == limit)
    #expect(judged?.observed == years)
  }

  @Test(arguments: [("2019-05-02", "2020-01-01"), ("2019-05-03", "2025-05-03")])
  func sensitiveRecordsRunOnOverAGapOfOneDay(secondStart: String, due: String) async throws {
    let city = try await city()
    try await city.person("a")
    for (id, start, end, sensitive) in [
      // Sensitive, then not: what came before a break in being sensitive does not count.
      ("Z0", "2010-01-01", "2012-01-01" as String?, "{audit}"), ("Z1", "2012-01-01", "2014-01-01", "{}"),
      ("Z2", "2014-01-01", "2019-05-01", "{audit}"), ("Z3", secondStart, nil, "{finance}"),
    ] {
      try await city.post(
        "a", in: "U1", id: id,
        ["post_key": "K", "rank": "township_section", "started_on": start, "ended_on": end, "sensitive": sensitive])
    }
    let judged = try await city.judge("quzhou.a9.rotation", at: "2025-06-30")["Z3"]
    // An unbroken run of the post since 2010 was due in 2018.
    #expect(judged?.dueOn == (secondStart == "2019-05-02" ? "2018-01-01" : due))
    #expect(judged?.required == (secondStart == "2019-05-02" ? "8" : "6"))
  }
}
