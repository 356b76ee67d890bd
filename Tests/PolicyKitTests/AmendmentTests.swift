import CadreModel
import PolicyKit
import PolicyTesting
import Testing

/// Four studies a year until 2026, five from 2027.
@Suite struct AmendmentTests {
  @Test(arguments: [
    ("2020-01-01", 4), ("2026-12-31", 4), ("2027-01-01", 5), ("2028-02-29", 5),
  ])
  func eachDateIsJudgedUnderTheValueInForce(date: String, count: Int) throws {
    let policy = try #require(try FifthCity.library(FifthCity.amendedYAML).policies.first)
    let day = try #require(Day(date))
    let judging = try #require(policy.judging(asOf: day))
    #expect(try judging.value(of: "1.study.count") == .amount(Amount(count)))
    #expect(try judging.whole("1.study.count") == count)
  }

  @Test func beforeTheAmendmentTheStatementIsTheSame() throws {
    let day = try #require(Day("2026-12-31"))
    func sql(_ yaml: String) throws -> String {
      let policy = try #require(try FifthCity.library(yaml).policies.first)
      let judging = try #require(policy.judging(asOf: day))
      return try #require(policy.indicator("huzhou.1.study")).select(for: judging)
    }
    #expect(try sql(FifthCity.yaml) == sql(FifthCity.amendedYAML))
  }

  @Test func anEndThatTheNextBeginningImpliesMayBeSaid() throws {
    let said = FifthCity.amendedYAML.replacing(
      "- {valid_from: 2020-01-01, value: 4}", with: "- {valid_from: 2020-01-01, valid_to: 2026-12-31, value: 4}")
    #expect(
      try FifthCity.library(said).policies.first?.configuration
        == FifthCity.library(FifthCity.amendedYAML).policies.first?.configuration)
  }

  @Test func anAmendmentChangesTheRulesOfItsDatesAlone() throws {
    func rules(_ yaml: String, at date: String) throws -> [String] {
      let policy = try #require(try FifthCity.library(yaml).policies.first)
      let judging = try #require(Day(date).flatMap { policy.judging(asOf: $0) })
      return try policy.statements(for: judging).map(\.rules)
    }
    #expect(try rules(FifthCity.amendedYAML, at: "2026-12-31") == rules(FifthCity.yaml, at: "2026-12-31"))
    #expect(try rules(FifthCity.amendedYAML, at: "2027-01-01") != rules(FifthCity.yaml, at: "2027-01-01"))
  }
}
