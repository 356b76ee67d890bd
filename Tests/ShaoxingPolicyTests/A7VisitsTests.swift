import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A7VisitsTests {
  private func place(_ id: String, _ kind: String, _ region: String, unit: String? = nil, in city: TestCity)
    async throws
  {
    try await city.add(
      .places, ["place_id": id, "name": id, "kind": kind, "region_code": region, "unit_id": unit])
  }

  private func visit(_ id: String, by person: String, to place: String, on day: String, in city: TestCity)
    async throws
  {
    try await city.add(
      .activities,
      ["activity_id": id, "kind": "visit", "person_id": person, "target_id": place, "held_on": day])
  }

  private func secretary(_ id: String, of unit: String, in city: TestCity) async throws {
    try await city.cadre(id, in: unit, post: ["role": "principal", "branch": "party"])
  }

  @Test func everyTownshipWithinTheTerm() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("C", kind: "party_committee", level: "city")
    try await secretary("a", of: "C", in: city)
    try await city.person("b")
    try await place("T1", "township", "330602", in: city)
    try await place("T2", "township", "330603", in: city)
    try await place("V1", "village", "330602", in: city)
    try await visit("W0", by: "a", to: "T1", on: "2021-12-31", in: city)
    try await visit("W1", by: "b", to: "T1", on: "2022-05-01", in: city)
    try await visit("W2", by: "a", to: "T2", on: "2022-01-01", in: city)
    try await visit("W3", by: "a", to: "T2", on: "2023-01-01", in: city)
    try await visit("W4", by: "a", to: "T1", on: "2026-12-31", in: city)
    let half = try await city.judge("shaoxing.7.visit-city", at: "2026-11-30")["C"]
    #expect(half?.status == .pending)
    #expect(half?.period == "2022-2026")
    #expect(half?.observed == "0.5000")
    #expect(half?.required == "1.0000")
    #expect(half?.dueOn == "2026-12-31")
    #expect(try await city.judge("shaoxing.7.visit-city", at: "2026-12-01")["C"]?.status == .atRisk)
    #expect(try await city.judge("shaoxing.7.visit-city", at: "2026-12-31")["C"]?.status == .met)
    let before = try await city.judge("shaoxing.7.visit-city", at: "2021-12-31")["C"]
    #expect(before?.status == .unmet)
    #expect(before?.period == "2017-2021")
    #expect(try await city.judge("shaoxing.7.visit-city", at: "2032-01-01").isEmpty)
  }

  // 365 days before the end of 2026 is the end of 2025. The run of the post counts, not its last record.
  @Test(
    arguments: [
      ("2025-12-31", nil, Status.pending), ("2026-01-01", nil, .exempt), ("2026-01-01", "2025-12-31", .pending),
      ("2026-01-03", "2025-12-31", .exempt),
    ] as [(String, String?, Status)])
  func whoBecameHeadInTheLastYearIsExempt(start: String, before: String?, status: Status) async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("C", kind: "party_committee", level: "city")
    let post: [String: String?] = ["role": "principal", "branch": "party", "post_key": "K"]
    try await city.cadre("a", in: "C", post: post.merging(["started_on": start]) { _, new in new })
    if let before {
      // Ends on the day given plus one: the gap to 3 January is two days.
      try await city.post(
        "a", in: "C", id: "before", post.merging(["started_on": before, "ended_on": "2026-01-01"]) { _, new in new })
    }
    let exemptWithoutPlaces = try await city.judge("shaoxing.7.visit-city", at: "2026-02-01")["C"]
    #expect(exemptWithoutPlaces?.status == (status == .exempt ? .exempt : .noData))
    try await place("T1", "township", "330602", in: city)
    let judged = try await city.judge("shaoxing.7.visit-city", at: "2026-02-01")["C"]
    #expect(judged?.status == status)
    #expect((judged?.observed == nil) == (status == .exempt))
    #expect((judged?.reason == .headBeganLate) == (status == .exempt))
  }

  @Test func villagesOfTheCountyOnly() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("K1", kind: "party_committee", level: "county", ["region_code": "330602"])
    try await city.unit("K2", kind: "party_committee", level: "county", ["region_code": "330603"])
    try await city.unit("K3", kind: "party_committee", level: "county", ["region_code": "330604"])
    try await city.unit("O", kind: "organ", level: "county", ["region_code": "330602"])
    try await city.cadre("a", in: "K1", post: ["role": "principal", "branch": "admin"])
    try await secretary("b", of: "K2", in: city)
    try await secretary("o", of: "O", in: city)
    try await place("V1", "village", "330602", in: city)
    try await place("V2", "village", "330602", in: city)
    try await place("V3", "village", "330602", in: city)
    try await place("N1", "natural_village", "330603", in: city)
    try await visit("W1", by: "a", to: "V1", on: "2025-05-01", in: city)
    try await visit("W2", by: "a", to: "V3", on: "2025-05-01", in: city)
    let judged = try await city.judge("shaoxing.7.visit-county", at: "2025-08-15")
    #expect(judged.map(\.subject) == ["K1", "K2"])
    #expect(judged["K1"]?.observed == "0.6667")
    #expect(judged["K2"]?.status == .noData)
    #expect(judged["K2"]?.required == nil)
  }

  @Test func hamletsCommunitiesAndHouseholdsOfTheTownship() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("T", kind: "township", level: "township", ["region_code": "330602"])
    try await city.unit("S", kind: "township", level: "township", ["region_code": "330602"])
    try await secretary("a", of: "T", in: city)
    try await place("N", "natural_village", "330602", unit: "T", in: city)
    try await place("C", "community", "330602", unit: "T", in: city)
    try await place("H", "difficult_household", "330602", unit: "T", in: city)
    try await place("V", "village", "330602", unit: "T", in: city)
    try await place("N2", "natural_village", "330602", unit: "S", in: city)
    for place in ["N", "C", "H"] { try await visit("W\(place)", by: "a", to: place, on: "2025-05-01", in: city) }
    let judged = try await city.judge("shaoxing.7.visit-township", at: "2025-08-15")
    #expect(judged.map(\.subject) == ["T"])
    #expect(judged["T"]?.status == .met)
    #expect(judged["T"]?.evidence == ["activities/WC", "activities/WH", "activities/WN"])
    // Once the secretary is gone, the next one has to go round again.
    try await city.cadre("b", in: "T", post: ["role": "principal", "branch": "both", "started_on": "2025-08-01"])
    let next = try await city.judge("shaoxing.7.visit-township", at: "2025-08-15")["T"]
    #expect(next?.observed == "0.0000")
    #expect(next?.status == .pending)
  }
}
