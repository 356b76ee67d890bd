import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct YoungCadreTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("U1", kind: "organ", level: "county")
    try await city.cadre("head", in: "U1", post: ["role": "principal", "branch": "both"])
    return city
  }

  private func talk(
    _ id: String, from: String, to: String, on day: String, kind: String, in city: TestCity
  ) async throws {
    try await city.add(
      .talks, ["talk_id": id, "from_person_id": from, "to_person_id": to, "held_on": day, "kind": kind])
  }

  @Test func youngMeansThirtyFiveAndLess() async throws {
    let city = try await city()
    // 35 on 30 June 2025, and 36 on that day.
    try await city.cadre("young", in: "U1", person: ["birth_date": "1989-07-01"])
    try await city.cadre("old", in: "U1", person: ["birth_date": "1989-06-30"])
    let judged = try await city.judge("jingxian.4.2.young-talk", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["head>young"])
    #expect(judged[0].unit == "U1")
    #expect(judged[0].status == .pending)
  }

  @Test func aLeapDayBirthdayInALeapYear() async throws {
    let city = try await city()
    try await city.cadre("leap", in: "U1", person: ["birth_date": "1988-02-29"])
    #expect(try await city.judge("jingxian.4.2.young-talk", at: "2024-02-28").count == 1)
    #expect(try await city.judge("jingxian.4.2.young-talk", at: "2024-02-29").isEmpty)
  }

  // Within the last 90 days of 2025: from 3 October (31 December - 90 days = 2 October).
  @Test(arguments: [("2025-10-02", Status.unmet), ("2025-10-03", .exempt)])
  func aPairBegunInTheLastNinetyDaysIsExempt(start: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("young", in: "U1", post: ["started_on": start], person: ["birth_date": "1995-01-01"])
    #expect(try await city.judge("jingxian.4.2.young-talk", at: "2025-12-31").status(of: "head>young") == expected)
  }

  @Test func twoPostsOneOfThemOlderAreNotExempt() async throws {
    let city = try await city()
    try await city.cadre("young", in: "U1", person: ["birth_date": "1995-01-01"])
    try await city.post("young", in: "U1", id: "Zsecond", ["started_on": "2025-12-01"])
    #expect(try await city.judge("jingxian.4.2.young-talk", at: "2025-12-31").status(of: "head>young") == .unmet)
  }

  @Test func onlyTheHeadsTalkInThatDirectionCounts() async throws {
    let city = try await city()
    try await city.cadre("young", in: "U1", person: ["birth_date": "1995-01-01"])
    try await talk("W1", from: "young", to: "head", on: "2025-02-01", kind: "heart_to_heart", in: city)
    try await talk("W2", from: "head", to: "young", on: "2025-02-01", kind: "reminder", in: city)
    #expect(try await city.judge("jingxian.4.2.young-talk", at: "2025-12-31").status(of: "head>young") == .unmet)
    try await talk("W3", from: "head", to: "young", on: "2025-12-31", kind: "heart_to_heart", in: city)
    #expect(try await city.judge("jingxian.4.2.young-talk", at: "2025-12-31").status(of: "head>young") == .met)
  }

  private func educated(_ person: String, on days: String..., in city: TestCity) async throws {
    for day in days {
      try await city.add(
        .activities,
        ["activity_id": "X-\(person)-\(day)", "kind": "integrity_education", "person_id": person, "held_on": day])
    }
  }

  @Test func educationIsOwedToTheNewlyHiredPromotedAndAdmitted() async throws {
    let city = try await city()
    let young: [String: String?] = ["birth_date": "1995-01-01", "hired_on": "2018-01-01"]
    func person(_ more: [String: String?]) -> [String: String?] { young.merging(more) { _, new in new } }
    try await city.cadre(
      "hired", in: "U1", post: ["started_on": "2025-05-01"], person: person(["hired_on": "2025-05-01"]))
    try await city.cadre("came", in: "U1", person: person(["entered_on": "2025-05-01"]))
    try await city.cadre("promoted", in: "U1", post: ["started_on": "2025-05-01", "entry": "promotion"], person: young)
    try await city.post("promoted", in: "U1", id: "Zold", ["started_on": "2018-01-01", "ended_on": "2025-05-01"])
    try await city.cadre("moved", in: "U1", post: ["started_on": "2018-01-01", "entry": "transfer"], person: young)
    try await city.cadre("admitted", in: "U1", person: person(["joined_party_on": "2025-06-30"]))
    try await city.cadre("admittedLater", in: "U1", person: person(["joined_party_on": "2025-07-01"]))
    try await city.cadre("gone", in: "U1", post: ["ended_on": "2025-06-01"], person: person(["joined_party_on": "2025-05-01"]))
    let judged = try await city.judge("jingxian.4.2.young-education", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["admitted:joined", "came:entered", "hired:entered", "promoted:promoted"])
    // 90 days after 30 June is 28 September, after 1 May 30 July.
    #expect(judged.map(\.dueOn) == ["2025-09-28", "2025-07-30", "2025-07-30", "2025-07-30"])
    #expect(judged.map(\.status) == [.pending, .atRisk, .atRisk, .atRisk])
    #expect(judged.allSatisfy { $0.unit == "U1" })
  }

  // 35 on the day before the birthday, whatever the age is at the as-of date.
  @Test(arguments: [("1989-03-02", 1), ("1989-03-01", 0)])
  func youngOnTheDay(birth: String, count: Int) async throws {
    let city = try await city()
    try await city.cadre("p", in: "U1", person: ["birth_date": birth, "joined_party_on": "2025-03-01"])
    #expect(try await city.judge("jingxian.4.2.young-education", at: "2025-12-31").count == count)
  }

  // Joined on 1 March 2025: 90 days later is 30 May.
  @Test(arguments: [
    ([], "2025-04-29", Status.pending), ([], "2025-04-30", .atRisk), ([], "2025-05-30", .unmet),
    (["2025-03-01"], "2025-12-31", .met), (["2025-05-30"], "2025-12-31", .met), (["2025-05-31"], "2025-12-31", .unmet),
    (["2025-02-28"], "2025-05-30", .unmet), (["2025-02-28", "2025-05-01", "2025-06-01"], "2025-12-31", .met),
  ])
  func educatedWithinNinetyDays(days: [String], asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("p", in: "U1", person: ["birth_date": "1995-01-01", "joined_party_on": "2025-03-01"])
    for day in days { try await educated("p", on: day, in: city) }
    #expect(try await city.judge("jingxian.4.2.young-education", at: asOf).status(of: "p:joined") == expected)
  }

  @Test func ofSeveralPromotionsTheEarliestThatIsACase() async throws {
    let city = try await city()
    try await city.cadre("p", in: "U1", person: ["birth_date": "1995-01-01", "hired_on": "2018-01-01"])
    for (id, start) in [("Z1", "2024-10-02"), ("Z2", "2024-10-03"), ("Z3", "2025-02-01"), ("Z4", "2025-04-01")] {
      try await city.post("p", in: "U1", id: id, ["started_on": start, "ended_on": "2025-05-01", "entry": "promotion"])
    }
    // Of 2 October 2024 the 90 days were over with 31 December; of the 3rd they end on 1 January.
    let open = try await city.judge("jingxian.4.2.young-education", at: "2025-06-30")["p:promoted"]
    #expect(open?.dueOn == "2025-01-01")
    #expect(open?.status == .unmet)
    #expect(open?.evidence == ["posts/Z2"])
    // Educated before the year began, the second one is no case of it any more; the third is met by the next one.
    try await educated("p", on: "2024-12-31", "2025-02-10", in: city)
    let met = try await city.judge("jingxian.4.2.young-education", at: "2025-06-30")["p:promoted"]
    #expect(met?.dueOn == "2025-05-02")
    #expect(met?.status == .met)
    #expect(met?.evidence == ["posts/Z3", "activities/X-p-2025-02-10"])
  }
}
