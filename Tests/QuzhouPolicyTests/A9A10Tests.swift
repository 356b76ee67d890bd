import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A9A10Tests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1")
    return city
  }

  // 180 days after 31 December 2024 is 29 June 2025; after 30 June 2025, 27 December.
  @Test func theThirdTierOfBothHalvesIsMovedDown() async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1", post: ["rank": "township_section"])
    try await city.cadre("staff", in: "O1")
    for person in ["p", "staff"] {
      for half in ["2024H1", "2024H2", "2025H1"] {
        try await city.add(.scores, ["person_id": person, "half": half, "base_score": "50"])
      }
    }
    let before = try await city.judge("quzhou.a9.reverse", at: "2025-08-15")
    #expect(before.map(\.subject) == ["p", "p"])
    #expect(before.map(\.period) == ["2024H2", "2025H1"])
    #expect(before.map(\.dueOn) == ["2025-06-29", "2025-12-27"])
    #expect(before.map(\.status) == [.unmet, .pending])
    func measure(_ id: String, _ kind: String, _ day: String) async throws {
      try await city.add(
        .measures, ["measure_id": id, "subject_kind": "person", "subject_id": "p", "kind": kind, "taken_on": day])
    }
    // Admonished only; then removed after the first due date and within the second.
    try await measure("M1", "admonition", "2025-02-01")
    try await measure("M2", "removal", "2025-07-01")
    #expect(try await city.judge("quzhou.a9.reverse", at: "2025-08-15").map(\.status) == [.unmet, .met])
    try await measure("M3", "demotion", "2025-06-29")
    #expect(try await city.judge("quzhou.a9.reverse", at: "2025-08-15").map(\.status) == [.met, .met])
  }

  @Test func exchangesAreCountedByKind() async throws {
    let city = try await city()
    try await city.person("p", ["left_on": "2025-06-01"])
    for (id, kind, day) in [
      ("Z1", "mandatory" as String?, "2025-01-01"), ("Z2", "mandatory", "2025-06-30"),
      ("Z3", "mandatory", "2025-07-01"),
      ("Z4", "reverse", "2024-12-31"), ("Z5", nil, "2025-01-01"),
    ] {
      try await city.post("p", in: "O1", id: id, ["started_on": day, "exchange_kind": kind])
    }
    let judged = try await city.judge("quzhou.a9.exchanges", at: "2025-06-30")
    #expect(judged.map(\.class) == ["cultivation", "mandatory", "reverse", "systemic"])
    #expect(judged.map(\.observed) == ["0", "2", "0", "0"])
  }

  @Test func theRankOnTheHalfsLastDayDecides() async throws {
    let city = try await city()
    try await city.unit("O2")
    // Of section rank up to 31 March 2025, and from 1 April of a lower one.
    try await city.cadre("p", in: "O1", post: ["rank": "township_section", "ended_on": "2025-04-01"])
    try await city.post("p", in: "O2", ["rank": "sub_section", "started_on": "2025-04-01"])
    for half in ["2024H2", "2025H1"] {
      try await city.add(.scores, ["person_id": "p", "half": half, "base_score": "50"])
    }
    let judged = try await city.judge("quzhou.a9.reverse", at: "2025-08-15")
    #expect(judged.map(\.period) == ["2024H2"])
    #expect(judged.map(\.unit) == ["O1"])
  }

  /// Each counted in the first direction that fits.
  @Test(arguments: [
    ("C1", "T1", "exchange", "to_township" as String?), ("T1", "T2", "exchange", "county_to_county"),
    ("C1", "E1", "transfer", "to_enterprise"), ("C1", "X1", "transfer", "city_to_county"),
    ("X1", "C1", "exchange", "county_to_city"), ("T1", "C1", "exchange", "county_to_city"),
    ("X1", "Y1", "exchange", "county_to_county"), ("X1", "X2", "exchange", "between_departments"),
    ("C1", "C2", "exchange", "between_departments"), ("C1", "C1", "exchange", nil), ("C1", "C2", "promotion", nil),
    ("T1", "X1", "exchange", nil),
  ])
  func exchangesGoSomewhere(from: String, to: String, entry: String, expected: String?) async throws {
    let city = try await TestCity("quzhou")
    for (id, kind, level, region) in [
      ("C1", "organ", "city", "330800"), ("C2", "organ", "city", "330800"), ("E1", "enterprise", "city", "330800"),
      ("X1", "organ", "county", "330802"), ("X2", "organ", "county", "330802"), ("Y1", "organ", "county", "330803"),
      ("T1", "township", "township", "330802"), ("T2", "township", "township", "330803"),
    ] {
      try await city.unit(id, kind: kind, level: level, ["region_code": region])
    }
    try await city.person("p")
    // A secondment in between is not where one comes from, nor is an earlier post.
    for (id, unit, day, how) in [
      ("Z1", "E1", "2010-01-01", "initial"), ("Z2", from, "2015-01-01", "transfer"),
      ("Z3", "Y1", "2020-01-01", "secondment"), ("Z4", to, "2025-03-01", entry),
    ] {
      try await city.post("p", in: unit, id: id, ["started_on": day, "entry": how])
    }
    let judged = try await city.judge("quzhou.a9.directions", at: "2025-06-30")
    #expect(judged.count == 6)
    #expect(judged.filter { $0.observed == "1" }.map(\.class) == (expected.map { [$0] } ?? []))
    #expect(judged.allSatisfy { ["0", "1"].contains($0.observed) })
    #expect(try await city.judge("quzhou.a9.directions", at: "2025-02-28").allSatisfy { $0.observed == "0" })
  }

  private func round(
    _ number: Int = 1, of recall: String = "C1", suspended: String, _ more: [String: String?], in city: TestCity
  ) async throws {
    try await city.add(
      .recallRounds,
      ["recall_id": recall, "round": "\(number)", "person_id": "p", "suspended_on": suspended]
        .merging(more) { _, new in new })
  }

  @Test(arguments: [
    // Ten to fifteen days, both days counted.
    ("2025-03-01" as String?, "2025-03-09" as String?, "2025-06-30", Status.unmet, "9"),
    ("2025-03-01", "2025-03-10", "2025-06-30", .met, "10"), ("2025-03-01", "2025-03-15", "2025-06-30", .met, "15"),
    ("2025-03-01", "2025-03-16", "2025-06-30", .unmet, "16"),
    // Running, for fifteen days at most.
    ("2025-03-01", nil, "2025-03-15", .pending, "15"), ("2025-03-01", nil, "2025-03-16", .unmet, "16"),
    ("2025-03-01", "2025-03-12", "2025-03-11", .pending, "11"),
    // Before the suspension.
    ("2025-02-27", "2025-03-10", "2025-06-30", .unmet, "12"),
  ])
  func tenToFifteenDaysOfEducation(
    start: String?, end: String?, asOf: String, expected: Status, days: String
  ) async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1")
    try await round(suspended: "2025-02-28", ["education_start": start, "education_end": end], in: city)
    try await round(2, suspended: "2025-02-28", [:], in: city)
    let judged = try await city.judge("quzhou.a10.education", at: asOf)
    #expect(judged.map(\.subject) == ["C1:1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].observed == days)
    #expect(judged[0].required == nil)
    #expect(judged[0].unit == "O1")
  }

  @Test func educationRunningAtTheYearsEndIsCarriedOver() async throws {
    let city = try await city()
    try await city.person("p")
    // On day 15 and day 16 on 31 December, and ended before.
    try await round(of: "day15", suspended: "2024-12-01", ["education_start": "2024-12-17"], in: city)
    try await round(of: "day16", suspended: "2024-12-01", ["education_start": "2024-12-16"], in: city)
    try await round(
      of: "ended", suspended: "2024-12-01", ["education_start": "2024-12-17", "education_end": "2024-12-31"], in: city)
    try await round(
      of: "endsAfter", suspended: "2024-12-01", ["education_start": "2024-12-20", "education_end": "2025-01-02"],
      in: city)
    let judged = try await city.judge("quzhou.a10.education", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["day15:1", "endsAfter:1"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(judged.map(\.unit) == [nil, nil])
  }

  @Test(arguments: [
    (["exam_passed": "true", "tracking_passed_on": "2025-05-01", "reinstated_on": "2025-05-01"], Status.met),
    (["exam_passed": "true", "tracking_passed_on": "2025-05-02", "reinstated_on": "2025-05-01"], .unmet),
    (["exam_passed": "true", "reinstated_on": "2025-05-01"], .unmet),
    (["exam_passed": "false", "tracking_passed_on": "2025-04-01", "reinstated_on": "2025-05-01"], .unmet),
    (["tracking_passed_on": "2025-04-01", "reinstated_on": "2025-05-01"], .unmet),
    (["exam_passed": "true", "tracking_passed_on": "2025-04-01"], .pending),
    (["exam_passed": "true", "tracking_passed_on": "2025-04-01", "reinstated_on": "2025-07-01"], .pending),
  ])
  func theLastRoundDecidesTheReinstatement(cells: [String: String], expected: Status) async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1")
    try await round(1, suspended: "2024-11-01", ["exam_passed": "false"], in: city)
    try await round(2, suspended: "2025-02-01", cells, in: city)
    // Not suspended yet at the date.
    try await round(3, suspended: "2025-07-01", ["exam_passed": "false"], in: city)
    let judged = try await city.judge("quzhou.a10.reinstatement", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["C1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].unit == "O1")
  }

  @Test func recallsEndedBeforeThisYearAreLeftOut() async throws {
    let city = try await city()
    try await city.person("p")
    for (recall, day) in [("before", "2024-12-31"), ("after", "2025-01-01")] {
      try await round(
        of: recall, suspended: "2023-01-01",
        ["exam_passed": "true", "tracking_passed_on": "2024-06-01", "reinstated_on": day], in: city)
    }
    #expect(try await city.judge("quzhou.a10.reinstatement", at: "2025-06-30").map(\.subject) == ["after"])
  }
}
