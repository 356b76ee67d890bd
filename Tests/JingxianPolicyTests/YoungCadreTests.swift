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

  @Test func educationIsOwedToTheNewlyHiredPromotedAndAdmitted() async throws {
    let city = try await city()
    let young: [String: String?] = ["birth_date": "1995-01-01", "hired_on": "2018-01-01"]
    func person(_ more: [String: String?]) -> [String: String?] { young.merging(more) { _, new in new } }
    try await city.cadre(
      "hired", in: "U1", post: ["started_on": "2025-05-01"], person: person(["hired_on": "2025-05-01"]))
    try await city.cadre("promoted", in: "U1", post: ["started_on": "2025-05-01", "entry": "promotion"], person: young)
    try await city.cadre("moved", in: "U1", post: ["started_on": "2025-05-01", "entry": "transfer"], person: young)
    try await city.cadre("admitted", in: "U1", person: person(["joined_party_on": "2025-06-30"]))
    try await city.cadre("admittedLater", in: "U1", person: person(["joined_party_on": "2025-07-01"]))
    try await city.cadre("before", in: "U1", post: ["started_on": "2024-12-31", "entry": "promotion"], person: young)
    // Promoted this year, and no longer in that post.
    try await city.cadre("brief", in: "U1", person: young)
    try await city.post(
      "brief", in: "U1", id: "Zbrief", ["started_on": "2025-02-01", "ended_on": "2025-03-01", "entry": "promotion"])
    try await city.cadre(
      "elder", in: "U1", post: ["started_on": "2025-05-01", "entry": "promotion"], person: ["birth_date": "1980-01-01"])
    try await city.add(
      .activities, ["activity_id": "X1", "kind": "integrity_education", "person_id": "hired", "held_on": "2025-06-01"])
    let judged = try await city.judge("jingxian.4.2.young-education", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["admitted", "brief", "hired", "promoted"])
    #expect(judged.status(of: "hired") == .met)
    #expect(judged.status(of: "promoted") == .pending)
  }
}
