import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A13TalksTests {
  private func talk(_ id: String, _ from: String, _ to: String, on day: String, in city: TestCity) async throws {
    try await city.add(
      .talks,
      ["talk_id": id, "from_person_id": from, "to_person_id": to, "held_on": day, "kind": "heart_to_heart"])
  }

  private let secretary = ["role": "principal", "branch": "party"]
  private let mayor = ["role": "principal", "branch": "admin"]
  private let deputy = ["role": "deputy"]

  /// A city committee with its secretary and mayor, a county's below it, and what lies below that.
  private func committees() async throws -> TestCity {
    let city = try await TestCity("shaoxing")
    try await city.unit("C", kind: "party_committee", level: "city")
    try await city.unit("K", kind: "party_committee", level: "county", ["parent_unit_id": "C"])
    try await city.unit("T", kind: "township", level: "township", ["parent_unit_id": "K"])
    try await city.unit("O", kind: "organ", level: "county", ["parent_unit_id": "K"])
    try await city.unit("X", kind: "township", level: "township", ["parent_unit_id": "K", "dissolved_on": "2025-01-01"])
    try await city.cadre("cs", in: "C", post: secretary)
    try await city.cadre("cm", in: "C", post: mayor)
    try await city.cadre("ks", in: "K", post: secretary)
    try await city.cadre("km", in: "K", post: mayor)
    try await city.cadre("kd", in: "K", post: deputy)
    try await city.cadre("ts", in: "T", post: secretary)
    try await city.cadre("tm", in: "T", post: mayor)
    try await city.cadre("td", in: "T", post: deputy)
    try await city.cadre("oh", in: "O", post: mayor)
    try await city.cadre("od", in: "O", post: deputy)
    try await city.cadre("xs", in: "X", post: secretary)
    return city
  }

  @Test func secretariesWithTheirTeamAndThePrincipalsBelow() async throws {
    let city = try await committees()
    try await talk("T1", "cs", "cm", on: "2025-01-01", in: city)
    try await talk("T2", "km", "ks", on: "2025-03-01", in: city)
    try await talk("T3", "ks", "ts", on: "2024-12-31", in: city)
    let judged = try await city.judge("shaoxing.13.talk-secretary", at: "2025-08-15")
    #expect(
      judged.map(\.subject) == [
        // The city's secretary: the mayor, and both principals of the county. Heads of branch admin owe none.
        "cs>cm", "cs>km", "cs>ks",
        // The county's: the team, and both principals of the township; neither the organ's head nor a unit dissolved.
        "ks>kd", "ks>km", "ks>tm", "ks>ts",
        "ts>td", "ts>tm",
      ])
    #expect(judged.filter { $0.status == .met }.map(\.subject) == ["cs>cm"])
    #expect(judged["ks>ts"]?.unit == "K")
    #expect(judged["ts>tm"]?.unit == "T")
    #expect(judged["ks>ts"]?.required == "1")
    #expect(judged["cs>cm"]?.evidence == ["talks/T1"])
  }

  @Test func aCommitteeHeadOfBranchAdminTalksOnlyWithThoseBelow() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("K", kind: "party_committee", level: "county")
    try await city.unit("T", kind: "township", level: "township", ["parent_unit_id": "K"])
    try await city.cadre("km", in: "K", post: mayor)
    try await city.cadre("kd", in: "K", post: deputy)
    try await city.cadre("ts", in: "T", post: secretary)
    #expect(try await city.judge("shaoxing.13.talk-secretary", at: "2025-08-15").map(\.subject) == ["km>ts"])
  }

  @Test(arguments: [
    // The year's last ninety days are 3 October to 31 December.
    ("2015-01-01", "2025-10-02", Status.unmet), ("2015-01-01", "2025-10-03", .exempt),
    ("2025-10-03", "2015-01-01", .exempt), ("2025-10-02", "2015-01-01", .unmet),
  ])
  func pairsThatBeganLateAreExempt(headSince: String, deputySince: String, status: Status) async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("O")
    try await city.cadre("h", in: "O", post: ["role": "principal", "branch": "both", "started_on": headSince])
    try await city.cadre("d", in: "O", post: ["role": "deputy", "started_on": deputySince])
    for indicator in ["shaoxing.13.talk-secretary", "shaoxing.13.talk-head"] {
      #expect(try await city.judge(indicator, at: "2025-12-31").status(of: "h>d") == status)
    }
  }

  @Test func severalRoutesToOnePairAreOneResult() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("B", kind: "organ")
    try await city.unit("A", kind: "institution", level: "county")
    for unit in ["A", "B"] { try await city.unit("\(unit)1", kind: "enterprise", level: "township") }
    try await city.cadre("h", in: "A", post: secretary)
    try await city.post("h", in: "B", secretary)
    // In B's team since long, a middle principal in A since the year's last days.
    try await city.cadre("d", in: "B", post: deputy)
    try await city.post("d", in: "A", ["role": "middle_principal", "started_on": "2025-12-01"])
    let judged = try await city.judge("shaoxing.13.talk-head", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["h>d"])
    #expect(judged["h>d"]?.unit == "A")
    #expect(judged["h>d"]?.status == .unmet)
  }

  @Test func headsOfUnitsOfCityAndCountyOnly() async throws {
    let city = try await TestCity("shaoxing")
    for (id, kind, level) in [
      ("organ", "organ", "city"), ("school", "party_school", "county"), ("station", "institution", "township"),
      ("committee", "party_committee", "city"), ("township", "township", "township"),
    ] {
      try await city.unit(id, kind: kind, level: level)
      try await city.cadre("h-\(id)", in: id, post: mayor)
      try await city.cadre("d-\(id)", in: id, post: deputy)
      try await city.cadre("m-\(id)", in: id, post: ["role": "middle_principal"])
      try await city.cadre("s-\(id)", in: id, post: ["role": "middle_deputy"])
    }
    #expect(
      try await city.judge("shaoxing.13.talk-head", at: "2025-06-30").map(\.subject) == [
        "h-organ>d-organ", "h-organ>m-organ", "h-school>d-school", "h-school>m-school",
      ])
  }

  @Test func leadersInChargeTalkWithTheHeads() async throws {
    let city = try await committees()
    func charge(_ id: String, _ person: String, _ unit: String, over charged: String?, from: String, to: String? = nil)
      async throws
    {
      try await city.add(
        .charges,
        [
          "charge_id": id, "person_id": person, "unit_id": unit, "charged_unit_id": charged,
          "area": charged == nil ? "finance" : nil, "started_on": from, "ended_on": to,
        ])
    }
    try await charge("C1", "kd", "K", over: "O", from: "2025-10-02")
    try await charge("C2", "km", "K", over: "O", from: "2025-10-03")
    try await charge("C3", "td", "T", over: "O", from: "2020-01-01")
    try await charge("C4", "ks", "K", over: "O", from: "2020-01-01", to: "2025-12-31")
    try await charge("C5", "oh", "O", over: "O", from: "2020-01-01")
    try await charge("C6", "kd", "K", over: "X", from: "2020-01-01")
    try await charge("C7", "cm", "C", over: nil, from: "2020-01-01")
    let judged = try await city.judge("shaoxing.13.talk-charge", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["kd>oh", "km>oh"])
    #expect(judged.map(\.status) == [.unmet, .exempt])
    #expect(judged["kd>oh"]?.unit == "K")
    // The last day of a charge is the day before its end.
    let dayBefore = try await city.judge("shaoxing.13.talk-charge", at: "2025-12-30")
    #expect(dayBefore.map(\.subject) == ["kd>oh", "km>oh", "ks>oh"])
  }
}
