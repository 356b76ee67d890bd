import DataContract
import Evaluation
import PolicyTesting
import Testing

@Suite(.cadre) struct WaiverTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await SmallCity.store(in: city)
    return city
  }

  private func waive(_ indicator: String, _ subject: String, in city: TestCity, id: String = "W1") async throws {
    try await city.add(
      .waivers,
      [
        "waiver_id": id, "indicator": indicator, "subject_id": subject, "approved_on": "2025-02-01",
        "approved_by": "市委组织部", "basis": "病假", "valid_from": "2025-02-10", "valid_to": "2025-06-29",
      ])
  }

  /// Status, reason and detail of the results of one indicator about one subject.
  private func judged(_ indicator: String, _ subject: String, at date: String, in city: TestCity) async throws -> [String] {
    let run = try #require(try await city.evaluate(date, afresh: true))
    return try await city.results(
      of: run,
      columns: [
        "i.indicator", "r.subject_id", "r.status", "r.reason", "r.detail", "r.observed::text", "r.required::text",
        "r.evidence[1]",
      ]
    ).filter { $0.hasPrefix("\(indicator),\(subject),") }.map { String($0.dropFirst(indicator.count + subject.count + 2)) }
  }

  /// P1 has been head of the township since 2012: due since 2020.
  @Test func aWaiverExemptsWithBasisAndEndAndThenTheDutyIsBack() async throws {
    let city = try await city()
    let indicator = "quzhou.a9.rotation"
    let duty = try await judged(indicator, "P1-U1", at: "2025-06-29", in: city)
    #expect(duty.first?.hasPrefix("unmet,rotation_due,,13,8,") == true, "\(duty)")
    try await waive(indicator, "P1-U1", in: city)
    let waived = ["exempt,waived,病假 (市委组织部, 2025-02-10..2025-06-29),,,waivers/W1"]
    #expect(try await judged(indicator, "P1-U1", at: "2025-06-29", in: city) == waived)
    #expect(try await judged(indicator, "P1-U1", at: "2025-02-10", in: city) == waived)
    #expect(try await judged(indicator, "P1-U1", at: "2025-06-30", in: city).first?.hasPrefix("unmet,") == true)
    #expect(try await judged(indicator, "P1-U1", at: "2025-02-09", in: city).first?.hasPrefix("unmet,") == true)
  }

  @Test func aWaiverNotYetApprovedDoesNotCount() async throws {
    let city = try await city()
    try await city.add(
      .waivers,
      [
        "waiver_id": "W1", "indicator": "quzhou.a9.rotation", "subject_id": "P1-U1", "approved_on": "2025-06-30",
        "valid_from": "2025-01-01", "valid_to": "2025-12-31",
      ])
    #expect(try await judged("quzhou.a9.rotation", "P1-U1", at: "2025-06-29", in: city).first?.hasPrefix("unmet,") == true)
    #expect(try await judged("quzhou.a9.rotation", "P1-U1", at: "2025-06-30", in: city).first?.hasPrefix("exempt,") == true)
  }

  @Test func ofThatIndicatorAndSubjectAlone() async throws {
    let city = try await city()
    let before = try #require(try await city.evaluate("2025-06-29"))
    let results = try await city.results(of: before)
    try await waive("quzhou.a9.rotation", "P1-U1", in: city)
    let waived = try #require(try await city.evaluate("2025-06-29", afresh: true))
    let after = try await city.results(of: waived)
    #expect(after.count == results.count)
    let changed = zip(results, after).filter { $0 != $1 }
    #expect(changed.count == 1)
    #expect(changed.first?.1.hasPrefix("quzhou.a9.rotation,post,P1-U1,") == true)
  }

  @Test func statisticsAreNeverWaived() async throws {
    let city = try await city()
    let before = try await judged("quzhou.a3.tier", "P1", at: "2025-06-29", in: city)
    #expect(before.first?.hasPrefix("info,") == true, "\(before)")
    try await waive("quzhou.a3.tier", "P1", in: city)
    #expect(try await judged("quzhou.a3.tier", "P1", at: "2025-06-29", in: city) == before)
  }
}
