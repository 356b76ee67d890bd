import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A16CorruptionTests {
  private func petition(_ id: String, received: String, in city: TestCity, _ more: [String: String?] = [:]) async throws {
    try await city.add(
      .petitions, ["petition_id": id, "received_on": received].merging(more) { _, new in new })
  }

  @Test func acceptedWithinFifteenDays() async throws {
    let city = try await TestCity("shaoxing")
    try await petition("due", received: "2025-03-01", in: city, ["accepted_on": "2025-03-16"])
    try await petition("late", received: "2025-03-01", in: city, ["accepted_on": "2025-03-17"])
    try await petition("open", received: "2025-06-20", in: city)
    let judged = try await city.judge("shaoxing.16.acceptance", at: "2025-06-27")
    #expect(judged.map(\.status) == [.met, .unmet, .pending])
    #expect(judged["open"]?.dueOn == "2025-07-05")
    #expect(judged["open"]?.unit == nil)
  }

  @Test func closedWithinSixtyDaysOfBeingAccepted() async throws {
    let city = try await TestCity("shaoxing")
    // Accepted: 60 days to 30 April. Not accepted: to 24 April.
    try await petition("due", received: "2025-02-23", in: city, ["accepted_on": "2025-03-01", "closed_on": "2025-04-30"])
    try await petition("late", received: "2025-02-23", in: city, ["accepted_on": "2025-03-01", "closed_on": "2025-05-01"])
    try await petition("open", received: "2025-02-23", in: city)
    try await petition("seenLater", received: "2025-02-23", in: city, ["accepted_on": "2025-04-25"])
    // Of last year: still open when the year began, and closed before.
    try await petition("carried", received: "2024-12-20", in: city, ["accepted_on": "2024-12-31"])
    try await petition("closed", received: "2024-12-20", in: city, ["closed_on": "2024-12-31"])
    let judged = try await city.judge("shaoxing.16.closure", at: "2025-04-24")
    #expect(judged.map(\.subject) == ["carried", "due", "late", "open", "seenLater"])
    #expect(judged.map(\.status) == [.unmet, .atRisk, .atRisk, .unmet, .unmet])
    #expect(judged["due"]?.dueOn == "2025-04-30")
    #expect(judged["open"]?.dueOn == "2025-04-24")
    let later = try await city.judge("shaoxing.16.closure", at: "2025-05-01")
    #expect(later.map(\.status) == [.unmet, .met, .unmet, .unmet, .pending])
    #expect(later["seenLater"]?.dueOn == "2025-06-24")
  }

  @Test func leadersConcernedStandAside() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    try await city.cadre("led", in: "U1", post: ["leading": "true", "ended_on": "2025-03-02"])
    for (id, person, received, recused) in [
      ("aside", "led", "2025-03-01", "true"), ("not", "led", "2025-03-01", "false"), ("unknown", "led", "2025-03-01", nil),
      ("ended", "led", "2025-03-02", "false"), ("nobody", nil, "2025-03-01", "false"),
      ("earlier", "led", "2024-12-31", "false"),
    ] as [(String, String?, String, String?)] {
      try await petition(id, received: received, in: city, ["person_id": person, "recused": recused])
    }
    let judged = try await city.judge("shaoxing.16.recused", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["aside", "not", "unknown"])
    #expect(judged.map(\.status) == [.met, .unmet, .noData])
    #expect(judged["not"]?.reason == .notRecused)
    #expect(judged.allSatisfy { $0.unit == nil })
  }

  @Test func falseAccusersAreDealtWithInNinetyDays() async throws {
    let city = try await TestCity("shaoxing")
    for (id, isFalse, closed, handled) in [
      ("due", "true", "2025-01-01", "2025-04-01"), ("late", "true", "2025-01-01", "2025-04-02"),
      ("open", "true", "2025-06-01", nil), ("true", "false", "2025-01-01", nil), ("running", "true", nil, nil),
    ] as [(String, String, String?, String?)] {
      try await petition(
        id, received: "2024-11-01", in: city,
        ["false_accusation": isFalse, "closed_on": closed, "accuser_handled_on": handled])
    }
    let judged = try await city.judge("shaoxing.16.accuser", at: "2025-07-30")
    #expect(judged.map(\.subject) == ["due", "late", "open"])
    #expect(judged.map(\.status) == [.met, .unmet, .pending])
    #expect(judged["open"]?.dueOn == "2025-08-30")
    #expect(try await city.judge("shaoxing.16.accuser", at: "2025-07-31").status(of: "open") == .atRisk)
  }
}
