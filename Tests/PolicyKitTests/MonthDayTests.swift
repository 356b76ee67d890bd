import CadreModel
import PolicyKit
import PolicyTesting
import Testing

/// A parameter that is a day of every year.
@Suite struct MonthDayTests {
  @Test func everyYearHasIt() {
    #expect(MonthDay("12-31")?.day(of: 2024) == Day("2024-12-31"))
    #expect(MonthDay("02-28")?.day(of: 2025) == Day("2025-02-28"))
    for text in ["02-29", "13-01", "00-10", "1-1", "12-32", "12-31 ", ""] {
      #expect(MonthDay(text) == nil, "\(text)")
    }
  }

  @Test func aTemplateReadsTheDayOfTheJudgingsYear() throws {
    let yaml = FifthCity.yaml.replacing("value: 4}", with: "value: 03-31}")
    let policy = try #require(FifthCity.library(yaml).policies.first)
    let judging = try #require(Day("2026-08-15").flatMap { policy.judging(asOf: $0) })
    #expect(try Scope(judging: judging, indicator: "1.study").render("{count}") == "date '2026-03-31'")
    #expect(policy.configuration[parameter: "1.study.count"]?.value(on: judging.asOf)?.description == "03-31")
  }
}
