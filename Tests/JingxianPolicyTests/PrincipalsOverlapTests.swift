import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct PrincipalsOverlapTests {
  private func city(kind: String = "township") async throws -> TestCity {
    let city = try await TestCity("jingxian")
    try await city.unit("T", kind: kind, level: "township")
    for (id, branch) in [("a", "party"), ("b", "admin")] {
      try await city.cadre(id, in: "T", post: ["role": "principal", "branch": branch, "rank": "township_section"])
    }
    return city
  }

  private func away(_ person: String, _ from: String, _ to: String?, in city: TestCity) async throws {
    try await city.add(
      .leaves,
      ["leave_id": "Q-\(person)-\(from)", "person_id": person, "kind": "official", "left_on": from, "returned_on": to])
  }

  @Test func bothEndsCount() async throws {
    let city = try await city()
    try await away("a", "2025-03-01", "2025-03-05", in: city)
    try await away("b", "2025-03-05", "2025-03-07", in: city)
    let judged = try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")["T"]
    #expect(judged?.status == .unmet)
    #expect(judged?.observed == "1")
    #expect(judged?.required == "0")
    #expect(judged?.evidence == ["leaves/Q-a-2025-03-01", "leaves/Q-b-2025-03-05"])
    #expect(judged?.reason == .awayTogether)
  }

  @Test func aDayApartIsNoOverlap() async throws {
    let city = try await city()
    try await away("a", "2025-03-01", "2025-03-05", in: city)
    try await away("b", "2025-03-06", "2025-03-07", in: city)
    let judged = try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")["T"]
    #expect(judged?.status == .met)
    #expect(judged?.observed == "0")
  }

  @Test func onlyDaysOfTheYearUpToTheDateCount() async throws {
    let city = try await city()
    // Both away from 20 December to 2 January, and again since 28 June without return.
    try await away("a", "2024-12-20", "2025-01-02", in: city)
    try await away("b", "2024-12-20", "2025-01-03", in: city)
    try await away("a", "2025-06-28", nil, in: city)
    try await away("b", "2025-06-28", "2025-07-05", in: city)
    // 1 and 2 January, 28, 29 and 30 June.
    let judged = try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")["T"]
    #expect(judged?.observed == "5")
    // A day twice on leave is one day.
    try await away("a", "2025-06-29", "2025-06-30", in: city)
    #expect(try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")["T"]?.observed == "5")
  }

  @Test func onePersonAwayTwiceIsNotTwoPrincipals() async throws {
    let city = try await city()
    try await away("a", "2025-03-01", "2025-03-05", in: city)
    try await away("a", "2025-03-03", "2025-03-07", in: city)
    #expect(try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30").status(of: "T") == .met)
  }

  @Test func daysCountOnWhichBothHeldThePost() async throws {
    let city = try await TestCity("jingxian")
    try await city.unit("T", kind: "institution", level: "county")
    let principal: [String: String?] = ["role": "principal"]
    try await city.cadre("a", in: "T", post: principal)
    // Out of the post on 10 March: the 9th is the last day in it.
    try await city.cadre("b", in: "T", post: ["role": "principal", "ended_on": "2025-03-10"])
    try await away("a", "2025-03-01", "2025-03-31", in: city)
    try await away("b", "2025-03-08", "2025-03-20", in: city)
    #expect(try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")["T"]?.observed == "2")
    // The next one came on 11 March, and was away the day before.
    try await city.cadre("c", in: "T", post: ["role": "principal", "started_on": "2025-03-11"])
    try await away("c", "2025-03-10", "2025-03-11", in: city)
    #expect(try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")["T"]?.observed == "3")
    // Employed to 5 March, and away longer.
    try await city.cadre("d", in: "T", post: principal, person: ["left_on": "2025-03-06"])
    try await away("d", "2025-03-05", "2025-03-31", in: city)
    #expect(try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")["T"]?.observed == "4")
  }

  @Test(arguments: [("2025-01-01", true), ("2024-12-31", false), ("2025-06-30", true)])
  func twoWhoHeldItOnSomeDayOfTheYear(start: String, isJudged: Bool) async throws {
    let city = try await TestCity("jingxian")
    try await city.unit("T", kind: "organ", level: "county")
    // On the first two days, or until the year began.
    let end = start == "2024-12-31" ? "2025-01-01" : "2025-01-02"
    try await city.cadre("a", in: "T", post: ["role": "principal", "ended_on": start == "2025-06-30" ? nil : end])
    try await city.cadre("b", in: "T", post: ["role": "principal", "started_on": start])
    let judged = try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30")
    #expect(judged.map(\.status) == (isJudged ? [.met] : []))
    #expect(judged.first?.observed == (isJudged ? "0" : nil))
  }

  @Test func otherKindsOfUnitsAndSinglePrincipalsAreNotJudged() async throws {
    let city = try await city(kind: "enterprise")
    try await city.unit("O", kind: "organ", level: "county")
    try await city.cadre("c", in: "O", post: ["role": "principal"])
    // The same person in two posts of principal is one; nor do two make a pair, of whom one came when the other had gone.
    try await city.post("c", in: "O", id: "Zc2", ["role": "principal", "branch": "party", "ended_on": "2025-03-01"])
    try await city.unit("P", kind: "organ", level: "county")
    try await city.cadre("d", in: "P", post: ["role": "principal", "ended_on": "2025-03-01"])
    try await city.cadre("e", in: "P", post: ["role": "principal", "started_on": "2025-03-01"])
    #expect(try await city.judge("jingxian.3.1.principals-overlap", at: "2025-06-30").isEmpty)
  }
}
