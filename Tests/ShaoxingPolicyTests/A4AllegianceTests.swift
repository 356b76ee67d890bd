import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A4AllegianceTests {
  @Test func thoseOfSectionRankAndAboveAreTrainedOnceATerm() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    for (id, mode) in [("off", "off_job"), ("on", "on_job")] {
      try await city.add(
        .trainingClasses,
        [
          "class_id": id, "organizer_unit_id": "U1", "provider": "other", "mode": mode, "started_on": "2021-12-01",
          "ended_on": "2021-12-31",
        ])
    }
    for id in ["last", "first", "on", "ahead", "none"] {
      try await city.cadre(id, in: "U1", post: ["rank": "township_section"])
    }
    // Entered in the term's last year: no person-year quota, so not exempt.
    try await city.cadre("new", in: "U1", post: ["rank": "bureau", "started_on": "2026-08-01"])
    try await city.cadre("staff", in: "U1", post: ["rank": "sub_section"])
    for (person, classID, day) in [
      ("last", "off", "2021-12-31"), ("first", "off", "2022-01-01"), ("first", "off", "2023-01-01"),
      ("on", "on", "2023-01-01"), ("ahead", "off", "2026-11-30"), ("new", nil, "2026-09-01"),
    ] as [(String, String?, String)] {
      try await city.add(
        .trainingRecords,
        ["record_id": "\(person)-\(day)", "person_id": person, "class_id": classID, "completed_on": day])
    }
    let judged = try await city.judge("shaoxing.4.rotation-training", at: "2026-11-29")
    #expect(judged.map(\.subject) == ["ahead", "first", "last", "new", "none", "on"])
    #expect(judged.map(\.status) == [.pending, .met, .pending, .pending, .pending, .pending])
    #expect(judged["first"]?.observed == "2")
    #expect(judged["first"]?.required == "1")
    #expect(judged["first"]?.period == "2022-2026")
    #expect(judged["none"]?.dueOn == "2026-12-31")
    let later = try await city.judge("shaoxing.4.rotation-training", at: "2026-12-01")
    #expect(later.status(of: "none") == .atRisk)
    #expect(later.status(of: "ahead") == .met)
    #expect(try await city.judge("shaoxing.4.rotation-training", at: "2026-12-31").status(of: "none") == .unmet)
    #expect(try await city.judge("shaoxing.4.rotation-training", at: "2021-12-31").status(of: "last") == .met)
    #expect(try await city.judge("shaoxing.4.rotation-training", at: "2032-01-01").isEmpty)
  }
}
