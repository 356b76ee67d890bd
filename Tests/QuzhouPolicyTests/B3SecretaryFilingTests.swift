import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct B3SecretaryFilingTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("S1", kind: "party_school")
    try await city.township("T1")
    try await city.township("T2")
    try await city.village("V1", of: "T1")
    try await city.village("V2", of: "T2")
    try await city.person("s", ["hired_on": "2025-05-01"])
    return city
  }

  @Test(arguments: [
    ("county", "off_job", "2025-01-01", Status.met), ("city", "on_job", "2025-12-31", .met),
    ("province", "off_job", "2025-06-01", .met), ("unit", "off_job", "2025-06-01", .unmet),
    ("county", "off_job", "2024-12-31", .unmet), ("county", "online", "2025-06-01", .unmet),
    ("county", "self_study", "2025-06-01", .unmet),
  ])
  func classesOfCountyLevelAndAboveCount(
    level: String, mode: String, completed: String, expected: Status
  ) async throws {
    let city = try await city()
    try await city.villageCadre("s", "secretary", of: "V1")
    try await city.add(
      .trainingClasses,
      [
        "class_id": "K1", "organizer_unit_id": "S1", "admin_level": level, "mode": mode, "started_on": "2024-12-01",
        "ended_on": "2024-12-02",
      ])
    try await city.add(
      .trainingRecords, ["record_id": "R1", "person_id": "s", "class_id": "K1", "completed_on": completed])
    // Without a class there is no level.
    try await city.add(.trainingRecords, ["record_id": "R2", "person_id": "s", "completed_on": "2025-02-01"])
    let judged = try await city.judge("quzhou.b3.training", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["s"])
    #expect(judged[0].status == expected)
    #expect(judged[0].unit == "T1")
  }

  // Within the last 90 days of 2025: from 3 October.
  @Test(arguments: [("2025-10-02", Status.unmet), ("2025-10-03", .exempt)])
  func officeOfTheYearsLastNinetyDaysIsExempt(start: String, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre("s", "secretary", of: "V1", ["started_on": start])
    for indicator in ["quzhou.b3.training", "quzhou.b3.review"] {
      let judged = try await city.judge(indicator, at: "2025-12-31")
      #expect(judged.map(\.status) == [expected])
      #expect(judged[0].observed == (expected == .exempt ? nil : "0"))
      #expect(judged[0].dueOn == "2025-12-31")
    }
  }

  @Test func anExemptionGoesBeforeMet() async throws {
    let city = try await city()
    try await city.villageCadre("s", "secretary", of: "V1", ["started_on": "2025-11-01"])
    try await city.activity("secretary_review", on: "2025-11-20", person: "s")
    #expect(try await city.judge("quzhou.b3.review", at: "2025-12-31").status(of: "s") == .exempt)
  }

  @Test func ofTwoVillagesTheEarliestOfficeDecides() async throws {
    let city = try await city()
    try await city.villageCadre("s", "secretary", of: "V1", ["started_on": "2025-11-01"])
    try await city.villageCadre("s", "secretary", of: "V2", ["started_on": "2023-11-01"])
    let judged = try await city.judge("quzhou.b3.review", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["s"])
    #expect(judged[0].status == .unmet)
    #expect(judged[0].unit == "T2")
  }

  // 30 days after 1 January 2025 is 31 January; at most 7 days remain from 24 January.
  @Test(arguments: [
    (nil as String?, "2025-01-23", Status.pending), (nil, "2025-01-24", .atRisk), (nil, "2025-01-31", .unmet),
    ("2025-01-31", "2025-08-15", .met), ("2025-02-01", "2025-08-15", .unmet), ("2025-01-20", "2025-01-19", .pending),
    ("2024-12-01", "2025-01-01", .met),
  ])
  func secretariesAreFiledWithinThirtyDays(filed: String?, asOf: String, expected: Status) async throws {
    let city = try await city()
    try await city.villageCadre(
      "s", "secretary", of: "V1", ["started_on": "2025-01-01", "filed_with_county_on": filed])
    try await city.villageCadre("s", "director", of: "V1", ["started_on": "2025-01-01"])
    let judged = try await city.judge("quzhou.b3.filing", at: asOf)
    #expect(judged.map(\.subject) == ["s-V1-secretary"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-01-31")
    #expect(judged[0].unit == "T1")
  }

  @Test func aFileIsKeptOfEachSecretary() async throws {
    let city = try await city()
    try await city.villageCadre("s", "secretary", of: "V1")
    try await city.villageCadre("s", "secretary", of: "V2", ["started_on": "2020-01-01"])
    for (id, kind, document, day) in [
      ("A1", "person", "growth_file", "2025-01-01"), ("A2", "unit", "secretary_file", "2025-01-01"),
      ("A3", "person", "secretary_file", "2025-06-30"),
    ] {
      try await city.add(
        .archives,
        ["archive_id": id, "subject_kind": kind, "subject_id": "s", "document": document, "updated_on": day])
    }
    #expect(try await city.judge("quzhou.b3.file", at: "2025-06-29").map(\.status) == [.unmet])
    let judged = try await city.judge("quzhou.b3.file", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["s"])
    #expect(judged[0].status == .met)
    #expect(judged[0].unit == "T2")
    #expect(judged[0].evidence == ["archives/A3"])
  }

  @Test(arguments: [
    (nil as String?, Status.unmet), ("2025-03-01", .met), ("2025-03-02", .unmet), ("2019-01-01", .met),
  ])
  func theCountyReviewsBeforeTheOffice(reviewed: String?, expected: Status) async throws {
    let city = try await city()
    // Ended since: the record is of this year all the same.
    try await city.villageCadre(
      "s", "secretary", of: "V2",
      ["started_on": "2025-03-01", "county_reviewed_on": reviewed, "ended_on": "2025-05-01"])
    try await city.villageCadre("s", "director", of: "V2", ["started_on": "2025-03-01"])
    try await city.villageCadre("s", "secretary", of: "V1", ["started_on": "2024-12-31"])
    let judged = try await city.judge("quzhou.b3.gate", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["s-V2-secretary"])
    #expect(judged[0].status == expected)
    #expect(judged[0].unit == "T2")
  }

  @Test func eachOfficeIsFiledWhileItLasts() async throws {
    let city = try await city()
    try await city.villageCadre("s", "secretary", of: "V1", ["started_on": "2015-01-01"])
    try await city.villageCadre("s", "secretary", of: "V2", ["ended_on": "2025-06-30"])
    #expect(try await city.judge("quzhou.b3.filing", at: "2025-06-29").count == 2)
    #expect(try await city.judge("quzhou.b3.filing", at: "2025-06-30").map(\.subject) == ["s-V1-secretary"])
  }
}
