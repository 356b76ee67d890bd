import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A14SupervisionTests {
  private func charge(
    _ id: String, _ person: String, _ unit: String, _ area: String, in city: TestCity, to end: String? = nil
  ) async throws {
    try await city.add(
      .charges,
      [
        "charge_id": id, "person_id": person, "unit_id": unit, "area": area, "started_on": "2025-01-01",
        "ended_on": end,
      ])
  }

  @Test func headsKeepOutOfFiveMatters() async throws {
    let city = try await TestCity("shaoxing")
    let areas = ["personnel", "finance", "construction", "procurement", "approval", "enforcement"]
    for area in areas {
      try await city.unit(area, kind: "institution")
      try await city.cadre("h-\(area)", in: area, post: ["role": "principal"])
      try await charge("C-\(area)", "h-\(area)", area, area, in: city)
    }
    try await city.unit("noHead")
    try await city.cadre("d", in: "noHead", post: ["role": "deputy"])
    let judged = try await city.judge("shaoxing.14.no-direct-charge", at: "2025-06-30")
    #expect(Set(judged.map(\.subject)) == Set(areas))
    #expect(judged.filter { $0.status == .met }.map(\.subject) == ["enforcement"])
    #expect(judged["finance"]?.evidence == ["posts/h-finance-finance", "charges/C-finance"])
    #expect(judged["finance"]?.reason == .chargesForbiddenArea)
    #expect(judged["finance"]?.period == "2025")
  }

  @Test func onlyTheHeadsOwnCurrentChargesThere() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.unit("U2")
    try await city.cadre("h", in: "U1", post: ["role": "principal"])
    try await city.cadre("d", in: "U1", post: ["role": "deputy"])
    try await city.cadre("h2", in: "U2", post: ["role": "principal"])
    try await charge("C1", "d", "U1", "finance", in: city)
    try await charge("C2", "h", "U2", "finance", in: city)
    try await charge("C3", "h", "U1", "personnel", in: city, to: "2025-06-30")
    #expect(try await city.judge("shaoxing.14.no-direct-charge", at: "2025-06-29").status(of: "U1") == .unmet)
    #expect(try await city.judge("shaoxing.14.no-direct-charge", at: "2025-06-30").map(\.status) == [.met, .met])
  }

  private func secretary(
    _ id: String, until end: String?, in city: TestCity, _ more: [String: String?] = [:]
  ) async throws {
    try await city.person(id)
    try await city.post(
      id, in: "T", id: "Z\(id)",
      ["role": "principal", "branch": "party", "ended_on": end].merging(more) { _, new in new })
  }

  private func check(_ id: String, of person: String, on day: String, in city: TestCity, kind: String = "leaving_check")
    async throws
  {
    try await city.add(
      .inspections,
      ["inspection_id": id, "kind": kind, "unit_id": "T", "person_id": person, "started_on": day])
  }

  private func township() async throws -> TestCity {
    let city = try await TestCity("shaoxing")
    try await city.unit("T", kind: "township", level: "township")
    try await city.unit("I", kind: "institution")
    try await city.unit("gone", kind: "organ", ["dissolved_on": "2025-06-15"])
    return city
  }

  // Left on 1 June 2025: a check counts from 3 March to 30 August.
  @Test(arguments: [
    ("2025-03-02", Status.unmet, nil), ("2025-03-03", .met, "inspections/N"), ("2025-08-30", .met, "inspections/N"),
    ("2025-08-31", .unmet, "inspections/N"),
  ])
  func checkedFromNinetyDaysBeforeToNinetyAfter(day: String, status: Status, evidence: String?) async throws {
    let city = try await township()
    try await secretary("a", until: "2025-06-01", in: city)
    try await check("N", of: "a", on: day, in: city)
    try await check("audit", of: "a", on: "2025-06-01", in: city, kind: "economic_audit")
    let judged = try await city.judge("shaoxing.14.leaving-check", at: "2025-08-31")["Za"]
    #expect(judged?.status == status)
    #expect(judged?.dueOn == "2025-08-30")
    #expect(judged?.unit == "T")
    #expect(judged?.evidence == ["posts/Za"] + [evidence].compactMap { $0 })
  }

  @Test func warnedThirtyDaysBefore() async throws {
    let city = try await township()
    try await secretary("a", until: "2025-06-01", in: city)
    #expect(try await city.judge("shaoxing.14.leaving-check", at: "2025-05-31").isEmpty)
    #expect(try await city.judge("shaoxing.14.leaving-check", at: "2025-06-01").status(of: "Za") == .pending)
    #expect(try await city.judge("shaoxing.14.leaving-check", at: "2025-07-30").status(of: "Za") == .pending)
    #expect(try await city.judge("shaoxing.14.leaving-check", at: "2025-07-31").status(of: "Za") == .atRisk)
    #expect(try await city.judge("shaoxing.14.leaving-check", at: "2025-08-30").status(of: "Za") == .unmet)
  }

  @Test func onlySecretariesOfLiveCommitteesOrgansAndTownships() async throws {
    let city = try await township()
    try await secretary("both", until: "2025-06-01", in: city, ["branch": "both"])
    try await secretary("mayor", until: "2025-06-01", in: city, ["branch": "admin"])
    try await secretary("deputy", until: "2025-06-01", in: city, ["role": "deputy"])
    try await secretary("institute", until: "2025-06-01", in: city, ["unit_id": "I"])
    try await secretary("dissolved", until: "2025-06-01", in: city, ["unit_id": "gone"])
    try await secretary("present", until: nil, in: city)
    try await secretary("before", until: "2024-06-01", in: city)
    #expect(try await city.judge("shaoxing.14.leaving-check", at: "2025-06-30").map(\.subject) == ["Zboth"])
  }

  @Test(
    arguments: [
      // The record that follows: since when, until when, and whether the first one counts as left.
      ("2025-06-01", nil, false), ("2025-06-02", nil, false), ("2025-06-03", nil, true),
      ("2025-06-02", "2025-06-02", false), ("2020-01-01", nil, false), ("2020-01-01", "2025-06-02", false),
      ("2014-01-01", "2025-06-01", true), ("2014-01-01", "2025-05-31", true), ("2025-07-01", nil, true),
    ] as [(String, String?, Bool)])
  func reappointmentToThePostIsNoLeaving(start: String, end: String?, leaves: Bool) async throws {
    let city = try await township()
    try await secretary("a", until: "2025-06-01", in: city, ["post_key": "K"])
    try await city.post(
      "a", in: "T", id: "next",
      ["role": "principal", "branch": "party", "post_key": "K", "started_on": start, "ended_on": end])
    let judged = try await city.judge("shaoxing.14.leaving-check", at: "2025-06-30")
    #expect(judged.contains { $0.subject == "Za" } == leaves)
  }

  @Test func anotherPersonOrPostDoesNotContinue() async throws {
    let city = try await township()
    try await secretary("a", until: "2025-06-01", in: city, ["post_key": "K"])
    try await secretary("b", until: nil, in: city, ["post_key": "K", "started_on": "2025-06-01"])
    try await city.post("a", in: "T", ["role": "principal", "branch": "party", "started_on": "2025-06-01"])
    #expect(try await city.judge("shaoxing.14.leaving-check", at: "2025-06-30").map(\.subject) == ["Za"])
  }

  @Test func openOnesAreCarriedIntoTheNextYear() async throws {
    let city = try await township()
    // Due 2025-01-01, and the day before.
    try await secretary("due", until: "2024-10-03", in: city)
    try await secretary("over", until: "2024-10-02", in: city)
    try await secretary("done", until: "2024-12-01", in: city)
    try await check("N", of: "done", on: "2024-12-31", in: city)
    try await secretary("now", until: "2024-12-01", in: city)
    try await check("M", of: "now", on: "2025-01-01", in: city)
    let judged = try await city.judge("shaoxing.14.leaving-check", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["Zdue", "Znow"])
    #expect(judged.map(\.status) == [.unmet, .met])
  }

  @Test func measuresByKind() async throws {
    let city = try await TestCity("shaoxing")
    for (index, (kind, day)) in [
      ("reminder", "2025-01-01"), ("reminder", "2025-06-30"), ("reminder", "2025-07-01"), ("admonition", "2024-12-31"),
      ("recall", "2025-02-01"),
    ].enumerated() {
      try await city.add(
        .measures,
        ["measure_id": "M\(index)", "subject_kind": "person", "subject_id": "a", "kind": kind, "taken_on": day])
    }
    let judged = try await city.judge("shaoxing.14.measures", at: "2025-06-30")
    #expect(judged.map(\.class) == ["admonition", "inquiry_letter", "reminder"])
    #expect(judged.map(\.observed) == ["0", "0", "2"])
    #expect(judged.map(\.status) == [.info, .info, .info])
  }
}
