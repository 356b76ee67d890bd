import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct RenderingTests {
  /// Ends and beginnings of periods, leap days, days around effective dates and terms.
  static let dates = [
    "2019-04-12", "2019-12-31", "2020-01-01", "2020-02-29", "2020-06-30", "2021-12-31", "2022-01-01", "2022-01-31",
    "2023-02-28", "2023-03-31", "2024-02-28", "2024-02-29", "2024-03-01", "2024-12-31", "2025-06-29", "2025-06-30",
    "2025-08-15", "2026-12-31", "2027-01-01", "2028-02-29",
  ]

  @Test(arguments: dates, [Judging.Purpose.evaluation, .explanation])
  func everyIndicatorRendersAtEveryDate(date: String, purpose: Judging.Purpose) throws {
    let day = try #require(Day(date))
    for policy in try PolicyLibrary.shipped().policies {
      guard let judging = policy.judging(asOf: day, purpose: purpose) else {
        #expect(day < policy.configuration.effectiveOn)
        continue
      }
      #expect(try Snapshot.steps(for: judging).isEmpty == false)
      for indicator in policy.indicators {
        let sql = try indicator.select(for: judging)
        #expect(sql.contains(".status"), "\(indicator.id)")
        // Only an empty list or an array's literal may still hold braces.
        #expect(!sql.contains("{as_of}") && !sql.contains("{year"), "\(indicator.id) on \(date)")
      }
    }
  }

  /// Fit to be read: the indicator's id, one column a line, nothing that runs off the page.
  @Test func everyStatementIsFitToBeRead() throws {
    for policy in try PolicyLibrary.shipped().policies {
      let judging = try #require(Day("2025-08-15").flatMap { policy.judging(asOf: $0) })
      var statements = try Snapshot.steps(for: judging).map { (id: $0.table, sql: $0.select) }
      for indicator in policy.indicators {
        let sql = try indicator.select(for: judging)
        #expect(sql.hasPrefix("-- \(indicator.id)\n"))
        statements.append((id: indicator.id, sql: sql))
      }
      for statement in statements {
        for line in statement.sql.split(separator: "\n") {
          #expect(line.count <= 120, "\(statement.id): \(line)")
          #expect(line.wholeMatch(of: /\s*select (?!distinct on)[^(]+,.*/) == nil, "\(statement.id): \(line)")
        }
      }
    }
  }

  @Test func beforeAPolicyIsInEffectNothingIsJudged() throws {
    for policy in try PolicyLibrary.shipped().policies {
      let from = policy.configuration.effectiveOn
      #expect(policy.judging(asOf: from.adding(days: -1)) == nil)
      #expect(policy.judging(asOf: from)?.asOf == from)
    }
  }

  /// A process that put words in an order of its own would make every process judge afresh.
  @Test func theSameRulesMakeTheSameText() throws {
    for (first, second) in zip(try PolicyLibrary.shipped().policies, try PolicyLibrary.shipped().policies) {
      let judging = try #require(Day("2025-08-15").flatMap { first.judging(asOf: $0) })
      #expect(try first.statements(for: judging).map(\.rules) == second.statements(for: judging).map(\.rules))
    }
  }

  @Test func anUnknownParameterIsAnError() throws {
    let policy = try #require(try PolicyLibrary.shipped().policy("quzhou"))
    let day = try #require(Day("2025-06-30"))
    let judging = try #require(policy.judging(asOf: day))
    #expect(throws: RenderingError.unknownParameter("a9.rotation.decades", policy: "quzhou")) {
      try judging.value(of: "a9.rotation.decades")
    }
    #expect(throws: RenderingError.notWhole("a3.tier.last_share")) { try judging.whole("a3.tier.last_share") }
    #expect(try judging.whole("a9.rotation.years") == 8)
  }

  @Test func aPeriodHasTheYearsOfItsDays() throws {
    let policy = try #require(try PolicyLibrary.shipped().policy("kunming"))
    let day = try #require(Day("2025-06-30"))
    let judging = try #require(policy.judging(asOf: day))
    let scope = Scope(judging: judging, indicator: "4.leader-training")
    #expect(try scope.render("in ({period_years})") == "in (2025)")
    let starts = try #require(Day("2022-12-31"))
    let ends = try #require(Day("2025-01-01"))
    let window = Period(name: "2025", starts: starts, ends: ends)
    #expect(try scope.within(window).render("in ({period_years})") == "in (2022, 2023, 2024, 2025)")
  }
}
