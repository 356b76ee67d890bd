import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct B9B10Tests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.township("T1")
    try await city.township("T2")
    try await city.village("V1", of: "T1")
    try await city.village("V2", of: "T2")
    try await city.person("p")
    return city
  }

  private func project(_ id: String, on day: String, _ more: [String: String?] = [:], in city: TestCity) async throws {
    try await city.add(
      .villageProjects,
      [
        "project_id": id, "village_id": "V1", "started_on": day, "contractor_relation": "none",
        "disclosed_decision": "true", "disclosed_funding": "true", "disclosed_bidding": "true", "supervised": "true",
        "completed_on": day,
      ]
      .merging(more) { _, new in new })
  }

  @Test(arguments: [
    ("quzhou.b9.contract", "contractor_relation", "cadre"), ("quzhou.b9.contract", "contractor_relation", "family"),
    ("quzhou.b9.disclosure", "disclosed_decision", "false"), ("quzhou.b9.disclosure", "disclosed_funding", "false"),
    ("quzhou.b9.disclosure", "disclosed_bidding", "false"), ("quzhou.b9.supervision", "supervised", "false"),
  ])
  func projectsOfTheYear(indicator: String, column: String, broken: String) async throws {
    let city = try await city()
    try await project("lastYear", on: "2024-12-31", [column: broken], in: city)
    try await project("good", on: "2025-01-01", in: city)
    try await project("broken", on: "2025-06-30", [column: broken], in: city)
    try await project("ahead", on: "2025-07-01", [column: broken], in: city)
    let judged = try await city.judge(indicator, at: "2025-06-30")
    #expect(judged.map(\.subject) == ["broken", "good"])
    #expect(judged.map(\.status) == [.unmet, .met])
    #expect(judged.map(\.unit) == ["T1", "T1"])
    for other in ["quzhou.b9.contract", "quzhou.b9.disclosure", "quzhou.b9.supervision"] where other != indicator {
      #expect(try await city.judge(other, at: "2025-06-30").map(\.status) == [.met, .met])
    }
  }

  @Test(arguments: [("quzhou.b9.disclosure", "disclosed_bidding"), ("quzhou.b9.supervision", "supervised")])
  func thereIsTimeUntilTheProjectIsCompleted(indicator: String, column: String) async throws {
    let city = try await city()
    func project(_ id: String, _ started: String, _ completed: String?, _ value: String = "false") async throws {
      try await self.project(id, on: started, [column: value, "completed_on": completed], in: city)
    }
    try await project("running", "2025-01-01", nil)
    try await project("completed", "2025-01-01", "2025-06-30")
    try await project("completedAhead", "2025-01-01", "2025-07-01")
    try await project("good", "2025-01-01", nil, "true")
    // Running when last year ended, or not.
    try await project("carried", "2024-05-01", "2025-01-01")
    try await project("carriedAndRunning", "2020-05-01", nil)
    try await project("over", "2024-05-01", "2024-12-31")
    try await project("metBefore", "2024-05-01", nil, "true")
    let judged = try await city.judge(indicator, at: "2025-06-30")
    #expect(
      judged.map(\.subject) == ["carried", "carriedAndRunning", "completed", "completedAhead", "good", "running"])
    #expect(judged.map(\.status) == [.unmet, .pending, .unmet, .pending, .met, .pending])
    #expect(try await city.judge("quzhou.b9.contract", at: "2025-06-30").count == 4)
  }

  // In office before the policy: 90 days after 12 April 2019 is 11 July 2019.
  @Test(arguments: [
    (nil as String?, "2019-06-10", Status.pending), (nil, "2019-06-11", .atRisk), (nil, "2019-07-11", .unmet),
    ("2019-07-11", "2025-06-30", .met), ("2019-07-12", "2025-06-30", .unmet), ("2015-01-01", "2019-04-12", .met),
  ])
  func signedWithinNinetyDaysOfThePolicy(signed: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("p", "director", of: "V1", ["started_on": "2014-03-01"])
    if let signed {
      try await city.add(
        .commitments, ["commitment_id": "B1", "person_id": "p", "kind": "no_gambling", "signed_on": signed])
    }
    try await city.add(
      .commitments, ["commitment_id": "B2", "person_id": "p", "kind": "two_circles", "signed_on": "2019-05-01"])
    let judged = try await city.judge("quzhou.b10.commitment", at: asOf)
    #expect(judged.map(\.subject) == ["p"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2019-07-11")
  }

  @Test func theEarliestPresentOfficeCounts() async throws {
    let city = try await city()
    try await city.villageCadre("p", "reserve", of: "V1", ["started_on": "2020-01-01"])
    try await city.villageCadre("p", "committee", of: "V1", ["started_on": "2021-01-01", "ended_on": "2023-01-01"])
    try await city.villageCadre("p", "director", of: "V1", ["started_on": "2025-03-01"])
    try await city.villageCadre("p", "secretary", of: "V2", ["started_on": "2025-02-01"])
    let judged = try await city.judge("quzhou.b10.commitment", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["p"])
    // 90 days after 1 February 2025.
    #expect(judged[0].dueOn == "2025-05-02")
    #expect(judged[0].unit == "T2")
  }
}
