import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A15ConductTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    return city
  }

  @Test func unitsCheckThemselves() async throws {
    let city = try await city()
    try await city.unit("T", kind: "township")
    try await city.unit("I", kind: "institution")
    try await city.add(
      .activities, ["activity_id": "A", "kind": "eight_rules_self_check", "unit_id": "T", "held_on": "2025-01-01"])
    let judged = try await city.judge("shaoxing.15.self-check", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["T", "U1"])
    #expect(judged.map(\.status) == [.met, .unmet])
  }

  @Test func lapsesThatMembersOfSectionRankAndAboveReported() async throws {
    let city = try await city()
    try await city.cadre("section", in: "U1", post: ["rank": "township_section"])
    try await city.cadre("staff", in: "U1", post: ["rank": "sub_section"])
    try await city.cadre("league", in: "U1", post: ["rank": "bureau"], person: ["political_status": "03"])
    for (id, person, kind, reported) in [
      ("A", "section", "eight_rules", "2025-01-01"), ("B", "section", "eight_rules", "2024-12-31"),
      ("C", "section", "eight_rules", nil), ("D", "section", "usury", "2025-02-01"),
      ("E", "staff", "eight_rules", "2025-02-01"), ("F", "league", "eight_rules", "2025-02-01"),
      ("G", "section", "eight_rules", "2025-07-01"),
    ] as [(String, String, String, String?)] {
      try await city.add(
        .declarations,
        ["declaration_id": id, "person_id": person, "kind": kind, "occurred_on": "2024-06-01", "reported_on": reported])
    }
    let judged = try await city.judge("shaoxing.15.reported", at: "2025-06-30")
    #expect(judged.map(\.observed) == ["1"])
    #expect(judged.first?.evidence == ["declarations/A"])
    #expect(judged.first?.status == .info)
  }

  @Test func leadsAreVerifiedWithinSixtyDays() async throws {
    let city = try await city()
    for (id, topic, received, verified) in [
      ("due", "four_winds", "2025-01-01", "2025-03-02"), ("late", "four_winds", "2025-01-01", "2025-03-03"),
      ("open", "four_winds", "2025-05-01", nil), ("other", "other", "2025-01-01", nil), ("none", nil, "2025-01-01", nil),
    ] as [(String, String?, String, String?)] {
      try await city.add(
        .petitions, ["petition_id": id, "topic": topic, "received_on": received, "verified_on": verified])
    }
    let judged = try await city.judge("shaoxing.15.four-winds", at: "2025-06-22")
    #expect(judged.map(\.subject) == ["due", "late", "open"])
    #expect(judged.map(\.status) == [.met, .unmet, .pending])
    #expect(judged["open"]?.dueOn == "2025-06-30")
    #expect(judged["open"]?.unit == nil)
    #expect(try await city.judge("shaoxing.15.four-winds", at: "2025-06-23").status(of: "open") == .atRisk)
    #expect(try await city.judge("shaoxing.15.four-winds", at: "2025-06-30").status(of: "open") == .unmet)
  }

  // The National Day holiday of 2025: from 1 to 8 October, with Mid-Autumn inside of it.
  @Test(arguments: [
    ("2025-09-23", "2025-10-07", Status.pending), ("2025-09-23", "2025-10-08", .unmet),
    ("2025-09-24", "2025-10-01", .met), ("2025-10-08", "2025-10-07", .pending), ("2025-10-08", "2025-10-08", .met),
    ("2025-10-09", "2025-10-31", .unmet),
  ])
  func conductIsCheckedFromSevenDaysBefore(checked: String, asOf: String, status: Status) async throws {
    let city = try await city()
    try await city.add(
      .activities, ["activity_id": "A", "kind": "conduct_inspection", "unit_id": "U1", "held_on": checked])
    let judged = try await city.judge("shaoxing.15.holidays", at: asOf)
    #expect(judged["2025-10-01"]?.status == status)
    #expect(judged["2025-10-01"]?.evidence == (status == .met ? ["activities/A"] : []))
    #expect(judged["2025-01-28"]?.status == .unmet)
    #expect(judged.allSatisfy { $0.unit == nil && $0.dueOn == nil && $0.period == "2025" })
  }

  @Test func holidaysBegunThisYear() async throws {
    let city = try await city()
    #expect(
      try await city.judge("shaoxing.15.holidays", at: "2025-05-31").map(\.subject)
        == ["2025-01-01", "2025-01-28", "2025-04-04", "2025-05-01"])
    // The calendar does not list the year.
    let unlisted = try await city.judge("shaoxing.15.holidays", at: "2030-06-30")
    #expect(unlisted.map(\.subject) == ["2030"])
    #expect(unlisted.map(\.status) == [.noData])
  }

  // New Year's holiday was from 31 December 2018 to 1 January 2019.
  @Test(
    arguments: [
      (nil, Status.pending, Status.unmet), ("2019-01-01", .pending, .met), ("2018-12-24", .met, nil),
      ("2018-12-23", .pending, .unmet),
    ] as [(String?, Status, Status?)])
  func aHolidayOverTheTurnOfTheYearIsCarriedWhilePending(checked: String?, before: Status, after: Status?) async throws {
    let city = try await city()
    if let checked {
      try await city.add(
        .activities, ["activity_id": "A", "kind": "conduct_inspection", "unit_id": "U1", "held_on": checked])
    }
    let eve = try await city.judge("shaoxing.15.holidays", at: "2018-12-31")
    #expect(eve.status(of: "2018-12-31") == before)
    let newYear = try await city.judge("shaoxing.15.holidays", at: "2019-01-01")
    #expect(newYear.map(\.subject) == (after == nil ? [] : ["2018-12-31"]))
    #expect(newYear.first?.status == after)
  }
}
