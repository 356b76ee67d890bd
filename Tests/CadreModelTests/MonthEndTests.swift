import CadreModel
import Testing

@Suite struct MonthEndTests {
  private func ends(_ day: String, _ count: Int) throws -> [String] {
    try #require(Day(day)).monthEnds(count).map(\.description)
  }

  @Test func theLastDaysOfMonthsUpToADay() throws {
    #expect(try ends("2025-06-30", 3) == ["2025-04-30", "2025-05-31", "2025-06-30"])
    #expect(try ends("2025-06-29", 2) == ["2025-04-30", "2025-05-31"])
    #expect(try ends("2024-03-01", 2) == ["2024-01-31", "2024-02-29"])
    #expect(try ends("2025-12-31", 1) == ["2025-12-31"])
    #expect(try ends("2025-12-31", 0) == [])
  }
}
