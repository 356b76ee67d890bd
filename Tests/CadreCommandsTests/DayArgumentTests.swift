import CadreModel
import Intake
import Testing

@testable import CadreCommands

@Suite("Dates on the command line")
struct DayArgumentTests {
  @Test(
    "Every form in which deliveries give dates",
    arguments: ["2025-12-31", "2025/12/31", "20251231", "2025年12月31日", "２０２５－１２－３１", " 2025-12-31 "])
  func forms(text: String) throws {
    #expect(try Day(argument: text) == Day("2025-12-31"))
  }

  @Test("Months and days of one digit") func short() throws {
    #expect(try Day(argument: "2024/2/9") == Day("2024-02-09"))
    #expect(try Day(argument: "2024年2月9日") == Day("2024-02-09"))
  }

  @Test("Today", arguments: ["today", "TODAY", "今天"])
  func today(text: String) throws {
    let before = Day.today
    let day = try Day(argument: text)
    #expect(before <= day && day <= Day.today)
    #expect(day > Day(number: 0))
  }

  @Test(
    "What is no date, with the reason",
    arguments: [
      ("2025-02-29", WrittenDayError.impossible), ("2025/13/1", .impossible), ("1899-12-31", .outOfRange),
      ("2101-01-01", .outOfRange), ("2025-12", .malformed), ("昨天", .malformed), ("", .malformed),
      ("31.12.2025", .malformed),
    ])
  func wrong(text: String, problem: WrittenDayError) {
    #expect(throws: DayArgumentError(problem: problem)) { try Day(argument: text) }
  }
}
