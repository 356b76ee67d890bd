import CadreModel
import CadreTesting
import Evaluation
import PolicyKit
import PolicyTesting
import Testing

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
    #expect(again == first)
    #expect(try await city.results(of: again, columns: ResultColumns.everything) == results)
    #expect(try await city.lines("select evaluated_on::text from runs where city_code = $1") != written)
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
    #expect(Set(runs) == [second.id, otherDate.id])
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
    #expect(error == .unknownCity("atlantis", known: ["jingxian", "kunming", "quzhou", "shaoxing"]))
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
      "select ordinal::text || ',' || coalesce(unit_id, ''), status from results where city_code = $1 and result_set = '\(run.resultSet)'")
    {
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
    where i.city_code = $1 and i.result_set = '\(run.resultSet)'
    order by i.ordinal
    """
  }

  private static func sumsOfTallies(of run: Run) -> String {
    """
    select i.ordinal::text, \(Status.allCases.map { "coalesce(sum(t.\($0.rawValue)), 0)::text" }.joined(separator: ", "))
    from run_indicators i
    left join unit_tallies t using (city_code, result_set, ordinal)
    where i.city_code = $1 and i.result_set = '\(run.resultSet)'
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
