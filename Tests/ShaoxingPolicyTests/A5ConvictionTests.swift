import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A5ConvictionTests {
  private func study(_ id: String, by unit: String, on day: String, in city: TestCity) async throws {
    try await city.add(
      .activities, ["activity_id": id, "kind": "center_group_study", "unit_id": unit, "held_on": day])
  }

  @Test func twelveStudiesAYear() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("twelve", kind: "township", level: "township")
    try await city.unit("eleven")
    try await city.unit("school", kind: "party_school")
    try await city.unit("gone", ["dissolved_on": "2025-06-01"])
    for month in 1...12 {
      let day = "2025-\(month < 10 ? "0" : "")\(month)-28"
      try await study("A\(month)", by: "twelve", on: day, in: city)
      if month > 1 { try await study("B\(month)", by: "eleven", on: day, in: city) }
    }
    try await study("B0", by: "eleven", on: "2024-12-31", in: city)
    let end = try await city.judge("shaoxing.5.study", at: "2025-12-31")
    #expect(end.map(\.subject) == ["eleven", "twelve"])
    #expect(end.status(of: "twelve") == .met)
    #expect(end["eleven"]?.status == .unmet)
    #expect(end["eleven"]?.observed == "11")
    #expect(end["eleven"]?.required == "12")
    #expect(try await city.judge("shaoxing.5.study", at: "2025-11-30").status(of: "eleven") == .pending)
    #expect(try await city.judge("shaoxing.5.study", at: "2025-12-01").status(of: "eleven") == .atRisk)
    #expect(try await city.judge("shaoxing.5.study", at: "2025-12-27").status(of: "twelve") == .atRisk)
  }

  private func schoolClass(
    _ id: String, _ theory: String?, _ spirit: String?, _ other: String?, in city: TestCity,
    _ more: [String: String?] = [:]
  ) async throws {
    try await city.add(
      .trainingClasses,
      [
        "class_id": id, "organizer_unit_id": "U1", "provider": "county_party_school", "mode": "off_job",
        "main_class": "true", "started_on": "2025-03-01", "ended_on": "2025-03-20", "theory_hours": theory,
        "party_spirit_hours": spirit, "other_hours": other,
      ].merging(more) { _, new in new })
  }

  @Test func sharesAreComparedExactlyAndShownRounded() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await schoolClass("exact", "50", "20", "30", in: city)
    // 699.96 of 1000 rounds to 0.7000 and is still less than 70%.
    try await schoolClass("below", "500", "199.96", "300.04", in: city)
    let theory = try await city.judge("shaoxing.5.theory-share", at: "2025-12-31")
    #expect(theory["exact"]?.status == .met)
    #expect(theory["exact"]?.observed == "0.7000")
    #expect(theory["exact"]?.required == "0.7000")
    #expect(theory["exact"]?.unit == "U1")
    #expect(theory["below"]?.status == .unmet)
    #expect(theory["below"]?.observed == "0.7000")
    let spirit = try await city.judge("shaoxing.5.spirit-share", at: "2025-12-31")
    #expect(spirit["exact"]?.status == .met)
    #expect(spirit["exact"]?.observed == "0.2000")
    #expect(spirit["below"]?.status == .unmet)
    #expect(spirit["below"]?.observed == "0.2000")
    #expect(spirit["below"]?.reason == .belowShare)
  }

  @Test func hoursThatAreMissingCannotBeJudged() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await schoolClass("noTheory", nil, "20", "30", in: city)
    try await schoolClass("noOther", "50", "20", nil, in: city)
    try await schoolClass("none", "0", "0", "0", in: city)
    for indicator in ["shaoxing.5.theory-share", "shaoxing.5.spirit-share"] {
      let judged = try await city.judge(indicator, at: "2025-12-31")
      #expect(judged.map(\.status) == [.noData, .noData, .noData])
      #expect(judged.allSatisfy { $0.observed == nil && $0.required == nil })
    }
  }

  @Test func onlyMainClassesAtPartySchoolsOfTheYear() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await schoolClass("university", "50", "20", "30", in: city, ["provider": "university"])
    try await schoolClass("side", "50", "20", "30", in: city, ["main_class": "false"])
    try await schoolClass("earlier", "50", "20", "30", in: city, ["started_on": "2024-12-31"])
    try await schoolClass("ahead", "50", "20", "30", in: city, ["started_on": "2025-07-01", "ended_on": "2025-07-02"])
    try await schoolClass("first", "50", "20", "30", in: city, ["started_on": "2025-01-01"])
    #expect(try await city.judge("shaoxing.5.theory-share", at: "2025-06-30").map(\.subject) == ["first"])
  }

  @Test func lecturesAreCounted() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.person("a")
    for (index, day) in ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"].enumerated() {
      try await city.add(.activities, ["activity_id": "L\(index)", "kind": "lecture", "person_id": "a", "held_on": day])
    }
    let judged = try await city.judge("shaoxing.5.lectures", at: "2025-06-30")
    #expect(judged.map(\.observed) == ["2"])
    #expect(judged["shaoxing"]?.status == .info)
  }
}
