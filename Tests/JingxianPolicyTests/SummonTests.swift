import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct SummonTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("U1", kind: "township", level: "township")
    return city
  }

  private func assessed(
    _ subject: String, _ score: String?, category: String = "A", kind: String = "person", year: String = "2024",
    _ more: [String: String?] = [:], in city: TestCity
  ) async throws {
    try await city.add(
      .assessments,
      [
        "assessment_id": "AS-\(subject)-\(category)-\(year)", "subject_kind": kind, "subject_id": subject, "year": year,
        "category": category, "score": score,
      ].merging(more) { _, new in new })
  }

  private func summoned(
    _ subject: String, on day: String, by issuer: String = "both", kind: String = "person", measure: String = "summon",
    in city: TestCity
  ) async throws {
    try await city.add(
      .measures,
      [
        "measure_id": "M-\(subject)-\(day)-\(issuer)", "subject_kind": kind, "subject_id": subject, "kind": measure,
        "taken_on": day, "issuer": issuer,
      ])
  }

  // 60, 61, 61, 62: ranks 1, 2, 2, 4. Someone below them who is managed elsewhere takes no rank.
  @Test func theLastThreeSharingTies() async throws {
    let city = try await city()
    for (id, score) in [("a", "60"), ("b", "61"), ("c", "61"), ("d", "62"), ("z", "10"), ("n", nil)] {
      try await city.cadre(id, in: "U1", post: ["leading": "true"], person: ["managed_by": id == "z" ? "city" : "county"])
      try await assessed(id, score, in: city)
    }
    // Alone in another category, and best in it.
    try await city.cadre("e", in: "U1", post: ["leading": "true"], person: ["managed_by": "county"])
    try await assessed("e", "99", category: "B", in: city)
    // No leading cadre.
    try await city.cadre("follower", in: "U1", person: ["managed_by": "county"])
    try await assessed("follower", "1", in: city)
    // Not on roll.
    try await city.person("gone", ["managed_by": "county"])
    try await assessed("gone", "5", in: city)
    let judged = try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["a", "b", "c", "e"])
    #expect(judged.allSatisfy { $0.status == .pending && $0.dueOn == "2025-12-31" && $0.unit == "U1" })
    #expect(judged["a"]?.evidence == ["assessments/AS-a-A-2024"])
  }

  @Test func twoAssessmentsGiveOneResult() async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["leading": "true"], person: ["managed_by": "county"])
    try await assessed("a", "60", in: city)
    try await assessed("a", "70", category: "B", in: city)
    let judged = try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-06-30")
    #expect(judged.count == 1)
    #expect(judged["a"]?.evidence == ["assessments/AS-a-A-2024", "assessments/AS-a-B-2024"])
  }

  @Test(arguments: [
    ("2025-12-31", "discipline", "summon", Status.met), ("2025-03-01", "org_dept", "summon", .met),
    ("2025-03-01", "other", "summon", .unmet), ("2024-12-31", "both", "summon", .unmet),
    ("2025-03-01", "both", "admonition", .unmet),
  ])
  func summonedThisYearByWhomItFallsTo(day: String, issuer: String, measure: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["leading": "true"], person: ["managed_by": "county"])
    try await assessed("a", "60", in: city)
    try await summoned("a", on: day, by: issuer, measure: measure, in: city)
    #expect(try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-12-31").status(of: "a") == expected)
  }

  @Test func atRiskInTheLastThirtyDays() async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["leading": "true"], person: ["managed_by": "county"])
    try await assessed("a", "60", in: city)
    #expect(try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-11-30").status(of: "a") == .pending)
    #expect(try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-12-01").status(of: "a") == .atRisk)
  }

  @Test func unitsAndPersonsOfTheSameIdAreToldApart() async throws {
    let city = try await city()
    try await city.unit("X", kind: "organ", level: "county")
    try await city.unit("old", kind: "organ", level: "county", ["dissolved_on": "2025-01-01"])
    try await assessed("X", "50", kind: "unit", in: city)
    try await assessed("old", "40", kind: "unit", in: city)
    try await city.cadre("X", in: "U1", post: ["leading": "true"], person: ["managed_by": "county"])
    try await summoned("X", on: "2025-02-01", kind: "person", in: city)
    let judged = try await city.judge("jingxian.2.3.bottom-units", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["X"])
    #expect(judged.status(of: "X") == .pending)
    #expect(judged["X"]?.unit == "X")
  }

  @Test(arguments: [
    ("summon", "2025-01-01", Status.met), ("summon", "2024-12-31", .unmet), ("admonition", "2025-01-01", .unmet),
    ("summon", "2025-12-31", .met),
  ])
  func aTalkIsAsGood(kind: String, day: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["leading": "true"], person: ["managed_by": "county"])
    try await city.person("other")
    try await assessed("a", "60", in: city)
    try await city.add(
      .talks,
      ["talk_id": "W1", "from_person_id": "other", "to_person_id": "a", "held_on": day, "kind": kind])
    #expect(try await city.judge("jingxian.2.3.bottom-cadres", at: "2025-12-31").status(of: "a") == expected)
  }

  /// A unit's present head stands for it.
  @Test func theHeadIsSummonedInTheUnitsStead() async throws {
    let city = try await city()
    for id in ["s", "t", "u"] {
      try await city.unit(id, kind: "organ", level: "county")
      try await assessed(id, "60", kind: "unit", ["snail_cup": "true"], in: city)
      try await city.cadre("head-\(id)", in: id, post: ["role": "principal"])
      try await city.cadre("former-\(id)", in: id, post: ["role": "principal", "ended_on": "2025-05-01"])
    }
    try await summoned("head-s", on: "2025-06-30", in: city)
    try await city.add(
      .talks,
      ["talk_id": "W1", "from_person_id": "head-s", "to_person_id": "head-t", "held_on": "2025-06-30", "kind": "summon"])
    try await summoned("former-u", on: "2025-04-01", in: city)
    for indicator in ["jingxian.2.3.bottom-units", "jingxian.2.3.snail-cup"] {
      let judged = try await city.judge(indicator, at: "2025-06-30")
      #expect(judged.map(\.subject) == ["s", "t", "u"])
      #expect(judged.map(\.status) == [.met, .met, .pending])
      #expect(judged["t"]?.evidence == ["assessments/AS-t-A-2024", "talks/W1"])
    }
  }

  @Test(arguments: [
    ("reassignment", "2025-12-31", Status.met), ("removal", "2025-01-01", .met), ("demotion", "2025-03-01", .met),
    ("non_leading", "2025-03-01", .met), ("admonition", "2025-03-01", .unmet), ("removal", "2024-12-31", .unmet),
  ])
  func theIncompetentAreMoved(measure: String, day: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["leading": "true"], person: ["managed_by": "county"])
    try await assessed("a", nil, ["grade": "incompetent"], in: city)
    try await assessed("a", "60", category: "B", ["grade": "incompetent"], in: city)
    try await summoned("a", on: day, measure: measure, in: city)
    let judged = try await city.judge("jingxian.2.3.incompetent", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["a"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-12-31")
    #expect(judged[0].unit == "U1")
  }

  @Test func whoseIncompetenceIsJudged() async throws {
    let city = try await city()
    let leading: [String: String?] = ["leading": "true"]
    func incompetent(_ id: String, _ year: String = "2024", _ grade: String = "incompetent") async throws {
      try await assessed(id, nil, year: year, ["grade": grade], in: city)
    }
    for (id, year, grade) in [("now", "2024", "incompetent"), ("earlier", "2023", "incompetent"), ("basic", "2024", "basic")] {
      try await city.cadre(id, in: "U1", post: leading, person: ["managed_by": "county"])
      try await incompetent(id, year, grade)
    }
    try await city.cadre("elsewhere", in: "U1", post: leading, person: ["managed_by": "city"])
    try await city.cadre("follower", in: "U1", person: ["managed_by": "county"])
    // Leading since the new year; to the last day of the old one; to the day before it.
    try await city.cadre(
      "since", in: "U1", post: ["leading": "true", "started_on": "2025-01-01"], person: ["managed_by": "county"])
    try await city.cadre(
      "until", in: "U1", post: ["leading": "true", "ended_on": "2025-01-01"], person: ["managed_by": "county"])
    try await city.cadre(
      "before", in: "U1", post: ["leading": "true", "ended_on": "2024-12-31"], person: ["managed_by": "county"])
    for id in ["elsewhere", "follower", "since", "until", "before"] { try await incompetent(id) }
    let judged = try await city.judge("jingxian.2.3.incompetent", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["now", "until"])
    #expect(judged.map(\.status) == [.pending, .exempt])
    #expect(judged["until"]?.unit == nil)
    try await summoned("until", on: "2025-06-30", measure: "removal", in: city)
    #expect(try await city.judge("jingxian.2.3.incompetent", at: "2025-06-30").status(of: "until") == .met)
    #expect(try await city.judge("jingxian.2.3.incompetent", at: "2025-12-01").status(of: "now") == .atRisk)
  }

  @Test func theSnailCupOfLastYearWithOrWithoutAScore() async throws {
    let city = try await city()
    for id in ["s", "t", "u"] { try await city.unit(id, kind: "organ", level: "county") }
    try await assessed("s", nil, kind: "unit", ["snail_cup": "true"], in: city)
    try await assessed("t", "99", kind: "unit", in: city)
    try await assessed("u", "60", kind: "unit", year: "2023", ["snail_cup": "true"], in: city)
    try await summoned("s", on: "2025-04-01", by: "org_dept", kind: "unit", in: city)
    let judged = try await city.judge("jingxian.2.3.snail-cup", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["s"])
    #expect(judged.status(of: "s") == .met)
  }
}
