import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct JingxianVettingTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("U1", level: "county")
    return city
  }

  private func vetted(_ person: String, on day: String, in city: TestCity) async throws {
    try await city.add(
      .politicalVettings,
      ["vetting_id": "P-\(person)-\(day)", "person_id": person, "held_on": day, "result": "unqualified"])
  }

  private func selected(_ id: String, _ more: [String: String?], in city: TestCity) async throws {
    try await city.add(
      .selections,
      [
        "selection_id": id, "person_id": "a", "unit_id": "U1", "kind": "promotion", "rank": "staff",
        "decided_on": "2025-03-01",
      ].merging(more) { _, new in new })
  }

  // 365 days before 1 March 2025 is 1 March 2024.
  @Test(arguments: [
    ("2025-03-01", Status.met), ("2025-03-02", .unmet), ("2024-03-01", .met), ("2024-02-29", .unmet),
  ])
  func vettedWithinAYearBeforeTheDecision(day: String, expected: Status) async throws {
    let city = try await city()
    try await city.person("a")
    try await city.person("b")
    try await vetted("a", on: day, in: city)
    try await vetted("b", on: "2025-02-01", in: city)
    try await selected("S1", [:], in: city)
    let judged = try await city.judge("jingxian.1.1.vetted", at: "2025-06-30")
    #expect(judged.map(\.status) == [expected])
    #expect(judged[0].unit == "U1")
  }

  @Test func promotionsAndImportantPostsOfTheYear() async throws {
    let city = try await city()
    try await city.person("a")
    try await selected("promotion", ["decided_on": "2025-01-01"], in: city)
    try await selected("important", ["kind": "transfer", "important": "true"], in: city)
    try await selected("transfer", ["kind": "transfer"], in: city)
    try await selected("lastYear", ["decided_on": "2024-12-31"], in: city)
    try await selected("ahead", ["decided_on": "2025-07-01"], in: city)
    let judged = try await city.judge("jingxian.1.1.vetted", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["important", "promotion"])
    #expect(judged.map(\.status) == [.unmet, .unmet])
  }

  @Test func leadersOfTheCountyAreVettedEachYear() async throws {
    let city = try await city()
    let county: [String: String?] = ["managed_by": "county"]
    for id in ["vetted", "open", "before"] { try await city.cadre(id, in: "U1", post: ["leading": "true"], person: county) }
    try await city.cadre(
      "new", in: "U1", post: ["leading": "true"], person: ["managed_by": "county", "entered_on": "2025-01-02"])
    try await city.cadre("follower", in: "U1", person: county)
    try await city.cadre("elsewhere", in: "U1", post: ["leading": "true"])
    try await vetted("vetted", on: "2025-01-01", in: city)
    try await vetted("before", on: "2024-12-31", in: city)
    let judged = try await city.judge("jingxian.1.1.yearly", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["before", "new", "open", "vetted"])
    #expect(judged.map(\.status) == [.pending, .exempt, .pending, .met])
    #expect(try await city.judge("jingxian.1.1.yearly", at: "2025-12-31").status(of: "open") == .unmet)
  }
}
