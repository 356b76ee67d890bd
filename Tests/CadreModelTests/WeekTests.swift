import CadreModel
import Testing

@Suite struct WeekTests {
  @Test(arguments: [
    // Thursday, Monday, Sunday, and a day before 1970.
    ("1970-01-01", 4, "1969-12-29"), ("2025-06-30", 1, "2025-06-30"), ("2025-09-28", 7, "2025-09-22"),
    ("1969-12-28", 7, "1969-12-22"), ("2024-02-29", 4, "2024-02-26"),
  ]) func daysOfAWeek(day: String, weekday: Int, monday: String) throws {
    let day = try #require(Day(day))
    #expect(day.weekday == weekday)
    #expect(day.monday.description == monday)
  }

  @Test func months() throws {
    #expect(Day("2024-02-01")?.monthEnd == Day("2024-02-29"))
    #expect(Day("2025-12-31")?.monthEnd == Day("2025-12-31"))
    #expect(Day("2025-12-31")?.monthName == "2025-12")
  }
}
