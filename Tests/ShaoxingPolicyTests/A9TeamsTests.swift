import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A9TeamsTests {
  private func leader(_ id: String, in unit: String, _ city: TestCity, _ person: [String: String?] = [:]) async throws {
    try await city.cadre(id, in: unit, post: ["leading": "true"], person: person)
  }

  @Test func sharesOfTheLeadingCadres() async throws {
    let city = try await TestCity("shaoxing")
    for indicator in ["women", "non-party", "young"] {
      #expect(try await city.judge("shaoxing.9.\(indicator)", at: "2025-06-15").map(\.status) == [.noData])
    }
    try await city.unit("U1")
    // On 15 June 2025 the first is 40, the second becomes 41.
    try await leader("a", in: "U1", city, ["sex": "2", "birth_date": "1984-06-16"])
    try await leader("b", in: "U1", city, ["birth_date": "1984-06-15", "political_status": "13"])
    try await leader("c", in: "U1", city, ["political_status": "02"])
    try await city.cadre("staff", in: "U1", person: ["sex": "2", "political_status": "13"])
    for indicator in ["women", "non-party", "young"] {
      let judged = try await city.judge("shaoxing.9.\(indicator)", at: "2025-06-15")["shaoxing"]
      #expect(judged?.status == .info)
      #expect(judged?.observed == "0.3333")
      #expect(judged?.required == nil)
    }
    #expect(try await city.judge("shaoxing.9.young", at: "2025-06-14")["shaoxing"]?.observed == "0.6667")
  }

  @Test func teamsOfThreeOrMore() async throws {
    let city = try await TestCity("shaoxing")
    for id in ["mixed", "plain", "two"] { try await city.unit(id) }
    try await city.unit("institution", kind: "institution")
    for unit in ["mixed", "plain", "two", "institution"] {
      try await city.cadre("\(unit)1", in: unit, post: ["role": "principal", "branch": "party"])
      try await city.cadre(
        "\(unit)2", in: unit, post: ["role": "deputy"],
        person: ["sex": unit == "plain" ? "1" : "2", "birth_date": "1980-01-01"])
    }
    // A second post in the team makes no third person.
    try await city.post("two2", in: "two", id: "again", ["role": "deputy"])
    for unit in ["mixed", "plain", "institution"] {
      try await city.cadre(
        "\(unit)3", in: unit, post: ["role": "deputy"],
        person: ["birth_date": unit == "plain" ? "1974-06-16" : "1990-01-01"])
    }
    let judged = try await city.judge("shaoxing.9.mixed-teams", at: "2025-06-15")
    #expect(judged.map(\.class) == ["non_party", "three_ages", "women", "young"])
    #expect(judged.map(\.observed) == ["0.0000", "0.5000", "0.5000", "0.5000"])
    #expect(judged.map(\.status) == [.info, .info, .info, .info])
    #expect(judged.last?.evidence == ["units/mixed"])
    let other = try await TestCity("quzhou").judge("shaoxing.9.mixed-teams", at: "2025-06-15")
    #expect(other.map(\.status) == [.noData, .noData, .noData, .noData])
  }

  // What the new head held before: the level, whether it led, its role, key and start.
  @Test(arguments: [
    ("township", "true", "staff", "other", "2025-02-28", "1.0000"),
    ("township", "false", "principal", "other", "2025-02-28", "1.0000"),
    ("township", "false", "deputy", "other", "2025-02-28", "0.0000"),
    ("county", "true", "principal", "other", "2025-02-28", "0.0000"),
    ("township", "true", "principal", "K", "2025-02-28", "0.0000"),
    ("township", "true", "principal", "other", "2025-03-01", "0.0000"),
  ])
  func headsWhoLedAtTheGrassroots(
    level: String, leading: String, role: String, key: String, start: String, share: String
  ) async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("K", kind: "party_committee", level: "county")
    try await city.unit("before", level: level)
    try await city.cadre("a", in: "K", post: ["role": "principal", "post_key": "K", "started_on": "2025-03-01"])
    try await city.post(
      "a", in: "before", ["leading": leading, "role": role, "post_key": key, "started_on": start, "ended_on": "2025-03-01"])
    let judged = try await city.judge("shaoxing.9.grassroots-heads", at: "2025-06-30")["shaoxing"]
    #expect(judged?.observed == share)
    #expect(judged?.status == .info)
  }

  @Test func headsOfCountiesAndTownshipsOfTheYearAlone() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("K", kind: "party_committee", level: "county")
    try await city.unit("C", kind: "party_committee", level: "city")
    try await city.unit("O", level: "county")
    try await city.unit("T", kind: "township", level: "township")
    try await city.cadre("city", in: "C", post: ["role": "principal", "started_on": "2025-03-01"])
    try await city.cadre("organ", in: "O", post: ["role": "principal", "started_on": "2025-03-01"])
    try await city.cadre("earlier", in: "K", post: ["role": "principal", "started_on": "2024-12-31"])
    try await city.cadre("deputy", in: "K", post: ["role": "deputy", "started_on": "2025-03-01"])
    #expect(try await city.judge("shaoxing.9.grassroots-heads", at: "2025-06-30").map(\.status) == [.noData])
    // Has left again.
    try await city.cadre("mayor", in: "T", post: ["role": "principal", "started_on": "2025-01-01", "ended_on": "2025-02-01"])
    #expect(try await city.judge("shaoxing.9.grassroots-heads", at: "2025-06-30").map(\.observed) == ["0.0000"])
  }

  @Test func personsOnEachList() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.cadre("a", in: "U1", person: ["lists": "{reserve,structural}"])
    try await city.cadre("b", in: "U1", person: ["lists": "{reserve,talent_pool}"])
    try await city.cadre("left", in: "U1", person: ["lists": "{selected_graduate}", "left_on": "2025-06-30"])
    let judged = try await city.judge("shaoxing.9.lists", at: "2025-06-30")
    #expect(judged.map(\.class) == ["reserve", "selected_graduate", "structural"])
    #expect(judged.map(\.observed) == ["2", "0", "1"])
    #expect(judged.first?.evidence == ["persons/a", "persons/b"])
  }
}
