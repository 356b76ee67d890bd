import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A12MobilityTests {
  private func activity(_ id: String, _ kind: String, on day: String, in city: TestCity) async throws {
    try await city.add(.activities, ["activity_id": id, "kind": kind, "unit_id": "C", "held_on": day])
  }

  @Test func committeesOfCityAndCountyAnalyseAndReview() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("C", kind: "party_committee", level: "city")
    try await city.unit("K", kind: "party_committee", level: "county")
    try await city.unit("T", kind: "party_committee", level: "township")
    try await activity("A1", "comprehensive_analysis", on: "2025-03-31", in: city)
    try await activity("A2", "comprehensive_analysis", on: "2025-07-01", in: city)
    try await activity("M1", "mobility_review", on: "2025-06-30", in: city)
    let analyses = try await city.judge("shaoxing.12.quarterly-analysis", at: "2025-08-15")
    #expect(analyses.filter { $0.subject == "C" }.map(\.status) == [.met, .unmet, .met])
    #expect(analyses.filter { $0.subject == "K" }.map(\.status) == [.unmet, .unmet, .pending])
    #expect(Set(analyses.map(\.subject)) == ["C", "K"])
    let reviews = try await city.judge("shaoxing.12.mobility-review", at: "2025-06-30")
    #expect(reviews.map(\.period) == ["2025H1", "2025H1"])
    #expect(reviews.status(of: "C") == .met)
    #expect(reviews.status(of: "K") == .unmet)
    #expect(try await city.judge("shaoxing.12.mobility-review", at: "2025-07-01").count == 4)
  }

  private let checks = [
    "archive_checked_on": "2025-03-10", "matters_verified_on": "2025-03-10", "discipline_opinion_on": "2025-03-10",
    "petitions_checked_on": "2025-03-10", "secretary_signed_on": "2025-03-10", "discipline_signed_on": "2025-03-10",
  ]

  private func selection(_ id: String, in city: TestCity, _ more: [String: String?] = [:]) async throws {
    let documents: [String: String?] = checks.mapValues { $0 }
    try await city.add(
      .selections,
      documents.merging(
        [
          "selection_id": id, "person_id": "a", "kind": "promotion", "rank": "staff", "unit_id": "U2",
          "decided_on": "2025-03-10",
        ]) { _, new in new }.merging(more) { _, new in new })
  }

  @Test func checksAndSignaturesByTheDayOfTheDecision() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.unit("U2")
    try await city.cadre("a", in: "U1")
    try await selection("sameDay", in: city)
    try await selection("noPetitions", in: city, ["petitions_checked_on": nil])
    try await selection("lateArchive", in: city, ["archive_checked_on": "2025-03-11"])
    try await selection("noSignature", in: city, ["discipline_signed_on": nil])
    try await selection("transfer", in: city, ["kind": "transfer", "secretary_signed_on": nil])
    try await selection(
      "important", in: city, ["kind": "transfer", "important": "true", "secretary_signed_on": "2025-03-11"])
    try await selection("earlier", in: city, ["decided_on": "2024-12-31"])
    try await selection("ahead", in: city, ["decided_on": "2025-07-01"])
    let checks = try await city.judge("shaoxing.12.four-checks", at: "2025-06-30")
    #expect(checks.map(\.subject) == ["lateArchive", "noPetitions", "noSignature", "sameDay"])
    #expect(checks.map(\.status) == [.unmet, .unmet, .met, .met])
    #expect(checks["sameDay"]?.unit == "U2")
    #expect(checks["sameDay"]?.period == "2025")
    let signatures = try await city.judge("shaoxing.12.dual-signature", at: "2025-06-30")
    #expect(signatures.map(\.subject) == ["important", "lateArchive", "noPetitions", "noSignature", "sameDay"])
    #expect(signatures.map(\.status) == [.unmet, .met, .met, .unmet, .met])
  }

  private func measure(_ id: String, _ kind: String = "removal", on day: String, of person: String, in city: TestCity)
    async throws
  {
    try await city.add(
      .measures,
      [
        "measure_id": id, "subject_kind": "person", "subject_id": person, "kind": kind, "taken_on": day,
        "issuer": "org_dept",
      ])
  }

  private func record(_ id: String, of person: String, on day: String, in city: TestCity) async throws {
    try await city.add(
      .trainingRecords, ["record_id": id, "person_id": person, "completed_on": day, "hours": "8", "days": "1"])
  }

  @Test func thoseMovedDownAreTrainedWithinAYear() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    for id in ["a", "b", "c"] { try await city.cadre(id, in: "U1") }
    try await city.cadre("gone", in: "U1", person: ["left_on": "2025-02-01"])
    // Due 2026-03-01; the record of the day itself does not count, and the first after it does.
    try await measure("M1", on: "2025-03-01", of: "a", in: city)
    try await record("R0", of: "a", on: "2025-03-01", in: city)
    try await record("R2", of: "a", on: "2025-05-02", in: city)
    try await record("R1", of: "a", on: "2025-03-02", in: city)
    try await measure("M2", "demotion", on: "2025-03-01", of: "b", in: city)
    try await measure("M3", "recall", on: "2025-03-01", of: "b", in: city)
    try await measure("M4", "non_leading", on: "2025-03-01", of: "gone", in: city)
    let judged = try await city.judge("shaoxing.12.adjusted", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["M1", "M2", "M4"])
    #expect(judged.map(\.status) == [.met, .pending, .pending])
    #expect(judged["M1"]?.evidence == ["measures/M1", "training_records/R1"])
    #expect(judged["M2"]?.evidence == ["measures/M2"])
    #expect(judged["M2"]?.dueOn == "2026-03-01")
    #expect(judged["M2"]?.unit == "U1")
    #expect(judged["M4"]?.unit == nil)
    #expect(try await city.judge("shaoxing.12.adjusted", at: "2025-03-01").status(of: "M1") == .pending)
    #expect(try await city.judge("shaoxing.12.adjusted", at: "2026-01-29").status(of: "M2") == .pending)
    #expect(try await city.judge("shaoxing.12.adjusted", at: "2026-01-30").status(of: "M2") == .atRisk)
    #expect(try await city.judge("shaoxing.12.adjusted", at: "2026-03-01").status(of: "M2") == .unmet)
  }

  @Test func openOnesAreCarriedIntoTheNextYear() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    for id in ["a", "b", "c", "d"] { try await city.cadre(id, in: "U1") }
    // 365 days after 2 January 2024, in a leap year, is 1 January 2025.
    try await measure("due", "reassignment", on: "2024-01-02", of: "a", in: city)
    try await measure("over", "reassignment", on: "2024-01-01", of: "b", in: city)
    try await measure("done", on: "2024-06-01", of: "c", in: city)
    try await record("R1", of: "c", on: "2024-12-31", in: city)
    try await measure("late", on: "2024-01-10", of: "d", in: city)
    try await record("R2", of: "d", on: "2025-01-10", in: city)
    let judged = try await city.judge("shaoxing.12.adjusted", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["due", "late"])
    #expect(judged["due"]?.dueOn == "2025-01-01")
    #expect(judged["due"]?.status == .unmet)
    // Due 2025-01-09, trained the day after.
    #expect(judged["late"]?.status == .unmet)
    #expect(judged["late"]?.reason == .doneLate)
  }
}
