import CadreModel
import Testing

@Suite struct PeriodTests {
  private func begun(_ kind: PeriodKind, by day: String) throws -> [String] {
    let day = try #require(Day(day))
    return kind.periods(begunBy: day, terms: []).map { "\($0.name) \($0.starts) \($0.ends)" }
  }

  @Test func namesAndBoundsOfEachKind() throws {
    #expect(try begun(.year, by: "2025-01-01") == ["2025 2025-01-01 2025-12-31"])
    #expect(
      try begun(.half, by: "2025-07-01") == ["2025H1 2025-01-01 2025-06-30", "2025H2 2025-07-01 2025-12-31"])
    #expect(
      try begun(.quarter, by: "2025-12-31") == [
        "2025Q1 2025-01-01 2025-03-31", "2025Q2 2025-04-01 2025-06-30", "2025Q3 2025-07-01 2025-09-30",
        "2025Q4 2025-10-01 2025-12-31",
      ])
    let months = try begun(.month, by: "2024-12-01")
    #expect(months.count == 12)
    #expect(months[1] == "2024-02 2024-02-01 2024-02-29")
    #expect(months[11] == "2024-12 2024-12-01 2024-12-31")
  }

  @Test func onlyPeriodsThatHaveBegunCount() throws {
    #expect(try begun(.half, by: "2025-06-30").count == 1)
    #expect(try begun(.quarter, by: "2025-03-31").count == 1)
    #expect(try begun(.quarter, by: "2025-04-01").count == 2)
    #expect(try begun(.month, by: "2024-02-29").count == 2)
  }

  @Test(arguments: [
    ("2021-12-31", ["2017-2021"]), ("2022-01-01", ["2022-2026"]), ("2026-12-31", ["2022-2026"]), ("2027-01-01", []),
  ])
  func aTermIsTheOneThatContainsTheDay(day: String, names: [String]) throws {
    let terms = [
      Period(name: "2017-2021", starts: .firstDay(ofYear: 2017), ends: .lastDay(ofYear: 2021)),
      Period(name: "2022-2026", starts: .firstDay(ofYear: 2022), ends: .lastDay(ofYear: 2026)),
    ]
    let day = try #require(Day(day))
    #expect(PeriodKind.term.periods(begunBy: day, terms: terms).map(\.name) == names)
  }

  @Test(arguments: [
    ("2025-06-29", "2024H2"), ("2025-06-30", "2025H1"), ("2025-12-30", "2025H1"), ("2025-12-31", "2025H2"),
    ("2026-01-01", "2025H2"), ("2024-02-29", "2023H2"),
  ])
  func theLastHalfIsTheLatestThatEndedByTheDay(day: String, name: String) throws {
    let day = try #require(Day(day))
    #expect(Period.lastHalfEnded(by: day).name == name)
  }

  @Test func theHalfBefore() {
    #expect(Period.half(1, of: 2025).previousHalf == .half(2, of: 2024))
    #expect(Period.half(2, of: 2025).previousHalf == .half(1, of: 2025))
  }
}
