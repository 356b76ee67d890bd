import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A4A5Tests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1")
    try await city.cadre("p", in: "O1")
    return city
  }

  private func inspect(_ kind: String, on day: String, id: String = "N1", in city: TestCity) async throws {
    try await city.add(.inspections, ["inspection_id": id, "kind": kind, "unit_id": "O1", "started_on": day])
  }

  @Test(arguments: [
    ("routine", "2022-01-01", Status.met), ("special", "2025-06-30", .met), ("upgraded", "2023-01-01", .met),
    ("cross", "2023-01-01", .met), ("routine", "2021-12-31", .pending), ("routine", "2025-07-01", .pending),
    ("lookback", "2023-01-01", .pending), ("economic_audit", "2023-01-01", .pending),
  ])
  func everyUnitIsInspectedWithinTheTerm(kind: String, start: String, expected: Status) async throws {
    let city = try await city()
    try await city.unit("C1", kind: "party_committee")
    try await city.unit("X1", kind: "party_school")
    try await inspect(kind, on: start, in: city)
    let judged = try await city.judge("quzhou.a4.coverage", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["O1", "X1"])
    #expect(judged[0].status == expected)
    #expect(judged[0].period == "2022-2026")
    #expect(judged[0].dueOn == "2026-12-31")
  }

  @Test func findingsDueThisYearAreSetRightByTheirDate() async throws {
    let city = try await city()
    try await inspect("routine", on: "2024-06-01", in: city)
    try await inspect("routine", on: "2025-07-01", id: "N2", in: city)
    try await inspect("economic_audit", on: "2024-06-01", id: "N3", in: city)
    for (id, inspection, due, done) in [
      ("before", "N1", "2024-12-31", nil as String?), ("inTime", "N1", "2025-01-01", "2025-01-01"),
      ("late", "N1", "2025-03-01", "2025-03-02"), ("ahead", "N1", "2025-12-31", nil),
      ("soon", "N1", "2025-07-30", "2025-07-15"), ("nextYear", "N1", "2026-01-01", nil),
      ("ofALaterInspection", "N2", "2025-12-01", nil), ("ofAnAudit", "N3", "2025-12-01", nil),
      ("onTheDay", "N1", "2025-06-30", nil),
    ] {
      try await city.add(
        .rectifications, ["item_id": id, "inspection_id": inspection, "due_on": due, "done_on": done])
    }
    let judged = try await city.judge("quzhou.a4.rectification", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["ahead", "inTime", "late", "onTheDay", "soon"])
    #expect(judged.map(\.status) == [.pending, .met, .unmet, .unmet, .atRisk])
    #expect(Set(judged.map(\.unit)) == ["O1"])
  }

  @Test func measuresOfTheYearAreCountedByKind() async throws {
    let city = try await city()
    for (id, kind, day, subject) in [
      ("M1", "summon", "2025-01-01", "p"), ("M2", "summon", "2025-06-30", "O1"), ("M3", "summon", "2024-12-31", "p"),
      ("M4", "summon", "2025-07-01", "p"), ("M5", "removal", "2025-02-01", "p"),
    ] {
      try await city.add(
        .measures,
        [
          "measure_id": id, "kind": kind, "taken_on": day, "subject_id": subject,
          "subject_kind": subject == "p" ? "person" : "unit",
        ])
    }
    let judged = try await city.judge("quzhou.a4.tools", at: "2025-06-30")
    #expect(
      judged.map(\.class) == [
        "accountability", "admonition", "circular", "inquiry_letter", "reminder", "summon", "supervision",
      ])
    #expect(judged.map(\.observed) == ["0", "0", "0", "0", "0", "2", "0"])
  }

  private func trainingClass(
    _ id: String, on day: String, approved: String?, main: Bool, in city: TestCity
  ) async throws {
    try await city.add(
      .trainingClasses,
      [
        "class_id": id, "organizer_unit_id": "O1", "started_on": day, "ended_on": "2025-12-31",
        "approved_on": approved, "main_class": main ? "true" : "false",
      ])
  }

  @Test func classesAreApprovedBeforeTheyBegin() async throws {
    let city = try await city()
    try await trainingClass("same", on: "2025-01-01", approved: "2025-01-01", main: false, in: city)
    try await trainingClass("late", on: "2025-01-01", approved: "2025-01-02", main: false, in: city)
    try await trainingClass("never", on: "2025-06-30", approved: nil, main: true, in: city)
    try await trainingClass("ahead", on: "2025-07-01", approved: nil, main: true, in: city)
    try await trainingClass("lastYear", on: "2024-12-31", approved: nil, main: true, in: city)
    let judged = try await city.judge("quzhou.a5.class-approval", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["late", "never", "same"])
    #expect(judged.map(\.status) == [.unmet, .unmet, .met])
    #expect(Set(judged.map(\.unit)) == ["O1"])
  }

  @Test func mainClassesScoreStudyAndConduct() async throws {
    let city = try await city()
    try await trainingClass("main", on: "2024-12-01", approved: nil, main: true, in: city)
    try await trainingClass("side", on: "2024-12-01", approved: nil, main: false, in: city)
    for (id, of, day, study, conduct) in [
      ("both", "main", "2025-01-01", "80.5" as String?, "90" as String?), ("one", "main", "2025-01-01", "80", nil),
      ("zero", "main", "2025-06-30", "0", "0"), ("other", "side", "2025-01-01", nil, nil),
      ("before", "main", "2024-12-31", nil, nil), ("ahead", "main", "2025-07-01", nil, nil),
    ] {
      try await city.add(
        .trainingRecords,
        [
          "record_id": id, "person_id": "p", "class_id": of, "completed_on": day, "study_score": study,
          "conduct_score": conduct,
        ])
    }
    let judged = try await city.judge("quzhou.a5.double-hundred", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["both", "one", "zero"])
    #expect(judged.map(\.status) == [.met, .unmet, .met])
    #expect(judged.map(\.observed) == ["170.5", nil, "0"])
  }

  @Test func everyoneIsTrainedOnceAYear() async throws {
    let city = try await city()
    try await city.cadre("q", in: "O1")
    try await city.cadre("new", in: "O1", person: ["hired_on": "2025-01-02"])
    try await city.add(.trainingRecords, ["record_id": "R1", "person_id": "p", "completed_on": "2025-12-31"])
    try await city.add(.trainingRecords, ["record_id": "R2", "person_id": "q", "completed_on": "2026-01-01"])
    let judged = try await city.judge("quzhou.a5.coverage", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["new", "p", "q"])
    #expect(judged.map(\.status) == [.exempt, .met, .unmet])
  }
}
