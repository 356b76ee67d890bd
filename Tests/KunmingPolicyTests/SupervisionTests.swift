import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// What committees, townships and the city owe, and what is counted of them (3, 5, 7, 8, 13, 16-18, 20-22).
@Suite(.cadre) struct SupervisionTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("kunming")
    try await city.unit("County", kind: "party_committee", level: "county")
    return city
  }

  private let principal: [String: String?] = ["rank": "county_division", "role": "principal", "branch": "party"]

  @Test(arguments: [
    ("kunming.13.analysis", "comprehensive_analysis", ["City", "County"]),
    ("kunming.14.job-fit", "job_fit_assessment", ["City", "County"]),
    ("kunming.16.work-report", "team_work_report", ["City", "County", "Organ", "Town", "Township"]),
    ("kunming.16.appraisal", "team_appraisal", ["City", "County", "Organ", "Town", "Township"]),
  ])
  func onceAYear(indicator: String, activity: String, units: [String]) async throws {
    let city = try await city()
    for (id, kind, level) in [
      ("City", "party_committee", "city"), ("Town", "party_committee", "township"), ("Organ", "organ", "city"),
      ("Township", "township", "township"), ("Institution", "institution", "city"),
    ] {
      try await city.unit(id, kind: kind, level: level)
    }
    for (unit, day) in [("City", "2025-01-01"), ("County", "2024-12-31")] {
      try await city.add(
        .activities, ["activity_id": "\(unit)-\(day)", "kind": activity, "unit_id": unit, "held_on": day])
    }
    let judged = try await city.judge(indicator, at: "2025-11-30")
    #expect(judged.map(\.subject) == units)
    #expect(judged.status(of: "City") == .met)
    #expect(judged.status(of: "County") == .pending)
    #expect(try await city.judge(indicator, at: "2025-12-01").status(of: "County") == .atRisk)
    #expect(try await city.judge(indicator, at: "2025-12-31").status(of: "County") == .unmet)
  }

  @Test(arguments: [("kunming.3.study", "center_group_study"), ("kunming.22.condolence", "condolence_visit")])
  func countedForEachUnit(indicator: String, activity: String) async throws {
    let city = try await city()
    try await city.unit("Organ")
    for (id, unit, day) in [
      ("1", "Organ", "2025-01-01"), ("2", "Organ", "2025-06-30"), ("3", "Organ", "2024-12-31"), ("4", "Organ", "2025-07-01"),
    ] {
      try await city.add(.activities, ["activity_id": id, "kind": activity, "unit_id": unit, "held_on": day])
    }
    let judged = try await city.judge(indicator, at: "2025-06-30")
    #expect(judged.map(\.subject) == ["County", "Organ"])
    #expect(judged.map(\.observed) == ["0", "2"])
    #expect(judged.allSatisfy { $0.status == .info && $0.unit == $0.subject })
  }

  @Test(arguments: [("kunming.8.mutual", "mutual_appraisal"), ("kunming.17.duty-report", "duty_report")])
  func whatCountyPrincipalsOweOnceAYear(indicator: String, activity: String) async throws {
    let city = try await city()
    try await city.unit("City", kind: "party_committee", level: "city")
    for id in ["a", "b"] { try await city.cadre(id, in: "County", post: principal) }
    try await city.cadre("new", in: "County", post: principal, person: ["entered_on": "2025-01-02"])
    try await city.cadre("deputy", in: "County", post: ["role": "deputy"])
    try await city.cadre("above", in: "City", post: principal)
    try await city.add(.activities, ["activity_id": "1", "kind": activity, "person_id": "a", "held_on": "2025-01-01"])
    let judged = try await city.judge(indicator, at: "2025-06-30")
    #expect(judged.map(\.subject) == ["a", "b", "new"])
    #expect(judged.map(\.status) == [.met, .pending, .exempt])
    #expect(try await city.judge(indicator, at: "2025-12-31").map(\.status) == [.met, .unmet, .exempt])
  }

  // The policy takes effect on 2 February 2019: 180 days later is 1 August.
  @Test func theRulesOfAssessmentAreIssued() async throws {
    let city = try await city()
    #expect(try await city.judge("kunming.7.document", at: "2019-07-01").status(of: "kunming") == .pending)
    #expect(try await city.judge("kunming.7.document", at: "2019-07-02").status(of: "kunming") == .atRisk)
    let overdue = try await city.judge("kunming.7.document", at: "2019-08-01")["kunming"]
    #expect(overdue?.status == .unmet)
    #expect(overdue?.dueOn == "2019-08-01")
    for (id, clause, day) in [
      ("1", "kunming.8", "2019-03-01"), ("2", "kunming.7", "2019-08-01"), ("3", "kunming.7", "2020-01-01"),
    ] {
      try await city.add(.documents, ["document_id": id, "clause": clause, "issued_on": day])
    }
    let met = try await city.judge("kunming.7.document", at: "2025-06-30")["kunming"]
    #expect(met?.status == .met)
    #expect(met?.period == "2025")
    #expect(met?.evidence == ["documents/2", "documents/3"])
  }

  @Test func exchangesByTheFirstDirectionThatFits() async throws {
    let city = try await city()
    for (id, kind, level, region) in [
      ("cityA", "organ", "city", "530100"), ("cityB", "organ", "city", "530100"), ("countyA", "organ", "county", "530102"),
      ("countyB", "institution", "county", "530103"), ("town", "township", "township", "530102"),
      ("firm", "enterprise", "city", "530100"),
    ] {
      try await city.unit(id, kind: kind, level: level, ["region_code": region])
    }
    let moves = [
      ("cityA", "town", "transfer"), ("town", "firm", "exchange"), ("cityA", "countyA", "exchange"),
      ("town", "cityA", "exchange"),
      ("countyB", "countyA", "transfer"), ("cityA", "cityB", "exchange"), ("cityA", "cityA", "exchange"),
      ("cityA", "countyA", "promotion"), ("countyA", "town", "transfer"),
    ]
    for (index, (from, to, entry)) in moves.enumerated() {
      try await city.person("p\(index)")
      try await city.post("p\(index)", in: from, id: "F\(index)", ["entry": "initial", "ended_on": "2025-03-01"])
      // A secondment between is not where they come from.
      try await city.post(
        "p\(index)", in: "firm", id: "S\(index)", ["entry": "secondment", "started_on": "2024-01-01", "ended_on": "2025-01-01"])
      try await city.post("p\(index)", in: to, id: "T\(index)", ["entry": entry, "started_on": "2025-03-01"])
    }
    try await city.cadre("first", in: "town", post: ["started_on": "2025-03-01"])
    let judged = try await city.judge("kunming.5.exchanges", at: "2025-06-30")
    let counted = Dictionary(uniqueKeysWithValues: judged.map { ($0.class ?? "", $0.evidence) })
    #expect(
      counted == [
        "to_township": ["posts/T0", "posts/T8"], "to_enterprise": ["posts/T1"], "city_to_county": ["posts/T2"],
        "county_to_city": ["posts/T3"], "county_to_county": ["posts/T4"], "between_departments": ["posts/T5"],
      ])
    #expect(try await city.judge("kunming.5.exchanges", at: "2026-01-01").allSatisfy { $0.observed == "0" })
  }

  @Test func endedPostsOnlyInTheYearTheyEnded() async throws {
    let city = try await city()
    let rows: [(String, String, String?)] = [
      ("early", "2023-01-01", "2025-03-01"), ("long", "2019-01-01", "2025-03-01"), ("before", "2019-01-01", "2024-12-31"),
      ("held", "2021-01-01", nil),
    ]
    for (id, from, to) in rows {
      try await city.person(id)
      try await city.post(
        id, in: "County", id: id, principal.merging(["started_on": from, "ended_on": to, "post_key": id]) { _, new in new })
    }
    // Held on by a record that begins the day after.
    try await city.person("on")
    for (id, from, to) in [("on1", "2020-01-01", "2025-03-01"), ("on2", "2025-03-02", nil as String?)] {
      try await city.post(
        "on", in: "County", id: id, principal.merging(["started_on": from, "ended_on": to, "post_key": "on"]) { _, new in new })
    }
    for (id, person, day) in [("1", "early", "2025-03-01"), ("2", "long", "2024-01-02")] {
      try await city.add(
        .inspections,
        ["inspection_id": id, "kind": "economic_audit", "unit_id": "County", "person_id": person, "started_on": day])
    }
    let judged = try await city.judge("kunming.17.audit", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["early", "held", "long", "on2"])
    // The end of the post where it comes before five years; five years where these come first.
    #expect(judged.map(\.dueOn) == ["2025-03-01", "2026-01-01", "2024-01-01", "2025-01-01"])
    #expect(judged.map(\.status) == [.met, .pending, .unmet, .unmet])
    #expect(try await city.judge("kunming.17.audit", at: "2026-01-01").map(\.subject) == ["held", "on2"])
    // Another inspection with a check of selections alongside counts as one.
    try await city.add(
      .inspections,
      ["inspection_id": "3", "kind": "routine", "unit_id": "County", "with_selection_check": "true", "started_on": "2025-02-28"])
    let checks = try await city.judge("kunming.17.selection-check", at: "2025-06-30")
    #expect(checks.map(\.status) == [.met, .met, .unmet, .unmet])
  }

  @Test func tenYearsInOffice() async throws {
    let city = try await city()
    try await city.cadre(
      "leap", in: "County", post: principal.merging(["post_id": "L", "started_on": "2016-02-29"]) { _, new in new })
    try await city.person("long")
    for (id, from, to) in [("1", "2010-01-01", "2015-01-01"), ("2", "2015-01-02", nil as String?)] {
      try await city.post(
        "long", in: "County", id: id, principal.merging(["post_key": "K", "started_on": from, "ended_on": to]) { _, new in new })
    }
    let judged = try await city.judge("kunming.17.tenure", at: "2026-02-27")
    #expect(judged.map(\.subject) == ["2", "L"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(judged.map(\.observed) == ["16", "9"])
    #expect(judged.allSatisfy { $0.required == "10" && $0.dueOn == nil })
    #expect(try await city.judge("kunming.17.tenure", at: "2026-02-28")["L"]?.status == .unmet)
    #expect(try await city.judge("kunming.17.tenure", at: "2019-12-31")["2"]?.status == .met)
  }

  @Test func petitionsAndTolerance() async throws {
    let city = try await city()
    let rows: [(String, String, String, String?, String?)] = [
      ("1", "mailbox", "2025-01-01", "2025-01-10", "2025-04-10"), ("2", "visit", "2025-02-01", "2025-02-10", nil),
      ("3", "mailbox", "2024-12-01", "2025-04-15", nil), ("4", "web", "2025-07-01", nil, nil),
    ]
    for (id, channel, received, closed, handled) in rows {
      try await city.add(
        .petitions,
        [
          "petition_id": id, "channel": channel, "received_on": received, "closed_on": closed, "false_accusation": "true",
          "accuser_handled_on": handled,
        ])
    }
    let accusers = try await city.judge("kunming.20.accuser", at: "2025-06-30")
    #expect(accusers.map(\.subject) == ["1", "2", "3"])
    #expect(accusers.map(\.status) == [.met, .unmet, .atRisk])
    #expect(accusers["3"]?.dueOn == "2025-07-14")
    let channels = try await city.judge("kunming.18.channels", at: "2025-06-30")
    #expect(Set(channels.compactMap(\.class)) == Set(Table.petitions.codes(of: "channel")))
    #expect(channels.first { $0.class == "mailbox" }?.evidence == ["petitions/1"])
    #expect(channels.first { $0.class == "web" }?.observed == "0")

    let cases: [(String, String?, String?)] = [
      ("a", "2025-01-01", "2025-03-02"), ("b", "2025-01-01", "2025-03-03"), ("c", "2025-06-30", nil), ("d", "2024-11-02", nil),
      ("e", "2024-11-01", nil), ("f", "2025-07-01", nil), ("g", "2025-05-05", nil),
    ]
    for (id, applied, decided) in cases {
      try await city.add(
        .toleranceCases, ["case_id": id, "unit_id": "County", "applied_on": applied, "decided_on": decided])
    }
    let decided = try await city.judge("kunming.20.decided", at: "2025-06-30")
    #expect(decided.map(\.subject) == ["a", "b", "c", "d", "g"])
    #expect(decided.map(\.status) == [.met, .unmet, .pending, .unmet, .atRisk])
    #expect(decided.allSatisfy { $0.unit == "County" })
  }

  @Test func burdensOfThisYearAndTheLast() async throws {
    let city = try await city()
    for id in ["townA", "townB"] { try await city.unit(id, kind: "township", level: "township") }
    for (id, unit, day) in [
      ("1", "townA", "2024-01-01"), ("2", "townA", "2024-02-28"), ("3", "townA", "2024-02-29"), ("4", "townA", "2025-01-01"),
      ("5", "County", "2025-01-01"), ("6", "townA", "2025-03-01"),
    ] {
      try await city.add(.inspections, ["inspection_id": id, "kind": "routine", "unit_id": unit, "started_on": day])
    }
    let checks = try await city.judge("kunming.21.checks", at: "2025-02-28")
    #expect(checks.map(\.subject) == ["townA", "townA", "townB", "townB"])
    #expect(checks.map(\.class) == ["last_year", "this_year", "last_year", "this_year"])
    #expect(checks.map(\.observed) == ["2", "1", "0", "0"])
    // A leap day looks back to 28 February.
    #expect(try await city.judge("kunming.21.checks", at: "2024-02-29").map(\.observed) == ["0", "3", "0", "0"])
    for (unit, year, meetings, documents, inspections) in [
      ("townA", "2024", "10", "20", "5"), ("townA", "2025", "7", "25", "5"), ("townB", "2025", "1", "1", "1"),
    ] {
      try await city.add(
        .burdens,
        ["unit_id": unit, "year": year, "meetings": meetings, "documents": documents, "inspections": inspections])
    }
    let burdens = try await city.judge("kunming.21.burden", at: "2025-06-30")
    #expect(burdens.map(\.subject) == ["townA", "townA", "townA"])
    #expect(burdens.map(\.class) == ["documents", "inspections", "meetings"])
    #expect(burdens.map(\.observed) == ["5", "0", "-3"])
    #expect(try await city.judge("kunming.21.burden", at: "2024-06-30").isEmpty)
  }

  @Test func committeesOfCityAndCountiesAttestSevenEightAndTwelve() async throws {
    let city = try await city()
    for (id, kind, level) in [
      ("City", "party_committee", "city"), ("Town", "party_committee", "township"), ("Organ", "organ", "city"),
    ] {
      try await city.unit(id, kind: kind, level: level)
    }
    for clause in ["7", "8", "12"] {
      #expect(try await city.judge("kunming.\(clause).attested", at: "2025-06-30").map(\.subject) == ["City", "County"])
    }
    #expect(
      try await city.judge("kunming.9.attested", at: "2025-06-30").map(\.subject) == ["City", "County", "Organ", "Town"])
  }

  @Test func anyPrincipalInChargeOfABarredArea() async throws {
    let city = try await city()
    try await city.cadre("head", in: "County", post: principal)
    // Not the head, but a principal, too.
    try await city.cadre("mayor", in: "County", post: principal.merging(["branch": "admin"]) { _, new in new })
    try await city.cadre("deputy", in: "County", post: ["role": "deputy"])
    for person in ["deputy", "mayor"] {
      let judged = try await city.judge("kunming.17.no-direct-charge", at: "2025-06-30")
      #expect(judged.map(\.status) == [.met])
      try await city.add(
        .charges,
        ["charge_id": person, "person_id": person, "unit_id": "County", "area": "finance", "started_on": "2024-01-01"])
    }
    #expect(try await city.judge("kunming.17.no-direct-charge", at: "2025-06-30").status(of: "County") == .unmet)
  }
}
