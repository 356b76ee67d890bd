import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A11DevelopmentTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await schoolClass("K", in: city)
    return city
  }

  private func schoolClass(_ id: String, in city: TestCity, _ more: [String: String?] = [:]) async throws {
    try await city.add(
      .trainingClasses,
      [
        "class_id": id, "organizer_unit_id": "U1", "provider": "city_party_school", "mode": "off_job",
        "main_class": "true", "started_on": "2024-12-01", "ended_on": "2025-01-20",
      ].merging(more) { _, new in new })
  }

  private func leader(_ id: String, in city: TestCity, _ more: [String: String?] = [:]) async throws {
    try await city.cadre(id, in: "U1", post: ["leading": "true"], person: more)
  }

  private func record(_ id: String, of person: String, class classID: String?, on day: String, in city: TestCity)
    async throws
  {
    try await city.add(
      .trainingRecords,
      ["record_id": id, "person_id": person, "class_id": classID, "completed_on": day, "hours": "8", "days": "1"])
  }

  @Test func exactlyAThirdIsEnough() async throws {
    let city = try await city()
    for id in ["a", "b", "c"] { try await leader(id, in: city) }
    try await leader("county", in: city, ["managed_by": "county"])
    try await city.cadre("staff", in: "U1")
    try await record("R1", of: "a", class: "K", on: "2025-01-01", in: city)
    try await record("R2", of: "a", class: "K", on: "2025-01-20", in: city)
    try await record("R3", of: "county", class: "K", on: "2025-01-20", in: city)
    let third = try await city.judge("shaoxing.11.rotation-training", at: "2025-06-30")["shaoxing"]
    #expect(third?.status == .met)
    #expect(third?.observed == "0.3333")
    #expect(third?.required == "0.3333")
    #expect(third?.dueOn == "2025-12-31")
    try await leader("d", in: city)
    let quarter = try await city.judge("shaoxing.11.rotation-training", at: "2025-12-31")["shaoxing"]
    #expect(quarter?.status == .unmet)
    #expect(quarter?.observed == "0.2500")
  }

  @Test func onlyFullTimeMainClassesOfTheYearAtTheTwoSchools() async throws {
    let city = try await city()
    try await leader("a", in: city)
    try await schoolClass("part", in: city, ["mode": "on_job"])
    try await schoolClass("side", in: city, ["main_class": "false"])
    try await schoolClass("county", in: city, ["provider": "county_party_school"])
    try await schoolClass("province", in: city, ["provider": "provincial_party_school"])
    for id in ["part", "side", "county"] { try await record("R\(id)", of: "a", class: id, on: "2025-02-01", in: city) }
    try await record("none", of: "a", class: nil, on: "2025-02-01", in: city)
    try await record("earlier", of: "a", class: "K", on: "2024-12-31", in: city)
    try await record("ahead", of: "a", class: "province", on: "2025-05-01", in: city)
    let before = try await city.judge("shaoxing.11.rotation-training", at: "2025-04-30")["shaoxing"]
    #expect(before?.status == .pending)
    #expect(before?.observed == "0.0000")
    #expect(try await city.judge("shaoxing.11.rotation-training", at: "2025-05-01")["shaoxing"]?.status == .met)
  }

  @Test func withoutLeadersOfTheCityThereIsNothingToJudge() async throws {
    let city = try await city()
    try await leader("a", in: city, ["managed_by": "county"])
    try await leader("b", in: city, ["left_on": "2025-02-01"])
    let judged = try await city.judge("shaoxing.11.rotation-training", at: "2025-06-30")
    #expect(judged.map(\.status) == [.noData])
  }

  // On 15 June 2025 someone born a day later in 1989 is 35.
  @Test(arguments: [
    ("{reserve}", "city", "1970-01-01", true), ("{reserve}", "county", "1990-01-01", false),
    ("{young_talent}", "unit", "1970-01-01", true), ("{structural}", "unit", "1989-06-16", true),
    ("{structural}", "city", "1989-06-15", false), ("{selected_graduate}", "county", "1989-06-16", true),
    ("{selected_graduate}", "county", "1989-06-15", false), ("{talent_pool}", "city", "1990-01-01", false),
  ])
  func reserveOfTheCityAndTheYoung(lists: String, managedBy: String, born: String, counts: Bool) async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1", person: ["lists": lists, "managed_by": managedBy, "birth_date": born])
    try await record("R", of: "a", class: "K", on: "2025-01-20", in: city)
    let judged = try await city.judge("shaoxing.11.reserve-training", at: "2025-06-15")["shaoxing"]
    #expect(judged?.observed == (counts ? "1" : "0"))
  }

  @Test func oneHundredAndEightyOfTheLists() async throws {
    let city = try await city()
    let lists = ["{young_talent}", "{structural,talent_pool}", "{selected_graduate}"]
    for number in 1...179 {
      try await city.cadre(
        "p\(number)", in: "U1", person: ["lists": lists[number % 3], "managed_by": "unit", "birth_date": "1995-01-01"])
      try await record("r\(number)", of: "p\(number)", class: "K", on: "2025-01-20", in: city)
    }
    try await city.cadre("pool", in: "U1", person: ["lists": "{talent_pool}"])
    try await city.cadre("last", in: "U1", person: ["lists": "{reserve,selected_graduate}"])
    try await record("again", of: "p1", class: "K", on: "2025-01-21", in: city)
    try await record("pool", of: "pool", class: "K", on: "2025-01-21", in: city)
    let short = try await city.judge("shaoxing.11.reserve-training", at: "2025-06-30")["shaoxing"]
    #expect(short?.status == .pending)
    #expect(short?.observed == "179")
    #expect(short?.required == "180")
    try await record("last", of: "last", class: "K", on: "2025-06-30", in: city)
    #expect(try await city.judge("shaoxing.11.reserve-training", at: "2025-06-30")["shaoxing"]?.status == .met)
  }

  @Test func secondedPersonsAreCountedOnce() async throws {
    let city = try await city()
    let seconded = ["entry": "secondment", "secondment_to": "grassroots", "started_on": "2025-01-01"]
    try await city.cadre("twice", in: "U1", post: seconded)
    try await city.post(
      "twice", in: "U1", id: "second", seconded.merging(["started_on": "2025-05-01"]) { _, new in new })
    try await city.cadre("earlier", in: "U1", post: seconded.merging(["started_on": "2024-12-31"]) { _, new in new })
    for place in ["central", "provincial", "developed", "city_organ", nil] {
      try await city.cadre(
        "to\(place ?? "")", in: "U1", post: ["entry": "secondment", "started_on": "2025-01-01", "secondment_to": place])
    }
    try await city.cadre("firm", in: "U1", post: seconded.merging(["secondment_to": "enterprise"]) { _, new in new })
    try await city.cadre("work", in: "U1", post: seconded.merging(["secondment_to": "key_work"]) { _, new in new })
    try await city.cadre("transferred", in: "U1", post: ["started_on": "2025-05-01"])
    // The secondment is over, the person is back in the post before.
    try await city.cadre("back", in: "U1")
    try await city.post("back", in: "U1", id: "done", seconded.merging(["ended_on": "2025-04-01"]) { _, new in new })
    // No longer on roll.
    try await city.cadre("left", in: "U1", post: seconded, person: ["left_on": "2025-03-01"])
    let judged = try await city.judge("shaoxing.11.secondments", at: "2025-06-30")["shaoxing"]
    #expect(judged?.observed == "4")
    #expect(judged?.required == "90")
    #expect(judged?.status == .pending)
  }

  @Test func exchangesByTheFirstDirectionThatFits() async throws {
    let city = try await city()
    try await city.unit("K1", level: "county", ["region_code": "330602"])
    try await city.unit("K2", level: "county", ["region_code": "330603"])
    try await city.unit("T", kind: "township", level: "township", ["region_code": "330602"])
    try await city.unit("U2")
    for (index, (from, to)) in [("U1", "T"), ("U1", "K1"), ("K1", "U1"), ("K1", "K2"), ("U1", "U2"), ("U1", "U1")]
      .enumerated()
    {
      try await city.cadre("m\(index)", in: from, post: ["ended_on": "2025-03-01"])
      try await city.post("m\(index)", in: to, id: "n\(index)", ["entry": "exchange", "started_on": "2025-03-01"])
    }
    let judged = try await city.judge("shaoxing.11.exchanges", at: "2025-06-30")
    #expect(
      judged.map(\.class) == [
        "between_departments", "city_to_county", "county_to_city", "county_to_county", "to_enterprise", "to_township",
      ])
    #expect(judged.map(\.observed) == ["1", "1", "1", "1", "0", "1"])
  }
}
