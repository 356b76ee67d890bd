import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct HandoverTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("U1", level: "county")
    try await city.unit("U2", level: "county")
    try await city.person("a")
    try await city.post(
      "a", in: "U1", id: "Z1", ["started_on": "2015-01-01", "ended_on": "2025-01-01", "rank": "township_section"])
    return city
  }

  private func left(_ id: String, on day: String, in city: TestCity, _ more: [String: String?] = [:]) async throws {
    try await city.add(
      .handovers,
      ["handover_id": id, "person_id": "a", "post_id": "Z1", "left_on": day].merging(more) { _, new in new })
  }

  // From 24 January 2025 (Friday): 26 (Sunday, made up), 27, then the holiday to 4 February; 5, 6, 7, 8 (Saturday, made
  // up), 10: the seventh working day is 10 February.
  @Test func sevenWorkingDaysAcrossTheSpringFestival() async throws {
    let city = try await city()
    try await left("open", on: "2025-01-24", in: city)
    try await left("inTime", on: "2025-01-24", in: city, ["handed_over_on": "2025-02-10"])
    try await left("late", on: "2025-01-24", in: city, ["handed_over_on": "2025-02-11"])
    let before = try await city.judge("jingxian.3.2.handover", at: "2025-02-09")
    #expect(before["open"]?.dueOn == "2025-02-10")
    #expect(before.status(of: "open") == .atRisk)
    #expect(before.status(of: "inTime") == .atRisk)
    #expect(before["open"]?.unit == "U1")
    let after = try await city.judge("jingxian.3.2.handover", at: "2025-02-11")
    #expect(after.status(of: "open") == .unmet)
    #expect(after.status(of: "inTime") == .met)
    #expect(after.status(of: "late") == .unmet)
    #expect(try await city.judge("jingxian.3.2.handover", at: "2025-02-02").status(of: "open") == .pending)
    #expect(try await city.judge("jingxian.3.2.handover", at: "2025-02-03").status(of: "open") == .atRisk)
  }

  // The calendar ends with 2026: from 22 December 2026 the seventh working day is 31 December, from the 23rd unknown.
  @Test func beyondTheCalendarNothingIsKnown() async throws {
    let city = try await city()
    try await left("known", on: "2026-12-22", in: city)
    try await left("unknown", on: "2026-12-23", in: city, ["handed_over_on": "2026-12-24"])
    let judged = try await city.judge("jingxian.3.2.handover", at: "2026-12-30")
    #expect(judged["known"]?.dueOn == "2026-12-31")
    #expect(judged.status(of: "known") == .atRisk)
    #expect(judged.status(of: "unknown") == .noData)
    #expect(judged["unknown"]?.reason == .calendarUnknown)
    #expect(judged["unknown"]?.dueOn == nil)
  }

  @Test func openOnesAreCarriedIntoTheNextYear() async throws {
    let city = try await city()
    // Due 2025-01-02, open on 1 January.
    try await left("open", on: "2024-12-23", in: city, ["handed_over_on": "2025-01-02"])
    // Due 2025-01-02 and done in December.
    try await left("done", on: "2024-12-23", in: city, ["handed_over_on": "2024-12-31"])
    // Due 2024-12-31: over before the year began.
    try await left("over", on: "2024-12-20", in: city)
    // In last year, which the calendar lists, and due in a year that it does not.
    try await left("unknown", on: "2026-12-24", in: city)
    let judged = try await city.judge("jingxian.3.2.handover", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["open"])
    #expect(judged["open"]?.dueOn == "2025-01-02")
    #expect(judged.status(of: "open") == .met)
    let later = try await city.judge("jingxian.3.2.handover", at: "2027-03-01")
    #expect(later.map(\.subject) == ["unknown"])
    #expect(later.status(of: "unknown") == .noData)
  }

  /// The post Z1 ended on 1 January 2025: 2, 3, 6, 7, 8, 9, 10 January are the seven working days.
  @Test(arguments: [
    (nil as String?, "2025-01-02", Status.pending), (nil, "2025-01-03", .atRisk), (nil, "2025-01-10", .unmet),
    ("2025-01-10", "2025-06-30", .met), ("2025-01-11", "2025-06-30", .unmet), ("2024-12-20", "2025-06-30", .met),
  ])
  func everyPostLeftIsHandedOver(handedOver: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await left("H1", on: "2024-12-20", in: city, ["handed_over_on": handedOver])
    try await left("H2", on: "2024-12-20", in: city)
    try await city.post("a", in: "U2", id: "Z2", ["ended_on": "2025-01-01", "rank": "sub_section"])
    let judged = try await city.judge("jingxian.3.2.handover-made", at: asOf)
    #expect(judged.map(\.subject) == ["Z1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-01-10")
    #expect(judged[0].unit == "U1")
  }

  @Test func postsThatGoOnOrNeedNoHandover() async throws {
    let city = try await city()
    try await city.unit("old", level: "county", ["dissolved_on": "2025-06-30"])
    func ended(_ id: String, in unit: String = "U1", _ more: [String: String?] = [:]) async throws {
      try await city.post(
        "a", in: unit, id: id,
        ["rank": "bureau", "ended_on": "2025-03-03"].merging(more) { _, new in new })
    }
    try await ended("left")
    try await ended("county", ["rank": "county_division"])
    try await ended("secondment", ["entry": "secondment"])
    try await ended("goesOn")
    try await ended("next", ["post_key": "goesOn", "started_on": "2025-03-04", "ended_on": nil])
    try await ended("interrupted")
    try await ended("back", ["post_key": "interrupted", "started_on": "2025-03-05", "ended_on": nil])
    try await ended("dissolved", in: "old")
    try await ended("lastYear", ["ended_on": "2024-12-31"])
    // Due on 11 March.
    let judged = try await city.judge("jingxian.3.2.handover-made", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["Z1", "county", "interrupted", "lastYear", "left"])
    #expect(judged.allSatisfy { $0.status == .unmet })
    #expect(try await city.judge("jingxian.3.2.handover-made", at: "2026-12-30").isEmpty)
  }

  // The calendar ends with 2026: from 23 December the seventh working day is unknown.
  @Test func aPostLeftBeyondTheCalendar() async throws {
    let city = try await city()
    try await city.post("a", in: "U1", id: "Z2", ["rank": "bureau", "ended_on": "2026-12-23"])
    for day in ["2026-12-30", "2027-03-01"] {
      let judged = try await city.judge("jingxian.3.2.handover-made", at: day)
      #expect(judged.map(\.subject) == ["Z2"])
      #expect(judged.map(\.status) == [.noData])
    }
  }

  @Test func itemsAreJudgedOfThoseHandedOverThisYear() async throws {
    let city = try await city()
    let all: [String: String?] = [
      "work_items": "true", "economic_items": "true", "personnel_items": "true", "petition_items": "true",
    ]
    func four(doneOn day: String?) -> [String: String?] { all.merging(["handed_over_on": day]) { _, new in new } }
    try await left(
      "full", on: "2025-03-03", in: city, four(doneOn: "2025-03-10").merging(["other_items": "true"]) { _, new in new })
    try await left("four", on: "2025-03-03", in: city, four(doneOn: "2025-03-10"))
    try await left("open", on: "2025-03-03", in: city, four(doneOn: nil))
    try await left("ahead", on: "2025-03-03", in: city, four(doneOn: "2025-05-01"))
    try await left("earlier", on: "2024-12-30", in: city, four(doneOn: "2025-01-10"))
    let judged = try await city.judge("jingxian.3.2.handover-items", at: "2025-04-30")
    #expect(judged.map(\.subject) == ["four", "full"])
    #expect(judged.status(of: "full") == .met)
    #expect(judged.status(of: "four") == .unmet)
  }

  @Test func aMonthClipsToTheMonthsEnd() async throws {
    let city = try await city()
    try await left(
      "moved", on: "2025-01-31", in: city,
      [
        "moved_to_unit_id": "U2", "relations_moved_on": "2025-02-28", "filed_on": "2025-03-01",
      ])
    try await left("stays", on: "2025-01-31", in: city)
    let transfer = try await city.judge("jingxian.3.2.transfer", at: "2025-03-01")
    #expect(transfer.map(\.subject) == ["moved"])
    #expect(transfer["moved"]?.dueOn == "2025-02-28")
    #expect(transfer.status(of: "moved") == .met)
    #expect(try await city.judge("jingxian.3.2.filing", at: "2025-03-01").status(of: "moved") == .unmet)
    // Seven days of warning for a limit of one month.
    #expect(try await city.judge("jingxian.3.2.filing", at: "2025-02-20").status(of: "moved") == .pending)
    #expect(try await city.judge("jingxian.3.2.filing", at: "2025-02-21").status(of: "moved") == .atRisk)
  }
}
