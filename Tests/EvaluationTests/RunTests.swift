import CadreModel
import CadreTesting
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Testing

@testable import Evaluation

@Suite(.cadre) struct RunTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await SmallCity.store(in: city)
    return city
  }

  @Test func theSameInputsMakeTheSameRun() async throws {
    let city = try await city()
    let first = try #require(try await city.evaluate("2025-06-30"))
    #expect(first.id.count == 32)
    #expect(first.resultCount == (try await city.results(of: first)).count)
    #expect(first.resultCount > 30)
    let written = try await city.lines("select evaluated_on::text from runs where city_code = $1")
    let again = try #require(try await city.evaluate("2025-06-30"))
    #expect(again == first)
    // Kept, not made again.
    #expect(try await city.lines("select evaluated_on::text from runs where city_code = $1") == written)
  }

  @Test func afreshMakesTheSameRunAgain() async throws {
    let city = try await city()
    let first = try #require(try await city.evaluate("2025-06-30"))
    let results = try await city.results(of: first, columns: ResultColumns.everything)
    let written = try await city.lines("select evaluated_on::text from runs where city_code = $1")
    let again = try #require(try await city.evaluate("2025-06-30", afresh: true))
    #expect(again.id != first.id)
    #expect(again.reference == first.reference)
    #expect(again.resultCount == first.resultCount)
    #expect(again.resultSet != first.resultSet)
    #expect(try await city.results(of: again, columns: ResultColumns.everything) == results)
    #expect(try await city.results(of: first).isEmpty)
    // The first run stays as it was written, with what it counted.
    #expect(
      try await city.lines("select run_id from runs where city_code = $1 order by evaluated_on") == [first.id, again.id])
    #expect(
      try await city.lines("select evaluated_on::text from runs where city_code = $1 and run_id = '\(first.id)'") == written)
    #expect(try await city.counts(of: first) == city.counts(of: again))
  }

  @Test func newDataMakeANewRunThatTakesTheOldOnesPlace() async throws {
    let city = try await city()
    try await city.setWatermark("a")
    let first = try #require(try await city.evaluate("2025-06-30"))
    let otherDate = try #require(try await city.evaluate("2024-12-31"))
    try await city.setWatermark("b")
    let second = try #require(try await city.evaluate("2025-06-30"))
    #expect(second.id != first.id)
    #expect(second.watermark != first.watermark)
    #expect(second.resultSet == first.resultSet)
    let runs = try await city.lines("select run_id from runs where city_code = $1")
    #expect(Set(runs) == [first.id, second.id, otherDate.id])
    #expect(
      Set(try await city.lines("select run_id from result_sets where city_code = $1")) == [second.id, otherDate.id])
    #expect(try await city.counts(of: first) == city.counts(of: second))
    #expect(second.resultCount == first.resultCount)
    #expect(try await city.results(of: second).count == second.resultCount)
  }

  @Test func judgedAfreshTheOldResultsAreDropped() async throws {
    let city = try await city()
    try await city.setWatermark("a")
    let first = try #require(try await city.evaluate("2025-06-30"))
    try await city.setWatermark("b")
    let second = try #require(try await city.evaluate("2025-06-30", afresh: true))
    #expect(second.resultSet == second.id)
    #expect(try await city.results(of: first).isEmpty)
    #expect(try await city.lines("select to_regclass('results_\(first.id)')::text where $1::text is not null") == [""])
    #expect(
      try await city.lines("select to_regclass('unit_tallies_\(first.id)')::text where $1::text is not null") == [""])
    #expect(
      try await city.lines(
        "select count(*)::text from unit_tallies where city_code = $1 and result_set = '\(first.resultSet)'") == ["0"])
    #expect(try await city.results(of: second).count == second.resultCount)
  }

  /// While a city is judged afresh, whoever reads the old results neither waits nor is waited for, and finds all of them;
  /// they are dropped later.
  @Test func whatSomebodyReadsStaysWhileItIsJudgedAfresh() async throws {
    let city = try await city()
    let other = try await TestDatabase.current.connect()
    let first = try #require(try await city.evaluate("2025-06-30"))
    let again = try await city.connection.withResults(of: [first], in: city.code) { _ in
      let again = try #require(try await city.evaluate("2025-06-30", afresh: true, on: other))
      #expect(try await city.results(of: first).count == first.resultCount)
      return again
    }
    #expect(
      try await city.lines("select result_set from result_sets where city_code = $1").sorted()
        == [first.resultSet, again.resultSet].sorted())
    await #expect(throws: ResultsError.replaced(city: "quzhou", asOf: first.asOf)) {
      try await city.connection.withResults(of: [first], in: city.code) { _ in }
    }
    #expect(try await city.evaluate("2025-06-30") == again)
    #expect(try await city.lines("select result_set from result_sets where city_code = $1") == [again.resultSet])
    #expect(try await city.results(of: first).isEmpty)
    await other.close()
  }

  @Test func whatWasJudgedOnOlderDataIsNotReadForTheNewer() async throws {
    let city = try await city()
    try await city.setWatermark("a")
    let first = try #require(try await city.evaluate("2025-06-30"))
    try await city.setWatermark("b")
    let second = try #require(try await city.evaluate("2025-06-30"))
    #expect(second.resultSet == first.resultSet)
    await #expect(throws: ResultsError.replaced(city: "quzhou", asOf: first.asOf)) {
      try await city.connection.withResults(of: [first], in: city.code) { _ in }
    }
    try await city.connection.withResults(of: [second], in: city.code) { _ in }
  }

  /// Superseded results may be dropped late, when another run has already taken the place of the one that superseded them.
  @Test func whoComesLateDropsNothingNewer() async throws {
    let city = try await city()
    let store = RunStore(connection: city.connection)
    try await city.setWatermark("a")
    let first = try #require(try await city.evaluate("2025-06-30"))
    try await city.setWatermark("b")
    let renewed = try #require(try await city.evaluate("2025-06-30"))
    try await store.dropSuperseded(by: first)
    #expect(try await city.lines("select run_id from result_sets where city_code = $1") == [renewed.id])
    let again = try #require(try await city.evaluate("2025-06-30", afresh: true))
    try await store.dropSuperseded(by: renewed)
    #expect(try await city.lines("select result_set from result_sets where city_code = $1") == [again.resultSet])
    #expect(try await city.results(of: again).count == again.resultCount)
  }

  @Test func severalJobsAreJudgedAsOneByOne() async throws {
    let city = try await city()
    let library = city.library
    let policy = try #require(library.policy("quzhou"))
    let jobs = try ["2019-01-01", "2024-12-31", "2025-06-30", "2025-02-28"].map {
      EvaluationJob(city: "quzhou", policy: policy, asOf: try #require(Day($0)))
    }
    let pool = ConnectionPool(try TestDatabase.current.configuration, size: 2)
    let evaluator = Evaluator(library: library, evaluatedBy: "tests")
    var (started, finished): ([Int], [Int: Run?]) = ([], [:])
    let runs = try await evaluator.evaluate(
      jobs, on: pool, started: { started.append($0) }, finished: { finished[$0] = $1 })
    #expect(started == [0, 1, 2, 3])
    #expect(runs.map { $0?.asOf } == [nil] + jobs.dropFirst().map { $0.asOf })
    for (index, run) in runs.enumerated() { #expect(finished[index] == .some(run)) }
    let results = try await runs.compacted { try await city.results(of: $0, columns: ResultColumns.everything) }

    let again = try await evaluator.evaluate(jobs, afresh: true, on: pool)
    #expect(again.map { $0?.reference } == runs.map { $0?.reference })
    #expect(try await again.compacted { try await city.results(of: $0, columns: ResultColumns.everything) } == results)
    #expect(
      Set(try await city.lines("select result_set from result_sets where city_code = $1"))
        == Set(again.compactMap { $0?.resultSet }))
    await pool.close()
  }

  @Test func anotherPolicyIsAnotherRunBesideIt() async throws {
    let city = try await city()
    let own = try #require(try await city.evaluate("2025-06-30"))
    let other = try #require(try await city.evaluate("2025-06-30", under: "kunming"))
    #expect(other.policy == "kunming")
    #expect(Set(try await city.lines("select run_id from runs where city_code = $1")) == [own.id, other.id])
    #expect(try await city.results(of: other).allSatisfy { $0.hasPrefix("kunming.") })
  }

  @Test func anUnknownCityIsAnError() async throws {
    let city = try await TestCity("quzhou")
    let policy = try #require(city.library.policy("quzhou"))
    let day = try #require(Day("2025-06-30"))
    let error = try await #require(throws: EvaluationError.self) {
      _ = try await Evaluator(library: city.library, evaluatedBy: "tests").evaluate(
        city: "atlantis", policy: policy, asOf: day, on: city.connection)
    }
    #expect(error == .unknownCity("atlantis", known: Registered.cities.sorted()))
    // The connection can be used on, and the lock is free.
    #expect(try await city.evaluate("2025-06-30") != nil)
  }

  @Test func beforeThePolicyIsInEffectThereIsNoRun() async throws {
    let city = try await city()
    #expect(try await city.evaluate("2019-04-11") == nil)
    #expect(try await city.evaluate("2019-04-12") != nil)
  }

  @Test func talliesOfUnitsAddUpToTheResults() async throws {
    let city = try await city()
    let run = try #require(try await city.evaluate("2025-06-30"))
    let statuses = Status.allCases.map(\.rawValue)
    let tallied = try await city.lines(
      """
      select t.ordinal::text, t.unit_id, \(statuses.map { "t.\($0)::text" }.joined(separator: ", "))
      from unit_tallies t
      where t.city_code = $1 and t.result_set = '\(run.resultSet)'
      order by t.ordinal, t.unit_id collate "C"
      """)
    var counts: [String: [String: Int]] = [:]
    for line in try await city.lines(
      "select ordinal::text || ',' || coalesce(unit_id, ''), status from results where city_code = $1 and result_set = '\(run.resultSet)'"
    ) {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      counts["\(cells[0]),\(cells[1])", default: [:]][cells[2], default: 0] += 1
    }
    let expected = counts.map { key, byStatus in
      key + "," + statuses.map { String(byStatus[$0] ?? 0) }.joined(separator: ",")
    }
    #expect(tallied.count > 10)
    #expect(Set(tallied) == Set(expected))
    #expect(tallied.count == expected.count)
    #expect(try await city.lines(Self.countsOfIndicators(of: run)) == city.lines(Self.sumsOfTallies(of: run)))
  }

  private static func countsOfIndicators(of run: Run) -> String {
    """
    select i.ordinal::text, \(Status.allCases.map { "i.\($0.rawValue)::text" }.joined(separator: ", "))
    from run_indicators i
    where i.city_code = $1 and i.run_id = '\(run.id)'
    order by i.ordinal
    """
  }

  private static func sumsOfTallies(of run: Run) -> String {
    """
    select i.ordinal::text, \(Status.allCases.map { "coalesce(sum(t.\($0.rawValue)), 0)::text" }.joined(separator: ", "))
    from run_indicators i
    left join unit_tallies t
      on t.city_code = i.city_code
      and t.result_set = '\(run.resultSet)'
      and t.ordinal = i.ordinal
    where i.city_code = $1 and i.run_id = '\(run.id)'
    group by i.ordinal
    order by i.ordinal
    """
  }

  @Test func twoEvaluatorsAtOnceMakeOneRun() async throws {
    let city = try await city()
    let connections = try await [
      TestDatabase.current.connect(), TestDatabase.current.connect(), TestDatabase.current.connect(),
    ]
    let runs = try await withThrowingTaskGroup(of: Run?.self) { group in
      for connection in connections {
        group.addTask { try await city.evaluate("2025-06-30", on: connection) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs.count == 3)
    #expect(Set(runs).count == 1)
    #expect(try await city.lines("select count(*)::text from runs where city_code = $1") == ["1"])
    let run = try #require(runs.first ?? nil)
    #expect(try await city.results(of: run).count == run.resultCount)
  }

  @Test func indicatorsWithoutTheirTablesAreRecorded() async throws {
    let city = try await city()
    _ = try await city.evaluate("2025-06-30")
    #expect(
      try await city.lines(
        "select missing_tables::text from run_indicators where city_code = $1 and indicator = 'quzhou.a5.class-approval'")
        == ["{training_classes}"])
  }
}

extension [Run?] {
  /// What `transform` makes of each run that there is.
  fileprivate func compacted<T>(_ transform: (Run) async throws -> T) async throws -> [T] {
    var made: [T] = []
    for case let run? in self { made.append(try await transform(run)) }
    return made
  }
}
