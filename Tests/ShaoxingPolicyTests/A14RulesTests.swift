import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A14RulesTests {
  /// One who led until 2 March 2025, and one who leads since.
  private func city() async throws -> TestCity {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.cadre("led", in: "U1", post: ["leading": "true", "ended_on": "2025-03-02"])
    try await city.post("led", in: "U1", id: "led-now", ["started_on": "2025-03-02"])
    try await city.cadre("leads", in: "U1", post: ["leading": "true", "started_on": "2025-03-02"])
    return city
  }

  @Test func decidedInAMeeting() async throws {
    let city = try await city()
    for (id, mode, day) in [
      ("A", "meeting", "2025-01-01"), ("B", "circulation", "2025-03-01"), ("C", "consultation", "2025-06-30"),
      ("D", "circulation", "2024-12-31"), ("E", "circulation", "2025-07-01"),
    ] {
      try await city.add(
        .decisions, ["decision_id": id, "unit_id": "U1", "matter": "funds", "mode": mode, "held_on": day])
    }
    let judged = try await city.judge("shaoxing.14.collective", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["A", "B", "C"])
    #expect(judged.map(\.status) == [.met, .unmet, .unmet])
  }

  private func declaration(
    _ id: String, _ kind: String, of person: String = "led", on day: String, in city: TestCity,
    _ more: [String: String?] = [:]
  ) async throws {
    try await city.add(
      .declarations,
      ["declaration_id": id, "person_id": person, "kind": kind, "occurred_on": day].merging(more) { _, new in new })
  }

  @Test func housingAndInvestmentByTheEndOfJanuaryTheRestInThirtyDays() async throws {
    let city = try await city()
    try await declaration("H", "housing", on: "2025-03-01", in: city)
    try await declaration("M", "marriage", on: "2025-03-01", in: city)
    try await declaration("E", "family_employment", on: "2025-03-01", in: city, ["reported_on": "2025-03-31"])
    try await declaration("I", "investment", on: "2024-05-01", in: city, ["reported_on": "2025-01-31"])
    try await declaration("J", "investment", on: "2024-05-01", in: city, ["reported_on": "2025-02-01"])
    try await declaration("K", "investment", on: "2024-05-01", in: city, ["reported_on": "2024-12-31"])
    try await declaration("late", "housing", of: "leads", on: "2025-03-01", in: city)
    try await declaration("other", "illness", on: "2025-03-01", in: city)
    let judged = try await city.judge("shaoxing.14.matters", at: "2025-03-31")
    #expect(judged.map(\.subject) == ["E", "H", "I", "J", "M"])
    #expect(judged.map(\.status) == [.met, .pending, .met, .unmet, .unmet])
    #expect(judged["H"]?.dueOn == "2026-01-31")
    #expect(judged["M"]?.dueOn == "2025-03-31")
    #expect(try await city.judge("shaoxing.14.matters", at: "2025-03-24").status(of: "M") == .atRisk)
    #expect(try await city.judge("shaoxing.14.matters", at: "2026-01-01").status(of: "H") == .atRisk)
    #expect(try await city.judge("shaoxing.14.matters", at: "2026-01-31").status(of: "H") == .unmet)
  }

  @Test func postsAndPayBesideAreEnded() async throws {
    let city = try await city()
    try await city.cadre("staff", in: "U1")
    try await declaration("open", "part_time", of: "staff", on: "2020-01-01", in: city)
    try await declaration("now", "paid_role", on: "2024-01-01", in: city, ["resolved_on": "2025-01-01"])
    try await declaration("before", "paid_role", on: "2024-01-01", in: city, ["resolved_on": "2024-12-31"])
    try await declaration("later", "part_time", on: "2025-01-01", in: city, ["resolved_on": "2025-07-01"])
    try await declaration("other", "business", on: "2024-01-01", in: city)
    let judged = try await city.judge("shaoxing.14.part-time", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["later", "now", "open"])
    #expect(judged.map(\.status) == [.unmet, .met, .unmet])
  }

  @Test func goingAbroadIsJudgedOfThoseWhoLedWhenTheyLeft() async throws {
    let city = try await city()
    func leave(_ id: String, of person: String, on day: String, _ more: [String: String?] = [:]) async throws {
      try await city.add(
        .leaves,
        ["leave_id": id, "person_id": person, "abroad": "true", "approved_on": "2024-12-01", "left_on": day]
          .merging(more) { _, new in new })
    }
    try await leave("back", of: "led", on: "2025-03-01", ["returned_on": "2025-03-05"])
    try await leave("after", of: "led", on: "2025-03-02")
    try await leave("before", of: "leads", on: "2025-03-01")
    try await leave("away", of: "leads", on: "2025-03-02")
    try await leave("unapproved", of: "leads", on: "2025-03-02", ["approved_on": "2025-03-03"])
    try await leave("elsewhere", of: "leads", on: "2025-03-02", ["actual_destination": "Rome"])
    try await leave("home", of: "leads", on: "2025-03-02", ["abroad": "false"])
    try await leave("carried", of: "led", on: "2024-12-20", ["returned_on": "2025-01-05", "approved_to": "2025-01-05"])
    try await leave("closed", of: "led", on: "2024-12-20", ["returned_on": "2024-12-31"])
    let judged = try await city.judge("shaoxing.14.abroad", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["away", "back", "carried", "elsewhere", "unapproved"])
    #expect(judged.map(\.status) == [.pending, .met, .met, .unmet, .unmet])
    #expect(judged["away"]?.unit == "U1")
    #expect(judged.allSatisfy { $0.dueOn == nil })
  }

  @Test func passportsAreHandedInWithinTenDays() async throws {
    let city = try await city()
    for (id, person, issued, handedIn) in [
      ("tenth", "led", "2025-03-01", "2025-03-11"), ("eleventh", "led", "2025-03-01", "2025-03-12"),
      ("notLed", "led", "2025-03-02", nil), ("open", "leads", "2025-06-25", nil),
      ("carried", "led", "2024-12-22", nil), ("over", "led", "2024-12-21", nil),
    ] as [(String, String, String, String?)] {
      try await city.add(
        .passports, ["passport_id": id, "person_id": person, "issued_on": issued, "handed_in_on": handedIn])
    }
    let judged = try await city.judge("shaoxing.14.passports", at: "2025-06-27")
    #expect(judged.map(\.subject) == ["carried", "eleventh", "open", "tenth"])
    #expect(judged.map(\.status) == [.unmet, .unmet, .pending, .met])
    #expect(judged["open"]?.dueOn == "2025-07-05")
    #expect(judged["open"]?.unit == "U1")
    #expect(try await city.judge("shaoxing.14.passports", at: "2025-06-28").status(of: "open") == .atRisk)
    #expect(try await city.judge("shaoxing.14.passports", at: "2025-07-05").status(of: "open") == .unmet)
  }

  @Test func findingsOfInspectionsAreSetRightByTheirDay() async throws {
    let city = try await city()
    for kind in ["routine", "lookback", "selection_check", "economic_audit", "leaving_check"] {
      try await city.add(
        .inspections, ["inspection_id": kind, "kind": kind, "unit_id": "U1", "started_on": "2024-06-01"])
      try await city.add(
        .rectifications,
        ["item_id": kind, "inspection_id": kind, "due_on": "2025-12-31", "done_on": kind == "routine" ? "2025-06-30" : nil])
    }
    try await city.add(
      .rectifications,
      ["item_id": "late", "inspection_id": "routine", "due_on": "2025-02-01", "done_on": "2025-02-02"])
    try await city.add(.rectifications, ["item_id": "ahead", "inspection_id": "routine", "due_on": "2026-01-01"])
    try await city.add(.rectifications, ["item_id": "over", "inspection_id": "routine", "due_on": "2024-12-31"])
    let judged = try await city.judge("shaoxing.14.rectification", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["late", "lookback", "routine", "selection_check"])
    #expect(judged.map(\.status) == [.unmet, .pending, .met, .pending])
    #expect(judged["routine"]?.unit == "U1")
    #expect(try await city.judge("shaoxing.14.rectification", at: "2025-12-01").status(of: "lookback") == .atRisk)
    #expect(try await city.judge("shaoxing.14.rectification", at: "2025-12-31").status(of: "lookback") == .unmet)
  }

  @Test func auditsAreAnalysedOnceAYear() async throws {
    let city = try await city()
    func status(at day: String) async throws -> [Status] {
      try await city.judge("shaoxing.14.audit-analysis", at: day).map(\.status)
    }
    #expect(try await status(at: "2025-11-30") == [.pending])
    #expect(try await status(at: "2025-12-01") == [.atRisk])
    #expect(try await status(at: "2025-12-31") == [.unmet])
    try await city.add(
      .activities, ["activity_id": "A", "kind": "audit_analysis", "unit_id": "U1", "held_on": "2025-12-31"])
    #expect(try await status(at: "2025-12-31") == [.met])
  }
}
