import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct HeadsTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("kunming")
    try await city.unit("C", kind: "party_committee", level: "county")
    return city
  }

  private let principal: [String: String?] = [
    "rank": "county_division", "role": "principal", "branch": "party", "leading": "true",
  ]

  private func inspected(
    _ kind: String, _ person: String?, on day: String, unit: String = "C", in city: TestCity
  ) async throws {
    try await city.add(
      .inspections,
      [
        "inspection_id": "I-\(kind)-\(unit)-\(person ?? "none")-\(day)", "kind": kind, "unit_id": unit,
        "person_id": person, "started_on": day,
      ])
  }

  @Test func anAuditOfThePersonWithinFiveYears() async throws {
    let city = try await city()
    try await city.cadre(
      "a", in: "C", post: principal.merging(["started_on": "2020-09-04", "post_id": "Za"]) { _, new in new })
    // Before the tenure began, of another person, of another kind.
    try await inspected("economic_audit", "a", on: "2020-09-03", in: city)
    try await inspected("economic_audit", nil, on: "2022-01-01", in: city)
    try await inspected("selection_check", "a", on: "2022-01-01", unit: "C", in: city)
    let open = try await city.judge("kunming.17.audit", at: "2025-08-05")["Za"]
    #expect(open?.status == .atRisk)
    #expect(open?.dueOn == "2025-09-04")
    #expect(open?.unit == "C")
    #expect(try await city.judge("kunming.17.audit", at: "2025-08-04").status(of: "Za") == .pending)
    #expect(try await city.judge("kunming.17.audit", at: "2025-09-04").status(of: "Za") == .unmet)
    // Whatever unit it was an audit of.
    try await city.unit("other")
    try await inspected("economic_audit", "a", on: "2025-09-04", unit: "other", in: city)
    #expect(try await city.judge("kunming.17.audit", at: "2025-09-04").status(of: "Za") == .met)
  }

  @Test func aCheckOfSelectionsOfTheUnitSinceTheTenureBegan() async throws {
    let city = try await city()
    try await city.unit("D", kind: "party_committee", level: "county")
    try await city.person("a")
    try await city.post(
      "a", in: "C", id: "Z1",
      principal.merging(["post_key": "K", "started_on": "2018-01-01", "ended_on": "2021-01-01"]) { _, new in new })
    try await city.post(
      "a", in: "C", id: "Z2", principal.merging(["post_key": "K", "started_on": "2021-01-02"]) { _, new in new })
    try await inspected("selection_check", nil, on: "2021-06-01", unit: "D", in: city)
    let open = try await city.judge("kunming.17.selection-check", at: "2025-06-30")["Z2"]
    #expect(open?.dueOn == "2023-01-01")
    #expect(open?.status == .unmet)
    // In the first record's time: of the same tenure.
    try await inspected("selection_check", nil, on: "2019-06-01", in: city)
    #expect(try await city.judge("kunming.17.selection-check", at: "2025-06-30").status(of: "Z2") == .met)
  }

  @Test func principalsOfCountyPartyCommitteesOnly() async throws {
    let city = try await city()
    try await city.unit("CC", kind: "party_committee", level: "city")
    try await city.unit("O", kind: "organ", level: "county")
    try await city.cadre("secretary", in: "C", post: principal)
    try await city.cadre("mayor", in: "C", post: principal.merging(["branch": "admin"]) { _, new in new })
    try await city.cadre("deputy", in: "C", post: principal.merging(["role": "deputy"]) { _, new in new })
    try await city.cadre("bureau", in: "C", post: principal.merging(["rank": "bureau"]) { _, new in new })
    try await city.cadre("above", in: "CC", post: principal)
    try await city.cadre("organ", in: "O", post: principal)
    try await city.cadre("gone", in: "C", post: principal, person: ["left_on": "2025-01-01"])
    #expect(try await city.judge("kunming.17.audit", at: "2025-06-30").map(\.subject) == ["bureau-C", "mayor-C", "secretary-C"])
  }

  @Test func sixAreasAreBarredWithEnforcement() async throws {
    let city = try await city()
    try await city.cadre("a", in: "C", post: principal)
    try await city.add(
      .charges,
      [
        "charge_id": "F1", "person_id": "a", "unit_id": "C", "area": "enforcement", "started_on": "2024-01-01",
        "ended_on": "2025-06-30",
      ])
    #expect(try await city.judge("kunming.17.no-direct-charge", at: "2025-06-29").status(of: "C") == .unmet)
    #expect(try await city.judge("kunming.17.no-direct-charge", at: "2025-06-30").status(of: "C") == .met)
    try await city.add(
      .charges,
      ["charge_id": "F2", "person_id": "a", "unit_id": "C", "area": "enforcement", "started_on": "2025-06-30"])
    #expect(try await city.judge("jingxian.1.3.no-direct-charge", at: "2025-06-30").status(of: "C") == .met)
    #expect(try await city.judge("kunming.17.no-direct-charge", at: "2025-06-30").status(of: "C") == .unmet)
  }

  @Test func decidedInAMeetingWithTheHeadLast() async throws {
    let city = try await city()
    let cases: [(String, String, String?, String)] = [
      ("met", "meeting", "true", "2025-01-01"), ("first", "meeting", "false", "2025-06-30"),
      ("empty", "meeting", nil, "2025-06-30"), ("passed", "circulation", "true", "2025-06-30"),
      ("asked", "consultation", nil, "2025-06-30"), ("earlier", "meeting", "true", "2024-12-31"),
      ("ahead", "meeting", "true", "2025-07-01"),
    ]
    for (id, mode, last, day) in cases {
      try await city.add(
        .decisions, ["decision_id": id, "unit_id": "C", "held_on": day, "mode": mode, "principal_last": last])
    }
    let judged = try await city.judge("kunming.17.last-word", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["asked", "empty", "first", "met", "passed"])
    #expect(
      judged.map(\.status) == [.unmet, .noData, .unmet, .met, .unmet])
    // Jingxian asks the two questions apart.
    let collective = try await city.judge("jingxian.1.3.collective", at: "2025-06-30")
    #expect(collective.map(\.status) == [.unmet, .met, .met, .met, .unmet])
    let lastWord = try await city.judge("jingxian.1.3.last-word", at: "2025-06-30")
    #expect(lastWord.map(\.subject) == ["empty", "first", "met"])
    #expect(lastWord.map(\.status) == [.noData, .unmet, .met])
  }
}
