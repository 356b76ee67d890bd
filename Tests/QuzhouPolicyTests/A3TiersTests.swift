import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A3TiersTests {
  private func city(category: String? = nil) async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await city.unit("O1", ["category": category])
    return city
  }

  private func score(_ person: String, _ base: String, half: String = "2025H1", in city: TestCity) async throws {
    try await city.add(.scores, ["person_id": person, "half": half, "base_score": base])
  }

  @Test(arguments: [
    ("60", nil as String?, "3", "60"), ("60.01", nil, "2", "60.01"), ("99.99", nil, "2", "99.99"),
    ("100", nil, "1", "100"),
    ("95", "5", "1", "100"), ("70", "-10", "3", "60"), ("55", "-60", "3", "-5"),
  ])
  func boundariesOfTheTiers(base: String, points: String?, tier: String, total: String) async throws {
    let city = try await city()
    try await city.cadre("p", in: "O1")
    try await score("p", base, in: city)
    if let points {
      try await city.add(.scoreItems, ["item_id": "S1", "person_id": "p", "half": "2025H1", "points": points])
    }
    try await city.add(.scoreItems, ["item_id": "S2", "person_id": "p", "half": "2024H2", "points": "-50"])
    let judged = try await city.judge("quzhou.a3.tier", at: "2025-06-30")
    #expect(judged.map(\.class) == [tier])
    #expect(judged[0].observed == total)
    #expect(judged[0].period == "2025H1")
    #expect(judged[0].status == .info)
    // The half has not ended the day before.
    #expect(try await city.judge("quzhou.a3.tier", at: "2025-06-29").isEmpty)
  }

  @Test func theLastHundredthOfACategoryIsThirdTier() async throws {
    let city = try await city(category: "party")
    try await city.unit("O2", ["category": "government"])
    // 100 scored in one category: the last is third tier, and whoever ties with the last; 99 in the other: nobody.
    for number in 1...100 {
      try await city.cadre("a\(number)", in: "O1")
      try await score("a\(number)", number <= 2 ? "70" : "120", in: city)
      guard number < 100 else { continue }
      try await city.cadre("b\(number)", in: "O2")
      try await score("b\(number)", number == 1 ? "65" : "90", in: city)
    }
    let judged = try await city.judge("quzhou.a3.tier", at: "2025-08-15")
    #expect(judged.count == 199)
    #expect(judged.filter { $0.class == "3" }.map(\.subject) == ["a1", "a2"])
    #expect(judged.filter { $0.class == "1" }.count == 98)
    #expect(judged["b1"]?.class == "2")
  }

  @Test func theFirstTiersShareInThePool() async throws {
    let city = try await city()
    for (person, lists, base) in [
      ("a", "{talent_pool}", "100"), ("b", "{reserve}", "110"), ("c", "{}", "120"), ("d", "{talent_pool}", "90"),
    ] {
      try await city.cadre(person, in: "O1", person: ["lists": lists])
      try await score(person, base, in: city)
    }
    let judged = try await city.judge("quzhou.a3.first-tier-pool", at: "2025-08-15")
    #expect(judged.map(\.status) == [.info])
    #expect(judged[0].observed == "0.3333")
    #expect(judged[0].subject == "quzhou")
    #expect(try await city.judge("quzhou.a3.first-tier-pool", at: "2025-06-29").map(\.status) == [.noData])
  }

  @Test func everyoneIsScoredWhoWasThereWhenTheHalfBegan() async throws {
    let city = try await city()
    try await city.cadre("old", in: "O1")
    try await city.cadre("scored", in: "O1")
    try await city.cadre("firstDay", in: "O1", person: ["hired_on": "2025-01-01"])
    try await city.cadre("later", in: "O1", person: ["hired_on": "2025-01-02"])
    try await score("scored", "80", in: city)
    try await score("later", "80", in: city)
    try await score("old", "80", half: "2024H2", in: city)
    let judged = try await city.judge("quzhou.a3.scored", at: "2025-08-15")
    #expect(judged.map(\.subject) == ["firstDay", "later", "old", "scored"])
    #expect(judged.map(\.status) == [.unmet, .exempt, .unmet, .met])
    #expect(Set(judged.map(\.period)) == ["2025H1"])
  }

  // 90 days after 30 June 2025 is 28 September.
  @Test(arguments: [
    ("recall", "2025-09-28", "2025-10-15", Status.met), ("recall", "2025-09-29", "2025-10-15", .unmet),
    ("recall", "2025-06-30", "2025-10-15", .unmet), ("recall", "2025-07-01", "2025-07-01", .met),
    ("reminder", "2025-07-01", "2025-08-28", .pending), ("reminder", "2025-07-01", "2025-08-29", .atRisk),
    ("recall", "2025-09-28", "2025-09-27", .atRisk), ("reminder", "2025-07-01", "2025-09-28", .unmet),
  ])
  func theThirdTierIsActedUpon(kind: String, taken: String, asOf: String, expected: Status) async throws {
    let city = try await city()
    for person in ["p", "good"] { try await city.cadre(person, in: "O1") }
    try await score("p", "60", in: city)
    try await score("good", "61", in: city)
    try await city.add(
      .measures, ["measure_id": "M1", "subject_kind": "person", "subject_id": "p", "kind": kind, "taken_on": taken])
    let judged = try await city.judge("quzhou.a3.third-tier-action", at: asOf)
    #expect(judged.map(\.subject) == ["p"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-09-28")
    #expect(judged[0].period == "2025H1")
  }

  @Test(arguments: [
    ("feedback", "2025-06-30", Status.pending), ("feedback", "2025-07-01", .met), ("reminder", "2025-07-01", .pending),
    ("feedback", "2025-08-16", .pending),
  ])
  func theScoreIsFedBack(kind: String, held: String, expected: Status) async throws {
    let city = try await city()
    for person in ["p", "boss"] { try await city.cadre(person, in: "O1") }
    try await score("p", "80", in: city)
    try await city.add(
      .talks, ["talk_id": "T1", "from_person_id": "boss", "to_person_id": "p", "kind": kind, "held_on": held])
    let judged = try await city.judge("quzhou.a3.feedback", at: "2025-08-15")
    #expect(judged.map(\.subject) == ["p"])
    #expect(judged[0].status == expected)
    #expect(judged[0].dueOn == "2025-09-28")
  }
}
