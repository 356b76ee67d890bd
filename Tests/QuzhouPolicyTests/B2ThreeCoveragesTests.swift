import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct B2ThreeCoveragesTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    return city
  }

  @Test func aVillageHasItsServiceTeam() async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", ["service_team": "true"])
    try await city.village("V2", of: "T1", ["service_team": "false"])
    let judged = try await city.judge("quzhou.b2.team", at: "2025-06-30")
    #expect(judged.map(\.status) == [.met, .unmet])
    #expect(judged.map(\.unit) == ["T1", "T1"])
    #expect(judged.map(\.observed) == [nil, nil])
  }

  @Test(arguments: [
    ("7", "6", Status.unmet, "0.8571" as String?), ("7", "7", .met, "1.0000"), ("7", "8", .met, "1.1429"),
    ("0", "0", .noData, nil), ("0", "3", .noData, nil), ("7", "0", .unmet, "0.0000"),
    // Shown as 1.0000 and still short: the comparison is exact.
    ("20000", "19999", .unmet, "1.0000"),
  ])
  func sharesAreComparedExactly(whole: String, part: String, status: Status, observed: String?) async throws {
    let city = try await city()
    try await city.village(
      "V1", of: "T1",
      [
        "grids": whole, "grids_with_branch": part, "households": whole, "households_linked": part,
        "grids_led_by_committee": part, "party_members": whole, "members_signed": part,
      ])
    for indicator in ["quzhou.b2.grid", "quzhou.b2.household", "quzhou.b2.grid-leaders", "quzhou.b10.members"] {
      let judged = try await city.judge(indicator, at: "2025-06-30")
      #expect(judged.map(\.status) == [status])
      #expect(judged.map(\.observed) == [observed])
      #expect(judged.map(\.required) == [observed == nil ? nil : "1.0000"])
    }
  }

  @Test(arguments: [
    ("quzhou.b2.grid-leaders", ["grids": "7"]), ("quzhou.b10.members", ["party_members": "7"]),
    ("quzhou.b10.members", ["members_signed": "7"]),
  ])
  func numbersThatAreNotGivenAreNoData(indicator: String, given: [String: String]) async throws {
    let city = try await city()
    try await city.village("V1", of: "T1", given)
    let judged = try await city.judge(indicator, at: "2025-06-30")
    #expect(judged.map(\.status) == [.noData])
    #expect(judged[0].required == nil)
  }

  // Of 2025 the first Tuesdays are 7, 14 and 21 January.
  @Test(arguments: [
    ("2025-01-06", Status.noData, nil as String?), ("2025-01-07", .info, "1.0000"), ("2025-01-14", .info, "0.5000"),
    ("2025-01-20", .info, "0.5000"), ("2025-01-21", .info, "0.6667"),
  ])
  func theShareOfTuesdaysServed(asOf: String, status: Status, observed: String?) async throws {
    let city = try await city()
    try await city.unit("O1")
    for day in ["2024-12-31", "2025-01-07", "2025-01-08", "2025-01-21"] {
      try await city.activity("team_service", on: day, unit: "T1")
    }
    try await city.add(
      .activities,
      ["activity_id": "again", "kind": "team_service", "unit_id": "T1", "held_on": "2025-01-07"])
    try await city.activity("township_meeting", on: "2025-01-14", unit: "T1")
    let judged = try await city.judge("quzhou.b2.tuesday-service", at: asOf)
    #expect(judged.map(\.subject) == ["T1"])
    #expect(judged[0].status == status)
    #expect(judged[0].observed == observed)
    #expect(judged[0].required == nil)
  }

  // 1 July 2025 is a Tuesday.
  @Test func townshipsHoldNoMeetingsOnTuesdays() async throws {
    let city = try await city()
    try await city.unit("O1")
    for day in ["2024-12-31", "2025-06-30", "2025-07-01", "2025-07-02", "2025-07-08"] {
      try await city.activity("township_meeting", on: day, unit: "T1")
    }
    try await city.activity("township_meeting", on: "2025-07-01", unit: "O1")
    let judged = try await city.judge("quzhou.b2.tuesday", at: "2025-07-07")
    #expect(
      judged.map(\.subject) == [
        "township_meeting-T1-2025-06-30", "township_meeting-T1-2025-07-01", "township_meeting-T1-2025-07-02",
      ])
    #expect(judged.map(\.status) == [.met, .unmet, .met])
    #expect(judged.map(\.unit) == ["T1", "T1", "T1"])
  }

  @Test func servicesAreCountedForEveryTownship() async throws {
    let city = try await city()
    try await city.township("T2")
    try await city.activity("team_service", on: "2025-01-01", unit: "T1")
    try await city.activity("team_service", on: "2025-06-30", unit: "T1")
    try await city.activity("team_service", on: "2025-07-01", unit: "T1")
    try await city.activity("team_service", on: "2024-12-31", unit: "T2")
    let judged = try await city.judge("quzhou.b2.service", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["T1", "T2"])
    #expect(judged.map(\.observed) == ["2", "0"])
    #expect(judged.map(\.status) == [.info, .info])
  }
}
