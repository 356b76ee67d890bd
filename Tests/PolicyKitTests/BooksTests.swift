import CadreModel
import DataContract
import Foundation
import PolicyKit
import PolicyTesting
import ShippedFiles
import Testing

/// What the program says of its own readings, and of what it leaves open.
@Suite struct BooksTests {
  private func readings(_ policy: Policy) throws -> Readings {
    let text = try #require(ShippedFiles.text("config/readings/\(policy.code).yaml"))
    return try Readings(file: "\(policy.code).yaml", text: text)
  }

  private func duties() throws -> Duties {
    let text = try #require(ShippedFiles.text("config/duties.yaml"))
    return try Duties(file: "duties.yaml", text: text)
  }

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func everyIndicatorHasAReadingThatNamesItsNumbers(code: String) throws {
    let policy = try #require(try PolicyLibrary.shipped().policy(code))
    let readings = try readings(policy)
    #expect(readings.names == Set(policy.indicators.map(\.name)))
    for indicator in policy.indicators {
      let template = try #require(readings.template(of: indicator))
      let own = policy.parameters(of: indicator).map(\.name).filter { $0.hasPrefix(indicator.name + ".") }
      for text in [
        template.population.chinese + template.rule.chinese, template.population.english + template.rule.english,
      ] {
        for name in own {
          #expect(text.contains("{\(name.dropFirst(indicator.name.count + 1))}"), "\(indicator.id) does not tell \(name)")
        }
      }
      let reading = try #require(try readings.reading(of: indicator, in: policy))
      for text in [reading.population, reading.rule].flatMap({ [$0.chinese, $0.english] }) {
        #expect(!text.contains("{") && !text.contains("}") && !text.isEmpty, "\(indicator.id): \(text)")
      }
      // An officer's words: no code, no table, no half-width mark.
      #expect(!reading.rule.chinese.contains("_") && !reading.population.chinese.contains("_"), "\(indicator.id)")
    }
  }

  @Test func aChangedParameterChangesTheReading() throws {
    let readings = try Readings(
      file: "huzhou.yaml",
      text: """
        1.study:
          population_zh: 乡镇
          population_en: townships
          rule_zh: 每年学习 {count} 次
          rule_en: "{count} studies a year"
        """)
    for (yaml, count) in [(FifthCity.yaml, "4"), (FifthCity.amendedYAML, "5")] {
      let policy = try #require(try FifthCity.library(yaml).policy("huzhou"))
      let reading = try readings.reading(of: policy.indicators[0], in: policy)
      #expect(reading?.rule == Label("每年学习 \(count) 次", "\(count) studies a year"))
    }
    let policy = try #require(try FifthCity.library().policy("huzhou"))
    let wrong = try Readings(
      file: "x", text: "1.study: {population_zh: a, population_en: a, rule_zh: \"{days}\", rule_en: a}")
    #expect(throws: RenderingError.unknownPlaceholder("days")) { try wrong.reading(of: policy.indicators[0], in: policy) }
  }

  @Test func everyIndicatorIsNamedByADutyAndEveryArticleHasItsDuties() throws {
    let library = try PolicyLibrary.shipped()
    let duties = try duties()
    #expect(duties.all.count >= 371)
    #expect(Set(duties.all.map { "\($0.article) \($0.id)" }).count == duties.all.count)
    let named = Set(duties.all.flatMap(\.indicators))
    // A policy may come without its books, and be judged all the same.
    let policies = library.policies.filter { ShippedFiles.text("config/readings/\($0.code).yaml") != nil }
    #expect(policies.count >= 4)
    #expect(Set(policies.flatMap(\.indicators).map(\.id)).subtracting(named).sorted() == [])
    #expect(named.subtracting(library.indicatorIDs).sorted() == [])
    #expect(Set(duties.all.map(\.article)) == Set(policies.flatMap { $0.articles.map(\.id) }))
    for policy in policies {
      for article in policy.articles {
        let own = duties.duties(of: article)
        #expect(article.isPreamble == own.allSatisfy { $0.state == .preamble }, "\(article.id)")
        for duty in own where duty.state == .attested {
          #expect(duty.indicators.allSatisfy { $0.hasSuffix(".attested") }, "\(duty.id)")
        }
      }
    }
  }

  @Test func aDutyThatDoesNotGoTogetherIsNamedWithItsLine() throws {
    let wrong = [
      "a.1:\n  - {duty: X, zh: 甲, en: a, state: done}", "a.1:\n  - {duty: X, zh: 甲, en: a, state: judged}",
      "a.1:\n  - {duty: X, zh: 甲, en: a, state: open, indicators: [a.1.b]}", "a.1:\n  - {duty: X, zh: 甲, state: open}",
    ]
    for text in wrong {
      let error = #expect(throws: ConfigurationError.self) { try Duties(file: "duties.yaml", text: text) }
      #expect(error?.line == 2, "\(text)")
    }
  }

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func everyIndicatorTellsWhatItNeeds(code: String) throws {
    let policy = try #require(try PolicyLibrary.shipped().policy(code))
    let day = try #require(Day("2025-06-30"))
    let judging = try #require(policy.judging(asOf: day))
    for indicator in policy.indicators {
      let needs = try NeededColumns.of(indicator, in: judging)
      #expect(Set(needs.filter(\.isDecisive).map(\.table)) == Set(indicator.tables), "\(indicator.id)")
      #expect(needs.allSatisfy { !$0.columns.isEmpty })
    }
    func columns(_ id: String, _ table: String) throws -> [String]? {
      guard let indicator = policy.indicator(id) else { return nil }
      return try NeededColumns.of(indicator, in: judging).first { $0.table.rawValue == table }?.columns.map(\.name)
    }
    switch code {
    case "kunming":
      #expect(try columns("kunming.20.decided", "tolerance_cases") == ["case_id", "unit_id", "applied_on", "decided_on"])
      #expect(
        try columns("kunming.15.handled", "verifications")
          == ["verification_id", "person_id", "result", "verified_on", "handled_on"])
    case "jingxian":
      #expect(
        try columns("jingxian.5.2.acceptance", "petitions") == ["petition_id", "received_on", "accepted_on"])
    default: break
    }
  }
}
