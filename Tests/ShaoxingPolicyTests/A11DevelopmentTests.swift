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
      ["class_id": id, "organizer_unit_id": "U1", "provider": "city_party_school", "mode": "off_job",
        "main_class": "true", "started_on": "2024-12-01", "ended_on": "2025-01-20"].merging(more) { _, new in new })
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

  @Test func oneHundredAndEightyOfTheThreeLists() async throws {
    let city = try await city()
    let lists = ["{reserve}", "{structural,talent_pool}", "{selected_graduate}"]
    for number in 1...179 {
      try await city.cadre("p\(number)", in: "U1", person: ["lists": lists[number % 3], "managed_by": "unit"])
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
    let seconded = ["entry": "secondment", "started_on": "2025-01-01"]
    try await city.cadre("twice", in: "U1", post: seconded)
    try await city.post(
      "twice", in: "U1", id: "second", seconded.merging(["started_on": "2025-05-01"]) { _, new in new })
    try await city.cadre("earlier", in: "U1", post: ["entry": "secondment", "started_on": "2024-12-31"])
    try await city.cadre("transferred", in: "U1", post: ["started_on": "2025-05-01"])
    // The secondment is over, the person is back in the post before.
    try await city.cadre("back", in: "U1")
    try await city.post("back", in: "U1", id: "done", seconded.merging(["ended_on": "2025-04-01"]) { _, new in new })
    // No longer on roll.
    try await city.cadre("left", in: "U1", post: seconded, person: ["left_on": "2025-03-01"])
    let judged = try await city.judge("shaoxing.11.secondments", at: "2025-06-30")["shaoxing"]
    #expect(judged?.observed == "2")
    #expect(judged?.required == "90")
    #expect(judged?.status == .pending)
  }
}
