import CadreModel
import DataContract
import Evaluation
import IdentityNumbers
import Intake
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Testing

/// What had been handed in by an import is judged as it was judged then, whatever came, was corrected or went since.
@Suite(.cadre) struct KnownAsOfTests {
  private static let date = "2025-12-31"

  private func results(of run: Run, in city: TestCity) async throws -> [String] {
    try await city.results(of: run, columns: ResultColumns.everything)
  }

  @Test(arguments: [
    ("quzhou", "quzhou", 21), ("shaoxing", "kunming", 22), ("jingxian", "jingxian", 23), ("kunming", "kunming", 24),
  ])
  func afterAnyHistoryThePastIsJudgedAsItWas(code: String, policy: String, seed: UInt64) async throws {
    let (city, folder) = try await TestCity.sampled(code, seed: seed)
    let imported = try #require(city.library.city(code))
    var then: [[String]] = []
    func judge() async throws {
      let run = try #require(try await city.evaluate(Self.date, under: policy, afresh: true))
      then.append(try await results(of: run, in: city))
    }
    try await judge()
    var history = try History(folder: folder, seed: seed)
    for step in 1...5 {
      try history.writeChanges(step)
      let gone = try await city.lines(
        """
        select t.record_id
        from training_records t
        where t.city_code = $1
        order by md5(t.record_id || '\(step)')
        limit 3
        """)
      try folder.write(
        ["table,key,reason"] + gone.map { "training_records,\($0),twice" }, to: "step\(step)/withdrawals.csv")
      try await folder.take(in: "step\(step)", to: city)
      try await judge()
    }
    _ = try await ImportUndo(4, of: imported, undoneBy: "tests", programVersion: "test", identityKey: .forTests).run(
      on: city.connection)
    try await judge()
    let official = try #require(try await city.evaluate(Self.date, under: policy))
    #expect(Set(then).count > 2)
    for (index, expected) in then.enumerated() {
      let run = try await city.evaluate(Self.date, under: policy, knownAsOf: .importNumber(index + 1))
      #expect(run.knownAsOf == (index + 1 == then.count ? nil : index + 1))
      let found = try await results(of: run, in: city)
      #expect(Set(found).symmetricDifference(expected).sorted().prefix(6) == [], "import \(index + 1)")
      #expect(found == expected)
    }
    // The official run is still there, and nothing was left over that covers a table.
    #expect(try await city.evaluate(Self.date, under: policy) == official)
    #expect(try await city.lines("select viewname from pg_views where schemaname like 'pg_temp%' and $1 <> ''") == [])
  }

  /// The same asked twice is judged once.
  @Test func isJudgedOnce() async throws {
    let (city, folder) = try await TestCity.sampled("quzhou", seed: 3)
    try folder.write(
      ["record_id,person_id,class_id,completed_on,hours,days", "S1,P0000009,,2025-05-01,7.25,1"],
      to: "more/training_records.csv")
    try await folder.take(in: "more", to: city)
    let first = try await city.evaluate(Self.date, knownAsOf: .importNumber(1))
    #expect(try await city.evaluate(Self.date, knownAsOf: .importNumber(1)) == first)
    #expect(try await city.evaluate(Self.date, knownAsOf: .importNumber(2)).knownAsOf == nil)
  }

  /// A table whose first rows came later is missing then, and its indicators say so.
  @Test func tablesThatCameLaterAreMissing() async throws {
    let (city, folder) = try await TestCity.sampled("quzhou", seed: 4, without: .trainingRecords)
    let then = try #require(try await city.evaluate(Self.date))
    let (expected, missing) = (try await results(of: then, in: city), try await missingTables(of: then, in: city))
    #expect(missing.contains("training_records"))
    try await folder.take(in: "aside", to: city)
    let now = try #require(try await city.evaluate(Self.date))
    #expect(try await results(of: now, in: city) != expected)
    #expect(try await !missingTables(of: now, in: city).contains("training_records"))
    let known = try await city.evaluate(Self.date, knownAsOf: .importNumber(1))
    #expect(try await results(of: known, in: city) == expected)
    #expect(try await missingTables(of: known, in: city) == missing)
  }

  private func missingTables(of run: Run, in city: TestCity) async throws -> [String] {
    try await city.lines(
      """
      select distinct m.name
      from run_indicators i
      cross join unnest(i.missing_tables) as m (name)
      where i.city_code = $1
        and i.run_id = \(run.id.sqlLiteral)
      order by m.name
      """)
  }

  @Test func importsAndDaysAreFound() async throws {
    let (city, _) = try await TestCity.sampled("quzhou", seed: 4)
    try await city.execute("update imports set imported_on = '2025-07-01' where city_code = $1")
    await #expect(throws: KnownError.self) { _ = try await city.evaluate(Self.date, knownAsOf: .importNumber(9)) }
    await #expect(throws: KnownError.self) {
      _ = try await city.evaluate(Self.date, knownAsOf: .day(try #require(Day("2025-06-30"))))
    }
    #expect(try await city.evaluate(Self.date, knownAsOf: .day(try #require(Day("2025-07-01")))).knownAsOf == nil)
  }

  /// A result is explained from the rows of then, also where they are gone by now.
  @Test func explainedAsItWasKnown() async throws {
    let (city, folder) = try await TestCity.sampled("jingxian", seed: 5)
    let run = try #require(try await city.evaluate(Self.date))
    let leave = try #require(
      try await city.lines(
        """
        select r.subject_id, r.status
        from results r
        join run_indicators i
          on i.city_code = r.city_code
          and i.ordinal = r.ordinal
        where r.city_code = $1
          and r.result_set = \(run.resultSet.sqlLiteral)
          and i.run_id = \(run.id.sqlLiteral)
          and i.indicator = 'jingxian.3.1.leave'
        order by r.subject_id
        limit 1
        """
      ).first
    ).split(separator: ",").map(String.init)
    try folder.write(["table,key,reason", "leaves,\(leave[0]),twice"], to: "more/withdrawals.csv")
    try await folder.take(in: "more", to: city)
    func explain(_ known: KnownAsOf?) async throws -> Explanation {
      try await Explainer(library: city.library).explain(
        indicator: "jingxian.3.1.leave", subject: leave[0], city: "jingxian", asOf: try #require(Day(Self.date)), known: known,
        on: city.connection)
    }
    await #expect(throws: EvaluationError.self) { _ = try await explain(nil) }
    let explained = try await explain(.importNumber(1))
    #expect(explained.verdicts.map(\.status.rawValue) == [leave[1]])
    #expect(explained.verdicts.first?.facts.contains { $0.key == leave[0] } == true)
  }
}
