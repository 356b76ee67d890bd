import CadreModel
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-03-31", 1, "2025-04-30"),
    ("2025-08-31", 6, "2026-02-28"), ("2025-12-15", 1, "2026-01-15"), ("2025-03-31", -1, "2025-02-28"),
    ("2025-01-31", -2, "2024-11-30"), ("2025-05-20", 0, "2025-05-20"),
  ])
  func monthsClipToTheMonthsEnd(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(months: months).description == to)
  }

  @Test(arguments: [
    ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2024-02-29", -24, "2000-02-29"),
    ("1896-02-29", 4, "1900-02-28"), ("2025-02-28", 3, "2028-02-28"),
  ])
  func yearsClipTheLeapDay(from: String, years: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(years: years).description == to)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "1900-02-28", "0001-01-01", "9999-12-31"])
  func readsAndWritesISODates(text: String) {
    #expect(Day(text)?.description == text)
  }

  @Test(arguments: [
    "", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-01-00", "0000-01-01", "2025-1-01",
    "2025-01-1", "25-01-01", "2025/01/01", "2025-01-01 ", "2025-01-01-01", "+025-01-01", "２０２５-01-01",
  ])
  func anythingElseIsNoDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func countsFromTheFirstOfJanuary1970() {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("1969-12-31")?.number == -1)
    #expect(Day("2000-03-01")?.number == 11_017)
    #expect(Day("2025-01-01")?.number == 20_089)
  }

  /// Walks day by day with a calendar of its own.
  @Test func everyDayOfTwoCenturiesHasItsNumberAndDate() throws {
    var number = try #require(Day("1900-01-01")).number
    var wrong: [String] = []
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          let made = Day(year: year, month: index + 1, day: day)
          let civil = Day(number: number).civil
          if made?.number != number || civil != (year, index + 1, day) { wrong.append("\(year)-\(index + 1)-\(day)") }
          number += 1
        }
        #expect(Day(year: year, month: index + 1, day: length + 1) == nil)
      }
    }
    #expect(wrong.isEmpty)
    #expect(number - 1 == Day("2100-12-31")?.number)
  }

  @Test func daysAreOrdered() throws {
    let day = try #require(Day("2024-02-28"))
    #expect(day < day.adding(days: 1))
    #expect(day.adding(days: 1).description == "2024-02-29")
    #expect(day.adding(days: 2).description == "2024-03-01")
    #expect(day.adding(days: -59).description == "2023-12-31")
    #expect(Day.firstDay(ofYear: 2024).adding(days: 365) == .lastDay(ofYear: 2024))
  }
}
