import CadreModel
import CadreTesting
import DataContract
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import SampleData
import Testing

@testable import Evaluation

/// A sentence never contradicts its verdict.
@Suite(.cadre) struct SentencePropertyTests {
  /// Every result of a run as it would be explained.
  private func explanations(of run: Run, in city: TestCity) async throws -> [(Explanation, Explanation.Verdict)] {
    let policy = try #require(city.library.policy(run.policy))
    let known = try #require(city.library.city(city.code))
    let rows = try await city.connection.query(
      Statement(
        nil,
        """
        select
          i.indicator, r.subject_id, r.period, r.status, r.class, r.observed::text, r.required::text, r.due_on::text,
          r.reason, r.detail, coalesce(r.evidence, '{}') <> '{}' as has_facts
        from results r
        join result_sets s using (city_code, result_set)
        join run_indicators i using (city_code, run_id, ordinal)
        where r.city_code = $1
          and r.result_set = \(run.resultSet.sqlLiteral)
        """, [.text(city.code)]))
    var byIndicator: [String: Explanation] = [:]
    return try rows.map { row in
      let id: String = try row.decode("indicator")
      let indicator = try #require(policy.indicator(id))
      let article = try #require(policy.article(of: indicator))
      let explanation =
        byIndicator[id]
        ?? Explanation(
          city: known, policy: policy, article: article, indicator: indicator, asOf: run.asOf, parameters: [],
          verdicts: [])
      byIndicator[id] = explanation
      let status = try #require(Status(rawValue: try row.decode("status")))
      let code: String = try row.decode("reason")
      let reason: Reason = try #require(Reason(rawValue: code), "\(id): \(code)")
      let verdict = Explanation.Verdict(
        subjectID: try row.decode("subject_id"), subjectName: "某", unitID: nil, unitName: nil,
        period: try row.decode("period"), status: status, class: try row.decode("class"),
        observed: try row.decode("observed"), required: try row.decode("required"),
        dueOn: try row.decode("due_on", as: String?.self).flatMap { Day($0) },
        reason: reason,
        detail: try row.decode("detail"), facts: [])
      return (explanation, verdict)
    }
  }

  @Test(arguments: [("quzhou", 11), ("shaoxing", 12), ("jingxian", 13), ("kunming", 14)] as [(String, UInt64)])
  func whatIsPrintedGivesTheVerdict(code: String, seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let city = try await TestCity(code)
    _ = try SampleRequest(
      city: try .named(code), persons: 150, seed: seed, years: 2023...2025, trainingPerPerson: 12,
      dialect: Dialect(headings: .english)
    ).write(into: folder.path + "/sample")
    try await folder.take(in: "sample", to: city)
    var seen: Set<String> = []
    for policy in city.library.policies.map(\.code) {
      for date in ["2024-12-31", "2025-03-15", "2025-12-30"] {
        let run = try #require(try await city.evaluate(date, under: policy))
        let all = try await explanations(of: run, in: city)
        let problems = all.flatMap { SentenceCheck(explanation: $0.0).problems(of: $0.1) }
        #expect(problems.isEmpty, "\(policy) \(date): \(problems.count): \(problems.prefix(12))")
        for (explanation, verdict) in all { seen.insert("\(explanation.indicator.id) \(verdict.status)") }
      }
    }
    #expect(seen.count > 250, "\(seen.count)")
  }

  /// The check finds a mistake that was once printed: days had decided, and the sentence told only the hours.
  @Test func aContradictionIsSeen() async throws {
    let city = try await TestCity("kunming")
    let policy = try #require(city.library.policy("kunming"))
    let indicator = try #require(policy.indicator("kunming.4.annual-training"))
    let explanation = Explanation(
      city: try #require(city.library.city("kunming")), policy: policy,
      article: try #require(policy.article(of: indicator)), indicator: indicator,
      asOf: try #require(Day("2025-12-31")), parameters: [], verdicts: [])
    func problems(_ status: Status, _ reason: Reason, _ observed: String, _ detail: String?) -> [String] {
      SentenceCheck(explanation: explanation).problems(
        of: Explanation.Verdict(
          subjectID: "P", subjectName: "某", unitID: nil, unitName: nil, period: "2025", status: status, class: nil,
          observed: observed, required: "90", dueOn: Day("2025-12-31"), reason: reason, detail: detail, facts: []))
    }
    #expect(problems(.met, .reachedByOther, "82.25", "13/12").isEmpty)
    #expect(problems(.met, .reached, "90", "0/12").isEmpty)
    #expect(problems(.unmet, .short, "82.25", "11/12").isEmpty)
    #expect(!problems(.met, .reached, "82.25", nil).isEmpty)
    #expect(!problems(.met, .reachedByOther, "82.25", "11/12").isEmpty)
    #expect(!problems(.unmet, .short, "82.25", "13/12").isEmpty)
    #expect(!problems(.unmet, .short, "95", "1/12").isEmpty)
    #expect(!problems(.unmet, .reached, "82.25", "11/12").isEmpty)
  }
}
