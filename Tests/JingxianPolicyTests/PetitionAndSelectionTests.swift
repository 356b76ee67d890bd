import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct PetitionAndSelectionTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("U1", level: "county")
    return city
  }

  private func petition(_ id: String, _ more: [String: String?], in city: TestCity) async throws {
    try await city.add(
      .petitions,
      ["petition_id": id, "received_on": "2025-01-10", "channel": "visit"].merging(more) { _, new in new })
  }

  // 90 days after 1 March 2025 is 30 May.
  @Test(arguments: [
    ("2025-05-30" as String?, "2025-06-30", Status.met), ("2025-05-31", "2025-06-30", .unmet),
    (nil, "2025-04-29", .pending), (nil, "2025-04-30", .atRisk), (nil, "2025-05-30", .unmet),
  ])
  func falseAccusersAreDealtWith(handled: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await petition(
      "Q1", ["closed_on": "2025-03-01", "false_accusation": "true", "accuser_handled_on": handled], in: city)
    try await petition("Q2", ["closed_on": "2025-03-01"], in: city)
    try await petition("Q3", ["false_accusation": "true"], in: city)
    let judged = try await city.judge("jingxian.2.2.accuser", at: asOf)
    #expect(judged.map(\.subject) == ["Q1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-05-30")
    #expect(judged[0].unit == nil)
  }

  // 60 days after 20 January 2025 is 21 March; after 10 January, where it was not accepted, 11 March.
  @Test(arguments: [
    ("2025-01-20" as String?, "2025-03-21" as String?, "2025-06-30", Status.met, "2025-03-21"),
    ("2025-01-20", "2025-03-22", "2025-06-30", .unmet, "2025-03-21"),
    (nil, "2025-03-11", "2025-06-30", .met, "2025-03-11"), (nil, nil, "2025-03-03", .pending, "2025-03-11"),
    (nil, nil, "2025-03-04", .atRisk, "2025-03-11"), ("2025-01-20", nil, "2025-01-19", .pending, "2025-03-11"),
    ("2025-01-20", nil, "2025-03-21", .unmet, "2025-03-21"),
  ])
  func petitionsAreClosed(
    accepted: String?, closed: String?, asOf: String, expected: Status, dueOn: String
  ) async throws {
    let city = try await city()
    try await petition("Q1", ["accepted_on": accepted, "closed_on": closed], in: city)
    let judged = try await city.judge("jingxian.5.2.closure", at: asOf)
    #expect(judged.map(\.status) == [expected])
    #expect(judged[0].dueOn == dueOn)
  }

  @Test func everyChannelHasItsFigure() async throws {
    let city = try await city()
    try await petition("Q1", [:], in: city)
    try await petition("Q2", ["received_on": "2025-06-30"], in: city)
    try await petition("Q3", ["received_on": "2024-12-31"], in: city)
    try await petition("Q4", ["channel": "sms", "received_on": "2025-07-01"], in: city)
    let judged = try await city.judge("jingxian.5.2.channels", at: "2025-06-30")
    #expect(judged.map(\.class) == ["mailbox", "phone", "sms", "visit", "web"])
    #expect(judged.map(\.observed) == ["0", "0", "0", "2", "0"])
  }

  // 10 days after 1 March 2025 is 11 March.
  @Test(arguments: [
    ("2025-03-11" as String?, "2025-06-30", Status.met), ("2025-03-12", "2025-06-30", .unmet),
    (nil, "2025-03-03", .pending), (nil, "2025-03-04", .atRisk), (nil, "2025-03-11", .unmet),
  ])
  func passportsAreHandedIn(handedIn: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["rank": "township_section"])
    // In such a post to the day before, and since the day itself.
    try await city.cadre("before", in: "U1", post: ["rank": "bureau", "ended_on": "2025-03-01"])
    try await city.cadre("since", in: "U1", post: ["rank": "county_division", "started_on": "2025-03-01"])
    try await city.cadre("staff", in: "U1", post: ["rank": "sub_section", "leading": "true"])
    for id in ["a", "before", "since", "staff"] {
      try await city.add(
        .passports, ["passport_id": "N-\(id)", "person_id": id, "issued_on": "2025-03-01", "handed_in_on": handedIn])
    }
    let judged = try await city.judge("jingxian.3.1.passports", at: asOf)
    #expect(judged.map(\.subject) == ["N-a", "N-since"])
    #expect(judged.map(\.status) == [expected, expected])
    #expect(judged.map(\.dueOn) == ["2025-03-11", "2025-03-11"])
    #expect(judged.map(\.unit) == ["U1", "U1"])
  }

  @Test(arguments: [("2", Status.met), ("1", .unmet), ("0", .unmet)])
  func leadingPostsOfSubSectionRankAreCounted(allowed: String, expected: Status) async throws {
    let city = try await city()
    try await city.unit("U2", level: "county", ["sub_section_allowed": allowed])
    try await city.unit("none", level: "county", ["sub_section_allowed": "0"])
    let post: [String: String?] = ["rank": "sub_section", "leading": "true"]
    // A person with two such posts has two.
    try await city.cadre("a", in: "U2", post: post)
    try await city.post("a", in: "U2", id: "second", post)
    try await city.cadre("b", in: "U2", post: ["rank": "sub_section"])
    try await city.cadre("c", in: "U2", post: ["rank": "staff", "leading": "true"])
    try await city.cadre("d", in: "U2", post: post.merging(["ended_on": "2025-06-30"]) { _, new in new })
    try await city.cadre("e", in: "U1", post: post)
    let judged = try await city.judge("jingxian.5.1.establishment", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["U2", "none"])
    #expect(judged.map(\.status) == [expected, .met])
    #expect(judged.map(\.observed) == ["2", "0"])
    #expect(judged.map(\.required) == [allowed, "0"])
  }

  @Test func checksOfSelectionsByThemselvesAndAlongside() async throws {
    let city = try await city()
    for (id, kind, day, alongside) in [
      ("I1", "selection_check", "2025-01-01", "true"), ("I2", "selection_check", "2025-06-30", "false"),
      ("I3", "routine", "2025-03-01", "true"), ("I4", "routine", "2025-03-01", "false"),
      ("I5", "economic_audit", "2025-03-01", "true"), ("I6", "special", "2024-12-31", "true"),
      ("I7", "selection_check", "2025-07-01", "false"), ("I8", "lookback", "2025-03-01", "true"),
    ] {
      try await city.add(
        .inspections,
        ["inspection_id": id, "kind": kind, "unit_id": "U1", "started_on": day, "with_selection_check": alongside])
    }
    let judged = try await city.judge("jingxian.5.1.checks", at: "2025-06-30")
    #expect(judged.map(\.class) == ["alongside", "selection_check"])
    #expect(judged.map(\.observed) == ["3", "2"])
    #expect(judged.map(\.status) == [.info, .info])
  }

  @Test func institutionsCheckThemselvesToo() async throws {
    let city = try await city()
    try await city.unit("I1", kind: "institution", level: "county")
    try await city.unit("C1", kind: "party_committee", level: "county")
    #expect(try await city.judge("jingxian.5.1.self-check", at: "2025-12-31").map(\.subject) == ["I1", "U1"])
  }
}
