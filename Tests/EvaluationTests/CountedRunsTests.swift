import CadreModel
import Evaluation
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Testing

/// A trend's ends of months are judged for what they count to alone: these are the counts of a whole judging, after any history.
@Suite(.cadre) struct CountedRunsTests {
  private func job(_ city: TestCity, _ policy: String, _ date: String, _ keeps: EvaluationJob.Keeps) throws -> EvaluationJob {
    var job = EvaluationJob(
      city: city.code, policy: try #require(city.library.policy(policy)), asOf: try #require(Day(date)))
    job.keeps = keeps
    return job
  }

  private func run(
    _ city: TestCity, _ policy: String, _ date: String, _ keeps: EvaluationJob.Keeps, afresh: Bool = false
  ) async throws -> Run {
    try #require(
      try await Evaluator(library: city.library, evaluatedBy: "tests").evaluate(
        try job(city, policy, date, keeps), afresh: afresh, on: city.connection))
  }

  private func counts(_ run: Run, _ city: TestCity) async throws -> [String] {
    try await city.lines(
      """
      select i.indicator, i.subject_kind, i.missing_tables::text, i.rules_digest, i.met::text, i.unmet::text, i.pending::text,
        i.at_risk::text, i.exempt::text, i.no_data::text, i.info::text
      from run_indicators i
      where i.city_code = $1
        and i.run_id = '\(run.id)'
      order by i.ordinal
      """)
  }

  /// Judges a date whole, looks what was counted, and forgets its results, so that it is judged for its counts again.
  private func whole(_ city: TestCity, _ policy: String, _ date: String) async throws -> (counts: [String], results: Int) {
    let run = try await run(city, policy, date, .results, afresh: true)
    let found = try await counts(run, city)
    for table in ["results", "unit_tallies"] { try await city.execute("drop table cadre.\(table)_\(run.resultSet)") }
    for table in ["result_sets", "run_indicators", "runs"] {
      try await city.execute("delete from \(table) where city_code = $1 and run_id = '\(run.id)'")
    }
    return (found, run.resultCount)
  }

  @Test(arguments: [
    ("quzhou", "quzhou", 41), ("shaoxing", "shaoxing", 42), ("jingxian", "jingxian", 43), ("kunming", "kunming", 44),
    ("quzhou", "kunming", 45),
  ])
  func afterAnyHistoryTheyAreThoseOfAWholeJudging(code: String, policy: String, seed: UInt64) async throws {
    let (city, folder) = try await TestCity.sampled(code, seed: seed)
    let dates = ["2024-12-31", "2025-05-31", "2025-06-30", "2025-12-31"]
    for date in dates {
      let run = try await run(city, policy, date, .counts)
      let expected = try await whole(city, policy, date)
      #expect(try await counts(run, city) == expected.counts && run.resultCount == expected.results, "\(date)")
    }
    var history = try History(folder: folder, seed: seed)
    for step in 1...8 {
      try history.writeChanges(step)
      try await folder.take(in: "step\(step)", to: city)
      let date = dates[step % dates.count]
      let run = try await run(city, policy, date, .counts)
      #expect(run.resultSet == "")
      // Every other time it goes on from counts that went on from others.
      guard step > dates.count else { continue }
      let expected = try await whole(city, policy, date)
      let found = try await counts(run, city)
      #expect(zip(found, expected.counts).filter { $0 != $1 }.map { "\($0) / \($1)" }.prefix(4) == [], "step \(step), \(date)")
      #expect(found.count == expected.counts.count && run.resultCount == expected.results)
    }
    #expect(try await city.lines("select count(*)::text from result_sets where city_code = $1") == ["0"])
  }

  @Test func nothingIsJudgedTwiceAndResultsComeWhenTheyAreAskedFor() async throws {
    let (city, _) = try await TestCity.sampled("quzhou", seed: 46)
    let counted = try await run(city, "quzhou", "2025-06-30", .counts)
    #expect(counted.resultSet == "" && counted.resultCount > 100)
    #expect(try await run(city, "quzhou", "2025-06-30", .counts) == counted)
    let stored = try await run(city, "quzhou", "2025-06-30", .results)
    #expect(stored.resultSet != "" && stored.reference == counted.reference && stored.resultCount == counted.resultCount)
    #expect(try await counts(stored, city) == counts(counted, city))
    // Who asks for counts is given those of the results that are stored.
    #expect(try await run(city, "quzhou", "2025-06-30", .counts) == stored)
  }

  /// Where results are stored they are brought up to date, and stay.
  @Test func storedResultsAreRenewed() async throws {
    let (city, folder) = try await TestCity.sampled("quzhou", seed: 47)
    let stored = try await run(city, "quzhou", "2025-06-30", .results)
    var history = try History(folder: folder, seed: 47)
    try history.writeChanges(1)
    try await folder.take(in: "step1", to: city)
    let renewed = try await run(city, "quzhou", "2025-06-30", .counts)
    #expect(renewed.resultSet == stored.resultSet && renewed.id != stored.id)
  }

  @Test func whatWasKnownThenIsCounted() async throws {
    let (city, folder) = try await TestCity.sampled("quzhou", seed: 48)
    let first = try await run(city, "quzhou", "2025-06-30", .counts)
    var history = try History(folder: folder, seed: 48)
    for step in 1...3 {
      try history.writeChanges(step)
      try await folder.take(in: "step\(step)", to: city)
    }
    var job = EvaluationJob(
      city: city.code, policy: try #require(city.library.policy("quzhou")), asOf: first.asOf, known: .importNumber(1))
    job.keeps = .counts
    let known = try #require(
      try await Evaluator(library: city.library, evaluatedBy: "tests").evaluate(job, on: city.connection))
    #expect(known.knownAsOf == 1 && known.resultSet == "" && known.id != first.id)
    #expect(try await counts(known, city) == counts(first, city))
  }
}
