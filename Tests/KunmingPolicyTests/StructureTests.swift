import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// Who leads, how teams are made up, and what is kept of persons (6, 9, 11-15).
@Suite(.cadre) struct StructureTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("kunming")
    try await city.unit("O")
    return city
  }

  private func leader(
    _ id: String, born: String = "1970-06-15", sex: String = "1", in unit: String = "O", role: String = "deputy",
    _ more: [String: String?] = [:], city: TestCity
  ) async throws {
    try await city.cadre(
      id, in: unit, post: ["role": role, "leading": "true", "rank": "county_division"],
      person: ["birth_date": born, "sex": sex].merging(more) { _, new in new })
  }

  @Test func sharesOfTheLeadingCadres() async throws {
    let city = try await city()
    for name in ["women", "non-party", "young", "minority"] {
      #expect(try await city.judge("kunming.14.\(name)", at: "2025-06-30").status(of: "kunming") == .noData)
    }
    // 40 on 30 June 2025, 41 a day later.
    try await leader("a", born: "1984-07-01", sex: "2", ["ethnicity": "02", "political_status": "13"], city: city)
    try await leader("b", ["ethnicity": "01", "political_status": "02"], city: city)
    try await leader("c", city: city)
    try await city.cadre("staff", in: "O", person: ["sex": "2", "political_status": "13", "birth_date": "1995-01-01"])
    let expected = [("women", "0.3333"), ("non-party", "0.3333"), ("young", "0.3333"), ("minority", "0.5000")]
    for (name, share) in expected {
      let judged = try await city.judge("kunming.14.\(name)", at: "2025-06-30")["kunming"]
      #expect(judged?.status == .info)
      #expect(judged?.observed == share, "\(name)")
      #expect(judged?.required == nil)
    }
    #expect(try await city.judge("kunming.14.young", at: "2025-07-01")["kunming"]?.observed == "0.0000")
  }

  @Test func teamsOfThreeAndMore() async throws {
    let city = try await city()
    let classes = ["non_party", "three_ages", "women", "young"]
    try await leader("head", born: "1985-01-01", role: "principal", city: city)
    try await leader("second", born: "1980-01-01", sex: "2", city: city)
    // A second post in the team makes no third person.
    try await city.post("second", in: "O", id: "again", ["role": "deputy"])
    let small = try await city.judge("kunming.14.mixed-teams", at: "2025-06-30")
    #expect(small.map(\.class) == classes)
    #expect(small.allSatisfy { $0.status == .noData && $0.observed == nil })
    try await leader("third", born: "1973-01-01", city: city)
    try await city.unit("institution", kind: "institution")
    for id in ["i1", "i2", "i3"] { try await leader(id, sex: "2", in: "institution", city: city) }
    try await city.unit("town", kind: "township")
    for id in ["t1", "t2", "t3"] { try await leader(id, in: "town", ["political_status": "13"], city: city) }
    let judged = try await city.judge("kunming.14.mixed-teams", at: "2025-06-30")
    #expect(judged.map(\.class) == classes)
    #expect(judged.map(\.observed) == ["0.5000", "0.5000", "0.5000", "0.5000"])
    #expect(judged.map(\.evidence) == [["units/town"], ["units/O"], ["units/O"], ["units/O"]])
  }

  @Test func filesOfWhomTheyAreKept() async throws {
    let city = try await city()
    // 35 on 30 June 2025.
    try await city.cadre("reserve", in: "O", person: ["birth_date": "1989-07-01", "lists": "{reserve}"])
    try await city.cadre("pool", in: "O", person: ["birth_date": "1995-07-01", "lists": "{talent_pool}"])
    try await city.cadre(
      "new", in: "O", person: ["birth_date": "1995-07-01", "lists": "{talent_pool}", "entered_on": "2025-01-02"])
    try await city.cadre("older", in: "O", person: ["birth_date": "1989-06-30", "lists": "{reserve}"])
    try await city.cadre("other", in: "O", person: ["birth_date": "1995-07-01", "lists": "{young_talent}"])
    try await leader("leader", city: city)
    for (id, person, document, day) in [
      ("1", "reserve", "growth_file", "2025-01-01"), ("2", "pool", "assessment_file", "2025-01-01"),
      ("3", "pool", "growth_file", "2024-12-31"), ("4", "leader", "growth_file", "2025-01-01"),
    ] {
      try await city.add(
        .archives,
        ["archive_id": id, "subject_kind": "person", "subject_id": person, "document": document, "updated_on": day])
    }
    let growth = try await city.judge("kunming.6.growth-file", at: "2025-06-30")
    #expect(growth.map(\.subject) == ["new", "pool", "reserve"])
    #expect(growth.map(\.status) == [.exempt, .pending, .met])
    #expect(try await city.judge("kunming.6.growth-file", at: "2025-12-31").map(\.status) == [.exempt, .unmet])
    #expect(try await city.judge("kunming.9.assessment-file", at: "2025-12-01").map(\.status) == [.atRisk])
    try await city.add(
      .archives,
      [
        "archive_id": "5", "subject_kind": "person", "subject_id": "leader", "document": "assessment_file",
        "updated_on": "2025-12-31",
      ])
    #expect(try await city.judge("kunming.9.assessment-file", at: "2025-12-31").map(\.status) == [.met])
    #expect(try await city.judge("kunming.12.pool", at: "2025-06-30")["kunming"]?.observed == "2")
  }

  @Test func selectedGraduatesInTownshipTeams() async throws {
    let city = try await city()
    try await city.unit("town", kind: "township")
    let rows = [
      ("a", "town", "principal", "{selected_graduate}"), ("b", "town", "deputy", "{selected_graduate,reserve}"),
      ("c", "town", "staff", "{selected_graduate}"), ("d", "O", "deputy", "{selected_graduate}"),
      ("e", "town", "deputy", "{reserve}"),
    ]
    for (id, unit, role, lists) in rows {
      try await city.cadre(id, in: unit, post: ["role": role], person: ["lists": lists])
    }
    let judged = try await city.judge("kunming.6.graduates", at: "2025-06-30")["kunming"]
    #expect(judged?.observed == "2")
    #expect(judged?.evidence == ["persons/a", "persons/b"])
  }

  @Test func promotedWhileUnqualified() async throws {
    let city = try await city()
    for id in ["kept", "post", "chosen", "important", "cleared", "sameDay", "lastYear", "moved", "gone"] {
      try await city.person(id)
      if id != "gone" { try await city.post(id, in: "O") }
      try await city.add(
        .politicalVettings, ["vetting_id": "V-\(id)", "person_id": id, "held_on": "2025-03-01", "result": "unqualified"])
    }
    try await city.post("post", in: "O", id: "P", ["entry": "promotion", "started_on": "2025-03-02"])
    try await city.post("sameDay", in: "O", id: "S", ["entry": "promotion", "started_on": "2025-03-01"])
    try await city.post("lastYear", in: "O", id: "L", ["entry": "promotion", "started_on": "2024-12-31"])
    for (id, kind, isImportant, day) in [
      ("chosen", "promotion", "false", "2025-03-02"), ("important", "transfer", "true", "2025-06-30"),
      ("moved", "transfer", "false", "2025-04-01"), ("cleared", "promotion", "false", "2025-06-01"),
    ] {
      try await city.add(
        .selections,
        [
          "selection_id": "S-\(id)", "person_id": id, "unit_id": "O", "kind": kind, "important": isImportant,
          "rank": "staff", "decided_on": day,
        ])
    }
    // Qualified since, but chosen before: named, though the latest vetting is well.
    try await city.add(
      .politicalVettings, ["vetting_id": "V2", "person_id": "cleared", "held_on": "2025-06-01", "result": "qualified"])
    let judged = try await city.judge("kunming.11.veto", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["chosen", "cleared", "important", "kept", "lastYear", "moved", "post", "sameDay"])
    #expect(judged.map(\.status) == [.unmet, .unmet, .unmet, .met, .met, .met, .unmet, .met])
    #expect(judged["chosen"]?.evidence == ["political_vettings/V-chosen", "selections/S-chosen"])
    // A year later the choices are no more of this year.
    #expect(try await city.judge("kunming.11.veto", at: "2026-01-01")["cleared"] == nil)
    #expect(try await city.judge("kunming.11.veto", at: "2026-01-01").allSatisfy { $0.status == .met })
  }

  @Test func aTenthOfTheSeniorLeadersIsVerified() async throws {
    let city = try await city()
    #expect(try await city.judge("kunming.15.verified", at: "2025-06-30").status(of: "kunming") == .noData)
    for index in 0..<11 { try await leader("p\(index)", city: city) }
    try await city.cadre("section", in: "O", post: ["rank": "township_section", "leading": "true"])
    func verified(_ id: String, _ person: String, _ kind: String, on day: String) async throws {
      try await city.add(
        .verifications,
        ["verification_id": id, "person_id": person, "kind": kind, "result": "consistent", "verified_on": day])
    }
    try await verified("1", "p0", "random", on: "2025-01-01")
    try await verified("2", "p0", "random", on: "2025-02-01")
    try await verified("3", "p1", "key", on: "2025-02-01")
    try await verified("4", "section", "random", on: "2025-02-01")
    try await verified("5", "p2", "random", on: "2024-12-31")
    // One of eleven is less than a tenth.
    let short = try await city.judge("kunming.15.verified", at: "2025-12-31")["kunming"]
    #expect(short?.status == .unmet)
    #expect(short?.evidence == ["verifications/1"])
    try await verified("6", "p3", "random", on: "2025-12-31")
    #expect(try await city.judge("kunming.15.verified", at: "2025-12-30").status(of: "kunming") == .atRisk)
    #expect(try await city.judge("kunming.15.verified", at: "2025-12-31").status(of: "kunming") == .met)
  }

  @Test func omissionsAreDealtWithInNinetyDays() async throws {
    let city = try await city()
    try await city.cadre("a", in: "O")
    let rows: [(String, String, String, String?)] = [
      ("1", "omitted", "2025-01-01", "2025-04-01"), ("2", "concealed", "2025-01-01", "2025-04-02"),
      ("3", "consistent", "2025-01-01", nil), ("4", "omitted", "2025-06-01", nil), ("5", "omitted", "2025-04-05", nil),
      ("6", "omitted", "2024-10-03", nil), ("7", "omitted", "2024-10-02", nil),
    ]
    for (id, result, day, handled) in rows {
      try await city.add(
        .verifications,
        ["verification_id": id, "person_id": "a", "kind": "key", "result": result, "verified_on": day, "handled_on": handled])
    }
    let judged = try await city.judge("kunming.15.handled", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["1", "2", "4", "5", "6"])
    #expect(judged.map(\.status) == [.met, .unmet, .pending, .atRisk, .unmet])
    #expect(judged["6"]?.dueOn == "2025-01-01")
    #expect(judged.allSatisfy { $0.unit == "O" })
  }

  @Test func mattersAreReportedOnceAYearOrSoon() async throws {
    let city = try await city()
    try await leader("leader", city: city)
    try await city.cadre("staff", in: "O")
    let rows: [(String, String, String, String, String?)] = [
      ("house", "leader", "housing", "2025-02-01", nil), ("lastYears", "leader", "investment", "2024-02-01", "2025-01-31"),
      ("lateLast", "leader", "housing", "2024-02-01", "2025-02-01"), ("married", "leader", "marriage", "2025-05-31", nil),
      ("ofStaff", "staff", "marriage", "2025-05-31", nil), ("ill", "leader", "illness", "2025-05-31", nil),
      ("before", "leader", "marriage", "2014-12-31", nil),
    ]
    for (id, person, kind, day, reported) in rows {
      try await city.add(
        .declarations,
        ["declaration_id": id, "person_id": person, "kind": kind, "occurred_on": day, "reported_on": reported])
    }
    let judged = try await city.judge("kunming.15.matters", at: "2025-06-29")
    #expect(judged.map(\.subject) == ["house", "lastYears", "lateLast", "married"])
    #expect(judged.map(\.status) == [.pending, .met, .unmet, .atRisk])
    #expect(judged.map(\.dueOn) == ["2026-01-31", "2025-01-31", "2025-01-31", "2025-06-30"])
    // Thirty days of warning for the yearly kinds.
    #expect(try await city.judge("kunming.15.matters", at: "2025-12-31").status(of: "house") == .pending)
    #expect(try await city.judge("kunming.15.matters", at: "2026-01-01").status(of: "house") == .atRisk)
  }

  @Test func partTimePostsUntilTheyArePutRight() async throws {
    let city = try await city()
    try await city.cadre("a", in: "O")
    let rows: [(String, String, String, String?)] = [
      ("1", "part_time", "2020-01-01", nil), ("2", "paid_role", "2025-01-01", "2025-06-30"),
      ("3", "paid_role", "2024-01-01", "2024-12-31"), ("4", "business", "2025-01-01", nil),
      ("5", "part_time", "2025-07-01", nil),
    ]
    for (id, kind, day, resolved) in rows {
      try await city.add(
        .declarations,
        ["declaration_id": id, "person_id": "a", "kind": kind, "occurred_on": day, "resolved_on": resolved])
    }
    let judged = try await city.judge("kunming.15.part-time", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["1", "2"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(try await city.judge("kunming.15.part-time", at: "2025-06-29").map(\.status) == [.unmet, .unmet])
  }
}
