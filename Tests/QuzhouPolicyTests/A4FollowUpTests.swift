import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// Villages inspected, units looked back on, findings followed up.
@Suite(.cadre) struct A4FollowUpTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    for unit in ["O1", "O2"] { try await city.unit(unit) }
    try await city.cadre("p", in: "O1")
    return city
  }

  private func inspect(
    _ id: String, _ kind: String = "routine", _ unit: String = "O1", on day: String, in city: TestCity
  ) async throws {
    try await city.add(.inspections, ["inspection_id": id, "kind": kind, "unit_id": unit, "started_on": day])
  }

  @Test(arguments: [
    ("routine", "2022-01-01", "2025-06-30", Status.met), ("special", "2025-06-30", "2025-06-30", .met),
    ("cross", "2021-12-31", "2025-06-30", .pending), ("upgraded", "2025-07-01", "2025-06-30", .pending),
    ("lookback", "2023-01-01", "2025-06-30", .pending), ("lookback", "2023-01-01", "2026-12-01", .atRisk),
    ("lookback", "2023-01-01", "2026-12-31", .unmet),
  ])
  func villagesAreInspectedWithTheirTownships(kind: String, day: String, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.township("T1")
    for village in ["V1", "V2"] { try await city.village(village, of: "T1") }
    try await inspect("N1", kind, "T1", on: day, in: city)
    try await city.add(.inspectionPlaces, ["inspection_id": "N1", "place_id": "V1"])
    let judged = try await city.judge("quzhou.a4.villages", at: asOf)
    #expect(judged.map(\.subject) == ["V1", "V2"])
    #expect(judged[0].status == expected)
    #expect(judged[1].status != .met)
    #expect(judged.map(\.unit) == ["T1", "T1"])
    #expect(judged[0].dueOn == "2026-12-31")
  }

  @Test func inspectionsAreCountedByKind() async throws {
    let city = try await city()
    for (id, kind, day) in [
      ("N1", "routine", "2025-01-01"), ("N2", "routine", "2025-06-30"), ("N3", "lookback", "2025-03-01"),
      ("N4", "cross", "2024-12-31"), ("N5", "special", "2025-07-01"), ("N6", "leaving_check", "2025-02-01"),
    ] { try await inspect(id, kind, on: day, in: city) }
    let judged = try await city.judge("quzhou.a4.inspections", at: "2025-06-30")
    #expect(judged.map(\.class) == ["cross", "lookback", "routine", "special", "upgraded"])
    #expect(judged.map(\.observed) == ["0", "1", "2", "0", "0"])
  }

  @Test func inspectedUnitsAreLookedBackOn() async throws {
    let city = try await city()
    for unit in ["O3", "O4"] { try await city.unit(unit, ["dissolved_on": unit == "O4" ? "2025-01-01" : nil]) }
    func share(_ asOf: String) async throws -> String? {
      let judged = try await city.judge("quzhou.a4.lookback", at: asOf)
      #expect(judged.map(\.period) == ["2022-2026"])
      return judged.first?.observed
    }
    try await inspect("N0", on: "2021-12-31", in: city)
    try await inspect("L0", "lookback", on: "2022-02-01", in: city)
    #expect(try await city.judge("quzhou.a4.lookback", at: "2025-06-30").map(\.status) == [.noData])
    // Looked back on before the first, and on its day; after it; never; not live any more.
    for (id, unit, day) in [
      ("N1", "O1", "2023-01-01"), ("N2", "O2", "2023-01-01"), ("N3", "O3", "2023-01-01"),
      ("N4", "O4", "2023-01-01"), ("N5", "O2", "2024-01-01"),
    ] { try await inspect(id, "routine", unit, on: day, in: city) }
    for (id, unit, day) in [("L1", "O1", "2023-01-01"), ("L2", "O2", "2023-01-02"), ("L4", "O4", "2024-01-01")] {
      try await inspect(id, "lookback", unit, on: day, in: city)
    }
    #expect(try await share("2025-06-30") == "0.3333")
    #expect(try await city.judge("quzhou.a4.lookback", at: "2032-01-01").isEmpty)
  }

  // 90 days after 31 March 2025 is 29 June.
  @Test(arguments: [
    ("summon", "2025-04-01", "2025-06-30", Status.met), ("circular", "2025-06-29", "2025-06-30", .met),
    ("accountability", "2025-06-30", "2025-06-30", .unmet), ("summon", "2025-03-31", "2025-06-30", .unmet),
    ("reminder", "2025-04-01", "2025-05-29", .pending), ("reminder", "2025-04-01", "2025-05-30", .atRisk),
  ])
  func whoDoesNotSetRightIsCalledToAccount(kind: String, taken: String, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await inspect("N1", on: "2024-06-01", in: city)
    try await inspect("N2", "economic_audit", on: "2024-06-01", in: city)
    for (id, inspection, due, done) in [
      ("never", "N1", "2025-03-31", nil as String?), ("inTime", "N1", "2025-03-31", "2025-03-31"),
      ("ofAnAudit", "N2", "2025-03-31", nil), ("ahead", "N1", "2025-07-01", nil), ("old", "N1", "2024-10-02", nil),
    ] {
      try await city.add(
        .rectifications, ["item_id": id, "inspection_id": inspection, "due_on": due, "done_on": done])
    }
    for (id, subject) in [("M1", "O1"), ("M2", "O2")] {
      try await city.add(
        .measures,
        [
          "measure_id": id, "subject_kind": "unit", "subject_id": subject, "kind": id == "M1" ? kind : "summon",
          "taken_on": taken,
        ])
    }
    let judged = try await city.judge("quzhou.a4.held-to-account", at: asOf)
    #expect(judged.map(\.subject) == ["never"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-06-29")
    #expect(judged[0].unit == "O1")
  }

  @Test func whatWasDueLateLastYearIsCarriedOver() async throws {
    let city = try await city()
    try await inspect("N1", on: "2024-06-01", in: city)
    // 90 days after 3 October 2024 is 1 January 2025. Set right late is not by its day either.
    for (id, due, done) in [
      ("carried", "2024-10-03", nil as String?), ("before", "2024-10-02", nil), ("late", "2025-01-01", "2025-01-02"),
    ] {
      try await city.add(.rectifications, ["item_id": id, "inspection_id": "N1", "due_on": due, "done_on": done])
    }
    let judged = try await city.judge("quzhou.a4.held-to-account", at: "2025-02-01")
    #expect(judged.map(\.subject) == ["carried", "late"])
    #expect(judged.map(\.status) == [.unmet, .pending])
  }

  // 90 days after 1 March 2025 is 30 May.
  @Test(arguments: [
    ([:] as [String: String?], "2025-06-30", Status.met), (["corrected_on": "2025-05-31"], "2025-06-30", .unmet),
    (["cause": nil], "2025-06-30", .unmet), (["responsible_person_id": nil], "2025-04-29", .pending),
    (["measure_id": nil], "2025-04-30", .atRisk), (["measure_id": "M2"], "2025-06-30", .unmet),
    (["corrected_on": nil], "2025-05-30", .unmet),
  ])
  func aFindingIsTracedToAPersonAndSetRight(change: [String: String?], asOf: String, expected: Status) async throws {
    let city = try await city()
    try await inspect("N1", "lookback", "O2", on: "2025-02-01", in: city)
    try await inspect("N2", "selection_check", on: "2025-02-01", in: city)
    for (id, day) in [("M1", "2025-04-01"), ("M2", "2025-07-01")] {
      try await city.add(
        .measures, ["measure_id": id, "subject_kind": "person", "subject_id": "p", "taken_on": day])
    }
    let whole: [String: String?] = [
      "inspection_id": "N1", "found_on": "2025-03-01", "person_id": "p", "cause": "x", "responsible_person_id": "p",
      "measure_id": "M1", "corrected_on": "2025-04-10",
    ]
    for (id, more) in [
      ("F1", change), ("ofNobody", ["person_id": nil]), ("ofACheck", ["inspection_id": "N2"]),
      ("old", ["found_on": "2024-03-01"]),
    ] {
      try await city.add(
        .findings, whole.merging(more) { _, new in new }.merging(["finding_id": id]) { _, new in new })
    }
    let judged = try await city.judge("quzhou.a4.findings", at: asOf)
    #expect(judged.map(\.subject) == ["F1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-05-30")
    #expect(judged[0].unit == "O2")
  }

  @Test func eachEstablishmentIsTrained() async throws {
    let city = try await city()
    for (person, establishment) in [
      ("a", "civil_servant" as String?), ("b", "civil_servant"), ("c", "institution"), ("d", nil),
    ] {
      try await city.cadre(person, in: "O1", person: ["establishment": establishment])
    }
    for (person, day) in [("a", "2025-01-01"), ("b", "2024-12-31"), ("c", "2025-07-01"), ("d", "2025-03-01")] {
      try await city.add(
        .trainingRecords, ["record_id": person, "person_id": person, "completed_on": day, "hours": "1"])
    }
    let judged = try await city.judge("quzhou.a5.groups", at: "2025-06-30")
    #expect(judged.map(\.class) == ["civil_servant", "enterprise", "institution", "other", "reference"])
    #expect(judged.map(\.observed) == ["0.5000", nil, "0.0000", nil, nil])
    #expect(judged.map(\.status) == [.info, .noData, .info, .noData, .noData])
  }
}
