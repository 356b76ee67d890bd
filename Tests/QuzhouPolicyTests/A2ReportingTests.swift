import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A2ReportingTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1")
    try await city.cadre("p", in: "O1", post: ["leading": "true"])
    return city
  }

  private func declare(
    _ kind: String, on day: String, id: String = "D1", _ more: [String: String?] = [:], in city: TestCity
  ) async throws {
    try await city.add(
      .declarations,
      ["declaration_id": id, "person_id": "p", "kind": kind, "occurred_on": day].merging(more) { _, new in new })
  }

  // 30 days after 10 January 2025 is 9 February.
  @Test(arguments: [
    ("2025-02-09" as String?, "2025-06-30", Status.met), ("2025-02-10", "2025-06-30", .unmet),
    ("2025-02-09", "2025-02-08", .atRisk), (nil, "2025-02-01", .pending), (nil, "2025-02-02", .atRisk),
    (nil, "2025-02-09", .unmet),
  ])
  func mattersAreReportedWithinThirtyDays(reported: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await declare("illness", on: "2025-01-10", ["reported_on": reported], in: city)
    try await declare("residency", on: "2025-01-10", id: "D2", in: city)
    try await declare("securities", on: "2025-01-10", id: "D3", in: city)
    let judged = try await city.judge("quzhou.a2.matters", at: asOf)
    #expect(judged.map(\.subject) == ["D1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-02-09")
    #expect(judged[0].unit == "O1")
  }

  @Test func mattersOfLastYearAreJudgedIfStillOpenAndDueThisYear() async throws {
    let city = try await city()
    // Due on 31 December and on 1 January.
    try await declare("marriage", on: "2024-12-01", id: "dueBefore", in: city)
    try await declare("marriage", on: "2024-12-02", id: "dueAfter", in: city)
    try await declare("marriage", on: "2024-12-02", id: "doneBefore", ["reported_on": "2024-12-31"], in: city)
    try await declare("marriage", on: "2024-12-02", id: "doneAfter", ["reported_on": "2025-01-01"], in: city)
    let judged = try await city.judge("quzhou.a2.matters", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["doneAfter", "dueAfter"])
    #expect(judged.map(\.status) == [.met, .unmet])
  }

  @Test func residencyAndConflictsAreOpenUntilResolved() async throws {
    for (indicator, kind, other) in [
      ("quzhou.a2.residency", "residency", "paid_role"), ("quzhou.a8.conflicts", "usury", "residency"),
    ] {
      let city = try await TestCity("quzhou")
      if kind == "residency" {
        try await city.unit("O1")
        try await city.cadre("p", in: "O1", post: ["leading": "true"])
        // Held no leading post yet, and none any more.
        try await city.cadre("former", in: "O1", post: ["leading": "true", "ended_on": "2025-01-01"])
      } else {
        try await declare(kind, on: "2014-12-31", id: "early", in: city)
        try await declare(kind, on: "2025-01-01", id: "late", ["person_id": "former"], in: city)
        try await declare(kind, on: "2024-12-31", id: kind + "0", ["person_id": "former"], in: city)
      }
      try await declare(kind, on: "2016-01-01", id: kind + "1", in: city)
      try await declare(kind, on: "2016-01-01", id: kind + "2", ["resolved_on": "2024-12-31"], in: city)
      try await declare(kind, on: "2016-01-01", id: kind + "3", ["resolved_on": "2025-01-01"], in: city)
      try await declare(kind, on: "2025-06-30", id: kind + "4", ["resolved_on": "2025-07-01"], in: city)
      try await declare(kind, on: "2025-07-01", id: kind + "5", in: city)
      if kind == "usury" { try await declare(other, on: "2025-01-01", id: "other", in: city) }
      let judged = try await city.judge(indicator, at: "2025-06-30")
      let expected = ["1", "3", "4"].map { kind + $0 }
      #expect(judged.map(\.subject) == (kind == "usury" ? ["usury0"] : []) + expected)
      #expect(judged.suffix(3).map(\.status) == [.unmet, .met, .unmet])
    }
  }

  // Housing and investment are reported by 31 January of the year after; 30 days of warning.
  @Test(arguments: [
    ("housing", "2024-01-01", nil as String?, "2024-12-31", Status.pending),
    ("housing", "2024-12-31", nil, "2025-01-02", .atRisk),
    ("investment", "2024-06-01", nil, "2025-01-31", .unmet), ("investment", "2024-06-01", "2025-01-31", "2025-06-30", .met),
    ("housing", "2024-06-01", "2025-02-01", "2025-06-30", .unmet),
  ])
  func whatIsReportedOnceAYear(kind: String, day: String, reported: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await declare(kind, on: day, ["reported_on": reported], in: city)
    let judged = try await city.judge("quzhou.a2.matters", at: asOf)
    #expect(judged.map(\.status) == [expected])
    #expect(judged.map(\.dueOn) == ["2025-01-31"])
  }

  @Test func mattersNotReportedInTimeAreFollowedUp() async throws {
    let city = try await city()
    try await city.person("q")
    // Due on 31 January 2025: never reported; a measure on the day itself is not after it.
    try await declare("housing", on: "2024-03-01", id: "never", in: city)
    // Due on 9 February: reported a day later; on the day: left out.
    try await declare("illness", on: "2025-01-10", id: "late", ["reported_on": "2025-02-10"], in: city)
    try await declare("illness", on: "2025-01-10", id: "inTime", ["reported_on": "2025-02-09"], in: city)
    // Due on 31 December, and on 1 July: in no part of the year up to the date.
    try await declare("illness", on: "2024-12-01", id: "lastYear", in: city)
    try await declare("illness", on: "2025-06-01", id: "ahead", in: city)
    // Led nothing.
    try await declare("illness", on: "2025-01-10", id: "staff", ["person_id": "q"], in: city)
    func share(_ asOf: String) async throws -> String? {
      try await city.judge("quzhou.a2.unreported", at: asOf).first?.observed
    }
    #expect(try await city.judge("quzhou.a2.unreported", at: "2025-01-30").map(\.status) == [.noData])
    #expect(try await share("2025-06-30") == "0.0000")
    try await city.add(
      .measures,
      ["measure_id": "M", "subject_kind": "person", "subject_id": "p", "kind": "reminder", "taken_on": "2025-02-09"])
    #expect(try await share("2025-06-30") == "0.5000")
    #expect(try await city.judge("quzhou.a2.unreported", at: "2025-06-30").map(\.status) == [.info])
  }

  // Ten days after 1 March is 11 March.
  @Test(arguments: [
    ("2025-03-11" as String?, "2025-06-30", Status.met), ("2025-03-12", "2025-06-30", .unmet),
    (nil, "2025-03-03", .pending), (nil, "2025-03-04", .atRisk), (nil, "2025-03-11", .unmet),
  ])
  func passportsOfLeadersAreHandedIn(handedIn: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.cadre("staff", in: "O1")
    for (id, person, day) in [
      ("D1", "p", "2025-03-01"), ("D2", "staff", "2025-03-01"), ("D3", "p", "2014-12-31"), ("D4", "p", "2024-12-20"),
    ] {
      try await city.add(
        .passports, ["passport_id": id, "person_id": person, "issued_on": day, "handed_in_on": id == "D1" ? handedIn : nil])
    }
    let judged = try await city.judge("quzhou.a2.passports", at: asOf)
    #expect(judged.map(\.subject) == ["D1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-03-11")
    #expect(judged[0].unit == "O1")
  }

  private func leave(_ id: String = "L1", abroad: Bool, _ more: [String: String?], in city: TestCity) async throws {
    try await city.add(
      .leaves,
      [
        "leave_id": id, "person_id": "p", "abroad": abroad ? "true" : "false", "left_on": "2025-05-01",
        "approved_on": "2025-04-20", "approved_from": "2025-05-01", "approved_to": "2025-05-10",
      ]
      .merging(more) { _, new in new })
  }

  @Test(arguments: [
    ([:] as [String: String?], "2025-05-10", Status.pending, nil as Reason?),
    ([:], "2025-05-11", .unmet, .returnedLate),
    (["approved_to": nil], "2025-12-31", .pending, nil),
    (["returned_on": "2025-05-10"], "2025-06-30", .met, nil),
    (["returned_on": "2025-05-11"], "2025-06-30", .unmet, .returnedLate),
    (["returned_on": "2025-05-11"], "2025-05-10", .pending, nil),
    (["approved_on": "2025-05-01", "returned_on": "2025-05-10"], "2025-06-30", .met, nil),
    (["approved_on": "2025-05-02", "returned_on": "2025-05-10"], "2025-06-30", .unmet, .notApproved),
    (["approved_on": nil, "returned_on": "2025-05-10"], "2025-06-30", .unmet, .notApproved),
    (["approved_from": "2025-05-02", "returned_on": "2025-05-10"], "2025-06-30", .unmet, .leftEarly),
    (["approved_from": nil, "returned_on": "2025-05-10"], "2025-06-30", .met, nil),
    (["approved_destination": "A", "actual_destination": "A"], "2025-05-10", .pending, nil),
    (["approved_destination": "A", "actual_destination": "B"], "2025-05-05", .unmet, .otherDestination),
    (["actual_destination": "B"], "2025-05-05", .unmet, .otherDestination),
    (["approved_destination": "日本(东京)", "actual_destination": "日本（东京）"], "2025-05-05", .pending, nil),
    (["approved_destination": "日本·东京", "actual_destination": " 日本—东京。"], "2025-05-05", .pending, nil),
    (["approved_destination": "日本\u{200B}东京", "actual_destination": "日本\u{3000}东京"], "2025-05-05", .pending, nil),
    (["approved_destination": "ＴＯＫＹＯ", "actual_destination": "Tokyo"], "2025-05-05", .pending, nil),
    (["approved_destination": "Zürich №1", "actual_destination": "ZÜRICH No 1"], "2025-05-05", .pending, nil),
    (["approved_destination": "日本、韩国", "actual_destination": "日本/韩国"], "2025-05-05", .pending, nil),
    (["approved_destination": "日本(东京)", "actual_destination": "日本（大阪）"], "2025-05-05", .unmet, .otherDestination),
    (["approved_destination": "日本1", "actual_destination": "日本2"], "2025-05-05", .unmet, .otherDestination),
    (["actual_destination": "——"], "2025-05-05", .pending, nil),
    (["approved_destination": "A", "returned_on": "2025-05-02"], "2025-05-05", .met, nil),
  ])
  func goingAbroadAsApproved(
    change: [String: String?], asOf: String, expected: Status, reason: Reason?
  ) async throws {
    let city = try await city()
    try await leave(abroad: true, change, in: city)
    let judged = try await city.judge("quzhou.a2.abroad", at: asOf)
    #expect(judged.map(\.status) == [expected])
    if let reason { #expect(judged[0].reason == reason) }
    #expect(judged[0].dueOn == nil)
    #expect(try await city.judge("quzhou.a2.leave", at: asOf).isEmpty)
  }

  // Returned on 10 May: to be closed by 13 May.
  @Test(arguments: [
    ([:] as [String: String?], "2025-06-30", Status.pending, nil as String?),
    (["returned_on": "2025-05-10"], "2025-05-09", .pending, nil),
    (["returned_on": "2025-05-10"], "2025-05-12", .atRisk, "2025-05-13"),
    (["returned_on": "2025-05-10"], "2025-05-13", .unmet, "2025-05-13"),
    (["returned_on": "2025-05-10", "closed_on": "2025-05-13"], "2025-05-13", .met, "2025-05-13"),
    (["returned_on": "2025-05-10", "closed_on": "2025-05-14"], "2025-06-30", .unmet, "2025-05-13"),
    (["returned_on": "2025-05-20", "closed_on": "2025-05-20"], "2025-06-30", .met, "2025-05-23"),
    (["approved_on": "2025-05-02"], "2025-06-30", .unmet, nil),
    (
      ["approved_from": "2025-05-02", "returned_on": "2025-05-10", "closed_on": "2025-05-10"], "2025-06-30", .unmet,
      "2025-05-13"
    ),
  ])
  func leaveIsApprovedAndClosed(change: [String: String?], asOf: String, expected: Status, due: String?) async throws {
    let city = try await city()
    try await leave(abroad: false, change, in: city)
    let judged = try await city.judge("quzhou.a2.leave", at: asOf)
    #expect(judged.map(\.status) == [expected])
    #expect(judged[0].dueOn == due)
    #expect(try await city.judge("quzhou.a2.abroad", at: asOf).isEmpty)
  }

  @Test func leavesPendingAtTheYearsEndAreCarriedOver() async throws {
    let city = try await city()
    let lastYear: [String: String?] = [
      "left_on": "2024-12-20", "approved_on": "2024-12-01", "approved_from": "2024-12-20", "approved_to": "2025-01-20",
    ]
    func more(_ cells: [String: String?]) -> [String: String?] { lastYear.merging(cells) { _, new in new } }
    for abroad in [true, false] {
      let mark = abroad ? "A" : "H"
      try await leave(
        mark + "returnedBefore", abroad: abroad,
        more(["returned_on": "2024-12-28", "closed_on": "2024-12-29"]), in: city)
      try await leave(
        mark + "returnedAfter", abroad: abroad,
        more(["returned_on": "2025-01-05", "closed_on": "2025-01-06"]), in: city)
      try await leave(
        mark + "breached", abroad: abroad, more(["approved_on": nil]), in: city)
      // At home: at risk on 31 December, closed late.
      try await leave(
        mark + "unclosed", abroad: abroad, more(["returned_on": "2024-12-30", "closed_on": "2025-01-03"]), in: city)
    }
    let abroad = try await city.judge("quzhou.a2.abroad", at: "2025-06-30")
    #expect(abroad.map(\.subject) == ["AreturnedAfter"])
    #expect(abroad.map(\.status) == [.met])
    let home = try await city.judge("quzhou.a2.leave", at: "2025-06-30")
    #expect(home.map(\.subject) == ["HreturnedAfter", "Hunclosed"])
    #expect(home.map(\.status) == [.met, .unmet])
  }
}
