import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct CareAndPracticeTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("kunming")
    try await city.unit("U1")
    return city
  }

  private func seconded(
    _ person: String, _ id: String, to destination: String?, from unit: String = "U1", on day: String, in city: TestCity
  ) async throws {
    try await city.post(
      person, in: unit, id: id,
      ["entry": "secondment", "secondment_to": destination, "started_on": day, "ended_on": day])
  }

  @Test func oneYoungPersonSecondedTwiceIsOne() async throws {
    let city = try await city()
    // 35 on 30 June 2025.
    try await city.cadre("young", in: "U1", person: ["birth_date": "1989-07-01"])
    try await seconded("young", "Z1", to: "grassroots", on: "2025-02-01", in: city)
    try await seconded("young", "Z2", to: "enterprise", on: "2025-05-01", in: city)
    try await city.cadre("older", in: "U1", person: ["birth_date": "1989-06-30"])
    try await seconded("older", "Z3", to: "grassroots", on: "2025-03-01", in: city)
    let persons = try await city.judge("kunming.6.secondments-down", at: "2025-06-30")["kunming"]
    #expect(persons?.observed == "1")
    #expect(persons?.status == .met)
    // A day later nobody seconded is young.
    let later = try await city.judge("kunming.6.secondments-down", at: "2025-07-01")["kunming"]
    #expect(later?.observed == "0")
    #expect(later?.status == .pending)
  }

  @Test func downFromCityOrgansUpFromTownshipsAndEnterprises() async throws {
    let city = try await city()
    let units = [("county", "organ", "county"), ("town", "township", "township"), ("firm", "enterprise", "city")]
    for (id, kind, level) in units { try await city.unit(id, kind: kind, level: level) }
    for (index, (unit, destination)) in [
      ("U1", nil), ("U1", "key_work"), ("U1", "city_organ"), ("county", "grassroots"), ("town", "grassroots"),
      ("town", "city_organ"), ("firm", "city_organ"), ("county", "city_organ"),
    ].enumerated() {
      try await city.cadre("p\(index)", in: unit, person: ["birth_date": index == 6 ? "1960-01-01" : "1995-01-01"])
      try await seconded("p\(index)", "Z\(index)", to: destination, from: unit, on: "2025-03-01", in: city)
    }
    let down = try await city.judge("kunming.6.secondments-down", at: "2025-12-31")["kunming"]
    #expect(down?.status == .unmet)
    #expect(down?.observed == "0")
    // Of any age.
    let up = try await city.judge("kunming.6.secondments-up", at: "2025-12-31")["kunming"]
    #expect(up?.observed == "2")
    #expect(up?.evidence == ["posts/Z5", "posts/Z6"])
    // To the centre, the province, developed areas: each secondment.
    #expect(try await city.judge("kunming.5.secondments", at: "2025-12-01")["kunming"]?.status == .atRisk)
    for (id, destination) in [("A", "central"), ("B", "provincial"), ("C", "developed")] {
      try await seconded("p0", id, to: destination, on: "2025-04-01", in: city)
    }
    #expect(try await city.judge("kunming.5.secondments", at: "2025-12-31")["kunming"]?.observed == "3")
    #expect(try await city.judge("kunming.5.secondments", at: "2026-12-31")["kunming"]?.status == .unmet)
  }

  @Test func feedbackOfLastYearsAssessments() async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", post: ["leading": "true"])
    try await city.cadre("staff", in: "U1")
    try await city.person("gone")
    try await city.unit("closed", ["dissolved_on": "2025-01-01"])
    let rows: [(String, String, String, String, String?)] = [
      ("person", "person", "a", "2024", "2025-12-31"), ("offRoll", "person", "gone", "2024", nil),
      ("unit", "unit", "U1", "2024", "2024-12-30"), ("closedUnit", "unit", "closed", "2024", nil),
      ("staff", "person", "staff", "2024", nil), ("thisYear", "person", "a", "2025", nil), ("long", "person", "a", "2023", nil),
    ]
    for (id, kind, subject, year, day) in rows {
      try await city.add(
        .assessments,
        ["assessment_id": id, "subject_kind": kind, "subject_id": subject, "year": year, "feedback_on": day])
    }
    let judged = try await city.judge("kunming.10.feedback", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["person", "unit"])
    #expect(judged.map(\.status) == [.met, .met])
    #expect(judged.map(\.unit) == ["U1", "U1"])
    #expect(judged.allSatisfy { $0.dueOn == "2025-12-31" })
    let dayBefore = try await city.judge("kunming.10.feedback", at: "2025-12-30")
    #expect(dayBefore.map(\.status) == [.atRisk, .met])
  }

  @Test func theIntegrityTalkComesBeforeTakingOffice() async throws {
    let city = try await city()
    try await city.person("a")
    let rows: [(String, String?, String?)] = [
      ("same", "2025-03-01", "2025-03-01"), ("late", "2025-03-01", "2025-03-02"), ("none", "2025-03-01", nil),
      ("notYet", nil, "2025-03-01"), ("ahead", "2025-07-01", "2025-06-01"), ("lastYear", "2024-12-31", nil),
    ]
    for (id, office, talk) in rows {
      try await city.add(
        .selections,
        [
          "selection_id": id, "person_id": "a", "unit_id": "U1", "kind": "promotion", "rank": "staff",
          "decided_on": "2024-11-01", "took_office_on": office, "integrity_talk_on": talk,
        ])
    }
    let judged = try await city.judge("kunming.16.integrity-talk", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["late", "none", "same"])
    #expect(judged.map(\.status) == [.unmet, .unmet, .met])
    #expect(judged.allSatisfy { $0.unit == "U1" })
  }

  @Test func theFalselyAccusedAreClearedWithinThirtyDays() async throws {
    let city = try await city()
    let rows: [(String, String?, String?, String)] = [
      ("inTime", "2025-03-01", "2025-03-31", "true"), ("late", "2025-03-01", "2025-04-01", "true"),
      ("open", "2025-06-15", nil, "true"), ("trueOne", "2025-03-01", nil, "false"), ("notClosed", nil, nil, "true"),
      ("carried", "2024-12-02", nil, "true"), ("over", "2024-12-01", nil, "true"),
      ("doneBefore", "2024-12-10", "2024-12-31", "true"),
    ]
    for (id, closed, cleared, isFalse) in rows {
      try await city.add(
        .petitions,
        [
          "petition_id": id, "received_on": "2024-11-01", "closed_on": closed, "clarified_on": cleared,
          "false_accusation": isFalse,
        ])
    }
    let judged = try await city.judge("kunming.20.clarification", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["carried", "inTime", "late", "open"])
    #expect(judged.map(\.status) == [.unmet, .met, .unmet, .pending])
    #expect(judged.map(\.dueOn) == ["2025-01-01", "2025-03-31", "2025-03-31", "2025-07-15"])
    #expect(judged.allSatisfy { $0.unit == nil })
    #expect(try await city.judge("jingxian.2.2.clarification", at: "2025-06-30").map(\.status) == judged.map(\.status))
  }

  @Test func toleranceGrantedThisYear() async throws {
    let city = try await city()
    let rows: [(String, String?, String?)] = [
      ("a", "2025-01-01", "true"), ("b", "2025-06-30", "true"), ("c", "2025-03-01", "false"), ("d", "2025-03-01", nil),
      ("e", "2024-12-31", "true"), ("f", "2025-07-01", "true"), ("g", nil, nil),
    ]
    for (id, day, granted) in rows {
      try await city.add(
        .toleranceCases,
        ["case_id": id, "unit_id": "U1", "applied_on": "2024-06-01", "decided_on": day, "granted": granted])
    }
    let judged = try await city.judge("kunming.20.tolerance-cases", at: "2025-06-30")["kunming"]
    #expect(judged?.status == .info)
    #expect(judged?.observed == "2")
    #expect(judged?.evidence == ["tolerance_cases/a", "tolerance_cases/b"])
  }

  @Test func leadingCadresAreGivenATalkByWhomever() async throws {
    let city = try await city()
    try await city.cadre("leader", in: "U1", post: ["leading": "true"])
    try await city.cadre("newLeader", in: "U1", post: ["leading": "true"], person: ["hired_on": "2025-01-02"])
    try await city.cadre("staff", in: "U1")
    try await city.cadre("province", in: "U1", post: ["leading": "true"], person: ["managed_by": "province"])
    try await city.add(
      .talks,
      [
        "talk_id": "W1", "from_person_id": "leader", "to_person_id": "staff", "held_on": "2025-02-01",
        "kind": "heart_to_heart",
      ])
    #expect(try await city.judge("kunming.22.talk", at: "2025-06-30").map(\.status) == [.pending, .exempt])
    try await city.add(
      .talks,
      [
        "talk_id": "W2", "from_person_id": "staff", "to_person_id": "leader", "held_on": "2025-02-01",
        "kind": "heart_to_heart",
      ])
    #expect(try await city.judge("kunming.22.talk", at: "2025-06-30").map(\.status) == [.met, .exempt])
  }
}
