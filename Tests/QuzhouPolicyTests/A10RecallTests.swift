import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// Who is recalled or unfit, and what becomes of them.
@Suite(.cadre) struct A10RecallTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1")
    try await city.cadre("p", in: "O1")
    return city
  }

  private func round(
    _ number: Int = 1, of recall: String = "C1", suspended: String, _ more: [String: String?], in city: TestCity
  ) async throws {
    try await city.add(
      .recallRounds,
      ["recall_id": recall, "round": "\(number)", "person_id": "p", "suspended_on": suspended]
        .merging(more) { _, new in new })
  }

  private func measure(_ kind: String, on day: String, id: String = "M1", of person: String = "p", in city: TestCity) async throws
  {
    try await city.add(
      .measures, ["measure_id": id, "subject_kind": "person", "subject_id": person, "kind": kind, "taken_on": day])
  }

  @Test func theEducationIsAtTheCitysPartySchool() async throws {
    let city = try await city()
    // A class of later, too: who holds it is known.
    for (id, provider, day) in [
      ("K1", "city_party_school", "2025-03-01"), ("K2", "county_party_school", "2025-03-01"),
      ("K3", "city_party_school", "2025-09-01"),
    ] {
      try await city.add(
        .trainingClasses,
        ["class_id": id, "organizer_unit_id": "O1", "provider": provider, "started_on": day, "ended_on": "2025-12-01"])
    }
    for (recall, start, of) in [
      ("a", "2025-01-01" as String?, "K1" as String?), ("b", "2025-06-30", "K2"), ("c", "2025-03-01", nil),
      ("d", "2025-03-01", "K3"), ("e", nil, "K1"), ("f", "2024-12-31", "K1"), ("g", "2025-07-01", "K1"),
    ] {
      try await round(of: recall, suspended: "2024-12-01", ["education_start": start, "class_id": of], in: city)
    }
    let judged = try await city.judge("quzhou.a10.venue", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["a:1", "b:1", "c:1", "d:1"])
    #expect(judged.map(\.status) == [.met, .unmet, .noData, .met])
    #expect(judged[0].unit == "O1")
  }

  // 30 days after 1 March 2025 is 31 March; seven days of warning.
  @Test(arguments: [
    ("2025-03-31" as String?, "2025-06-30", Status.met), ("2025-04-01", "2025-06-30", .unmet),
    (nil, "2025-03-23", .pending), (nil, "2025-03-24", .atRisk), (nil, "2025-03-31", .unmet),
  ])
  func afterAFailedExamTheEducationGoesOn(next: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    let ended: [String: String?] = ["education_start": "2025-02-15", "education_end": "2025-03-01"]
    try await round(1, suspended: "2025-02-01", ended.merging(["exam_passed": "false"]) { $1 }, in: city)
    // The third round follows the first: the next higher number that there is; the fourth does not count.
    try await round(3, suspended: "2025-02-01", ["education_start": next], in: city)
    try await round(4, suspended: "2025-02-01", ["education_start": "2025-03-02"], in: city)
    try await round(of: "passed", suspended: "2025-02-01", ended.merging(["exam_passed": "true"]) { $1 }, in: city)
    try await round(of: "open", suspended: "2025-02-01", ended, in: city)
    let judged = try await city.judge("quzhou.a10.next-round", at: asOf)
    #expect(judged.map(\.subject) == ["C1:1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-03-31")
  }

  @Test func theIncompetentAreRecalledOrMoved() async throws {
    let city = try await city()
    for person in ["moved", "recalled", "early", "gone", "goneMoved", "fit"] {
      let left: String? = person.hasPrefix("gone") ? "2025-03-01" : nil
      try await city.cadre(person, in: "O1", person: ["left_on": left])
      try await city.add(
        .assessments,
        [
          "assessment_id": person, "subject_kind": "person", "subject_id": person, "year": "2024",
          "grade": person == "fit" ? "basic" : "incompetent",
        ])
    }
    try await measure("reassignment", on: "2025-01-01", id: "M1", of: "moved", in: city)
    try await measure("removal", on: "2024-12-31", id: "M2", of: "early", in: city)
    try await measure("demotion", on: "2025-02-01", id: "M3", of: "goneMoved", in: city)
    try await measure("reminder", on: "2025-02-01", id: "M4", of: "early", in: city)
    try await round(suspended: "2025-06-30", ["person_id": "recalled"], in: city)
    let judged = try await city.judge("quzhou.a10.unfit", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["early", "gone", "goneMoved", "moved", "recalled"])
    #expect(judged.map(\.status) == [.pending, .exempt, .met, .met, .met])
    #expect(judged.map(\.unit) == ["O1", nil, nil, "O1", "O1"])
    #expect(judged[0].dueOn == "2025-12-31")
    #expect(try await city.judge("quzhou.a10.unfit", at: "2025-12-01").status(of: "early") == .atRisk)
    #expect(try await city.judge("quzhou.a10.unfit", at: "2025-12-31").status(of: "early") == .unmet)
  }

  // Seven days after 1 March 2025 is 8 March.
  @Test(arguments: [
    ("2025-03-01" as String?, "2025-06-30", Status.met), ("2025-03-08", "2025-06-30", .met),
    ("2025-03-09", "2025-06-30", .unmet), ("2025-02-28", "2025-06-30", .unmet), (nil, "2025-03-01", .atRisk),
    (nil, "2025-03-08", .unmet),
  ])
  func whoIsRecalledIsSuspended(suspended: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await measure("recall", on: "2025-03-01", in: city)
    try await measure("removal", on: "2025-03-01", id: "M2", in: city)
    try await measure("recall", on: "2024-12-24", id: "M3", in: city)
    if let suspended { try await round(suspended: suspended, [:], in: city) }
    let judged = try await city.judge("quzhou.a10.recalled", at: asOf)
    #expect(judged.map(\.subject) == ["M1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-03-08")
    #expect(judged[0].unit == "O1")
  }

  @Test func whoFailsRepeatedlyIsDealtWith() async throws {
    let city = try await city()
    try await city.person("q")
    #expect(try await city.judge("quzhou.a10.repeated", at: "2025-06-30").map(\.status) == [.noData])
    // Failed, passed, failed: the third round is the second such one. Failed once and failed again later.
    for (recall, number, person, day, passed) in [
      ("a", 1, "p", "2024-01-01", "false"), ("a", 2, "p", "2024-02-01", "true"), ("a", 3, "p", "2024-03-01", "false"),
      ("b", 1, "q", "2024-01-01", "false"), ("b", 2, "q", "2024-02-01", "false"), ("c", 1, "q", "2024-01-01", "false"),
      ("c", 2, "q", "2025-07-01", "false"),
    ] {
      try await round(number, of: recall, suspended: day, ["person_id": person, "exam_passed": passed], in: city)
    }
    try await measure("demotion", on: "2024-03-01", in: city)
    try await measure("reassignment", on: "2024-03-02", id: "M2", of: "q", in: city)
    func share() async throws -> String? {
      try await city.judge("quzhou.a10.repeated", at: "2025-06-30").first?.observed
    }
    #expect(try await share() == "0.0000")
    try await measure("party_discipline", on: "2024-03-02", id: "M3", in: city)
    #expect(try await share() == "0.5000")
  }
}
