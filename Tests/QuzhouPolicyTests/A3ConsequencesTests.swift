import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// What follows from scores and tiers, and whom they are of: those on roll on the half's last day.
@Suite(.cadre) struct A3ConsequencesTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1")
    try await city.unit("O2")
    return city
  }

  private func score(
    _ person: String, _ base: String = "80", half: String = "2025H1", feedback: String? = nil, in city: TestCity
  ) async throws {
    try await city.add(
      .scores, ["person_id": person, "half": half, "base_score": base, "feedback_on": feedback])
  }

  @Test func theHalfsLastDayDecidesWhoIsScoredAndWhere() async throws {
    let city = try await city()
    // Left since; moved since; came since; managed by the province; out on the last day.
    try await city.cadre("left", in: "O1", person: ["left_on": "2025-07-01"])
    try await city.cadre("moved", in: "O1", post: ["ended_on": "2025-07-01"])
    try await city.post("moved", in: "O2", ["started_on": "2025-07-01"])
    try await city.cadre("came", in: "O2", post: ["started_on": "2025-07-01"])
    try await city.cadre("province", in: "O1", person: ["managed_by": "province"])
    try await city.cadre("out", in: "O1", post: ["ended_on": "2025-06-30"])
    for person in ["left", "moved", "came", "province", "out"] { try await score(person, in: city) }
    for indicator in ["scored", "tier", "feedback"] {
      let judged = try await city.judge("quzhou.a3." + indicator, at: "2025-08-15")
      #expect(judged.map(\.subject) == ["left", "moved"], "\(indicator)")
      #expect(judged.map(\.unit) == ["O1", "O1"], "\(indicator)")
    }
  }

  // 90 days after 30 June 2025 is 28 September.
  @Test(arguments: [
    ("talk", "2025-07-01", Status.met), ("talk", "2025-06-30", .unmet), ("talk", "2025-09-29", .unmet),
    ("recall", "2025-09-28", .met), ("recall", "2025-06-30", .unmet), ("other talk", "2025-07-01", .unmet),
  ])
  func theThirdTierIsAdmonishedOrRecalled(step: String, day: String, expected: Status) async throws {
    let city = try await city()
    for person in ["p", "boss"] { try await city.cadre(person, in: "O1") }
    try await score("p", "60", in: city)
    switch step {
    case "recall":
      try await city.add(
        .recallRounds, ["recall_id": "C", "round": "1", "person_id": "p", "suspended_on": day])
    default:
      try await city.add(
        .talks,
        [
          "talk_id": "T", "from_person_id": "boss", "to_person_id": "p", "held_on": day,
          "kind": step == "talk" ? "admonition" : "summon",
        ])
    }
    let judged = try await city.judge("quzhou.a3.third-tier-action", at: "2025-10-15")
    #expect(judged.map(\.subject) == ["p"])
    #expect(judged[0].status == expected)
  }

  @Test(arguments: [
    ("2025-06-30" as String?, nil as String?, Status.unmet), ("2025-07-01", nil, .met), ("2025-09-29", nil, .unmet),
    ("2025-09-29", "2025-09-28", .met), (nil, nil, .unmet),
  ])
  func feedbackIsADateOrATalk(feedback: String?, talk: String?, expected: Status) async throws {
    let city = try await city()
    for person in ["p", "boss"] { try await city.cadre(person, in: "O1") }
    try await score("p", feedback: feedback, in: city)
    if let talk {
      try await city.add(
        .talks,
        ["talk_id": "T", "from_person_id": "boss", "to_person_id": "p", "held_on": talk, "kind": "feedback"])
    }
    let judged = try await city.judge("quzhou.a3.feedback", at: "2025-10-15")
    #expect(judged.map(\.status) == [expected])
    #expect(judged.map(\.dueOn) == ["2025-09-28"])
  }

  @Test(arguments: [
    ("2025-06-30" as String?, "2025-10-15", Status.unmet), ("2025-07-01", "2025-10-15", .met),
    ("2025-09-28", "2025-10-15", .met), ("2025-09-29", "2025-10-15", .unmet), (nil, "2025-08-28", .pending),
    (nil, "2025-08-29", .atRisk), (nil, "2025-09-28", .unmet),
  ])
  func tiersAreMadeKnownInTheUnit(day: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.unit("O3", ["dissolved_on": "2025-07-01"])
    try await city.cadre("p", in: "O1", post: ["ended_on": "2025-07-01"])
    try await city.cadre("q", in: "O3")
    // Nobody in O2 was scored.
    try await city.cadre("r", in: "O2")
    for person in ["p", "q"] { try await score(person, in: city) }
    if let day { try await city.activity("tier_publication", on: day, unit: "O1") }
    let judged = try await city.judge("quzhou.a3.publication", at: asOf)
    #expect(judged.map(\.subject) == ["O1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].period == "2025H1")
    #expect(judged[0].dueOn == "2025-09-28")
  }

  @Test func aScoreRestsOnTheAssessmentOfTheYearBefore() async throws {
    let city = try await city()
    for (person, hired) in [
      ("graded", "2000-01-01"), ("ungraded", "2000-01-01"), ("unscored", "2000-01-01"), ("wrongYear", "2000-01-01"),
      ("new", "2024-01-01"), ("old", "2023-12-31"),
    ] {
      try await city.cadre(person, in: "O1", person: ["hired_on": hired])
      if person != "unscored" { try await score(person, in: city) }
    }
    for (person, year, grade) in [
      ("graded", "2024", "basic" as String?), ("ungraded", "2024", nil), ("wrongYear", "2023", "basic"),
      ("unscored", "2024", "basic"),
    ] {
      try await city.add(
        .assessments,
        ["assessment_id": person, "subject_kind": "person", "subject_id": person, "year": year, "grade": grade])
    }
    let judged = try await city.judge("quzhou.a3.base", at: "2025-08-15")
    #expect(judged.map(\.subject) == ["graded", "old", "ungraded", "wrongYear"])
    #expect(judged.map(\.status) == [.met, .unmet, .unmet, .unmet])
    // Of the half of 2024 the year before is 2023.
    for person in ["graded", "wrongYear"] { try await score(person, half: "2024H2", in: city) }
    let earlier = try await city.judge("quzhou.a3.base", at: "2025-06-29")
    #expect(earlier.map(\.status) == [.unmet, .met])
    #expect(earlier.map(\.period) == ["2024H2", "2024H2"])
  }

  @Test(arguments: [
    ("accountability", "2025-06-30", "-1", "discipline", Status.met as Status?),
    ("admonition", "2025-01-01", "-0.5", "circular", .met), ("circular", "2025-01-01", "1", "audit", .unmet),
    ("party_discipline", "2025-01-01", "-1", "evaluation", .unmet), ("reminder", "2025-01-01", "-1", "audit", nil),
    ("admonition", "2024-12-31", "-1", "audit", nil), ("admonition", "2025-07-01", "-1", "audit", nil),
  ])
  func aMeasureTakesPointsOff(
    kind: String, taken: String, points: String, source: String, expected: Status?
  ) async throws {
    let city = try await city()
    for person in ["p", "unscored"] {
      try await city.cadre(person, in: "O1")
      try await city.add(
        .measures,
        ["measure_id": person, "subject_kind": "person", "subject_id": person, "kind": kind, "taken_on": taken])
      try await city.add(
        .scoreItems,
        ["item_id": person, "person_id": person, "half": "2025H1", "points": points, "source": source])
    }
    try await score("p", in: city)
    let judged = try await city.judge("quzhou.a3.deductions", at: "2025-08-15")
    #expect(judged.map(\.subject) == (expected == nil ? [] : ["p"]))
    #expect(judged.map(\.status) == (expected.map { [$0] } ?? []))
    #expect(judged.allSatisfy { $0.period == "2025H1" && $0.unit == "O1" })
  }

  @Test func promotionsAreCountedByTheTierOfTheHalfBefore() async throws {
    let city = try await city()
    for person in ["up", "down", "none"] { try await city.cadre(person, in: "O1") }
    // First tier, then third; third, then first.
    try await score("up", "60", half: "2024H2", in: city)
    try await score("up", "100", in: city)
    try await score("down", "100", half: "2024H2", in: city)
    try await score("down", "60", in: city)
    for (id, person, kind, day) in [
      ("S1", "up", "promotion", "2025-06-30"), ("S2", "up", "promotion", "2025-07-01"),
      ("S3", "down", "promotion", "2025-01-01"), ("S4", "down", "transfer", "2025-07-01"),
      ("S5", "none", "promotion", "2025-03-01"), ("S6", "up", "promotion", "2024-12-31"),
      ("S7", "down", "promotion", "2025-12-31"),
    ] {
      try await city.add(
        .selections, ["selection_id": id, "person_id": person, "unit_id": "O1", "kind": kind, "decided_on": day])
    }
    func counts(_ asOf: String) async throws -> [String?] {
      let judged = try await city.judge("quzhou.a3.promoted", at: asOf)
      #expect(judged.map(\.class) == ["1", "2", "3", "none"])
      #expect(Set(judged.map(\.period)) == [String(asOf.prefix(4))])
      return judged.map(\.observed)
    }
    #expect(try await counts("2025-06-29") == ["1", "0", "0", "1"])
    #expect(try await counts("2025-06-30") == ["1", "0", "1", "1"])
    #expect(try await counts("2025-08-15") == ["2", "0", "1", "1"])
    // On the year's last day H is its second half: last year's second still counts, and the first for that day.
    #expect(try await counts("2025-12-31") == ["2", "0", "2", "1"])
  }
}
