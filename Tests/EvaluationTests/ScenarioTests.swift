import CadreModel
import CadreTesting
import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import Results
import Testing

/// What-ifs beside official runs, and programs of two versions over one database.
@Suite(.cadre) struct ScenarioTests {
  private static func library(count: Int) throws -> PolicyLibrary {
    try FifthCity.library(FifthCity.yaml.replacing("value: 4}", with: "value: \(count)}"))
  }

  private func city() async throws -> TestCity {
    let city = try await TestCity("huzhou", library: Self.library(count: 4))
    try await city.execute("insert into cities values ('huzhou', '湖州市', 'Huzhou', '33', '3305')")
    try await city.unit("T1", kind: "township", ["region_code": "330502"])
    for (index, day) in ["2025-01-01", "2025-02-01", "2025-03-01"].enumerated() {
      try await city.add(
        .activities,
        ["activity_id": "A\(index)", "kind": "center_group_study", "unit_id": "T1", "held_on": day])
    }
    return city
  }

  private func evaluate(_ city: TestCity, by library: PolicyLibrary) async throws -> Run {
    let policy = try #require(library.policy("huzhou"))
    let day = try #require(Day("2025-12-31"))
    return try #require(
      try await Evaluator(library: library, evaluatedBy: "tests").evaluate(
        city: "huzhou", policy: policy, asOf: day, on: city.connection))
  }

  @Test func aWhatIfLeavesTheOfficialRunAsItIs() async throws {
    let city = try await city()
    let official = try Self.library(count: 4)
    let tried = try Self.library(count: 3).asScenario(beside: official)
    #expect(official.scenario(of: "huzhou") == "")
    #expect(tried.scenario(of: "huzhou") == "1.study.count=3 (2020-01-01) stated")
    // The same parameters under another name of the folder are no scenario.
    #expect(try Self.library(count: 4).asScenario(beside: official).scenario(of: "huzhou") == "")

    let run = try await evaluate(city, by: official)
    let results = try await city.results(of: run)
    #expect(results.map { $0.contains(",unmet,") } == [true])
    let whatIf = try await evaluate(city, by: tried)
    #expect(whatIf.scenario == "1.study.count=3 (2020-01-01) stated")
    #expect(whatIf.resultSet != run.resultSet)
    #expect(whatIf.rulesDigest != run.rulesDigest)
    #expect(whatIf.parametersDigest != run.parametersDigest)
    #expect(try await city.results(of: whatIf).map { $0.contains(",met,") } == [true])
    // Neither shows up as the other, whichever comes last.
    #expect(try await evaluate(city, by: official) == run)
    #expect(try await evaluate(city, by: tried) == whatIf)
    #expect(try await city.results(of: run) == results)
    let reader = RunReader(connection: city.connection)
    let day = try #require(Day("2025-12-31"))
    #expect(try await reader.latest(city: "huzhou", policy: "huzhou", asOf: day) == run)
    #expect(try await reader.latest(city: "huzhou", policy: "huzhou", scenario: whatIf.scenario, asOf: day) == whatIf)
    #expect(try await city.lines("select count(*)::text from runs where city_code = $1") == ["2"])
  }

  /// Each asks for its own rules: neither gets what the other's found, and each run that was made stays.
  @Test func twoProgramsTakeTurns() async throws {
    let city = try await city()
    try await city.setWatermark("a")
    let (four, three) = (try Self.library(count: 4), try Self.library(count: 3))
    let first = try await evaluate(city, by: four)
    let counted = try await city.counts(of: first)
    let second = try await evaluate(city, by: three)
    #expect(second.scenario == "")
    #expect(second.resultSet == first.resultSet)
    #expect(try await city.results(of: second).map { $0.contains(",met,") } == [true])
    let third = try await evaluate(city, by: four)
    #expect(third.id != first.id)
    #expect(third.reference == first.reference)
    #expect(try await city.results(of: third).map { $0.contains(",unmet,") } == [true])
    #expect(try await city.lines("select count(*)::text from runs where city_code = $1") == ["3"])
    #expect(try await city.counts(of: first) == counted)
    #expect(try await city.counts(of: third) == counted)
    #expect(try await city.counts(of: second) != counted)
  }

  @Test func aRunTellsWhoWhenAndByWhat() async throws {
    let city = try await city()
    let run = try await evaluate(city, by: Self.library(count: 4))
    #expect(
      try await city.lines(
        """
        select
          r.evaluated_by,
          r.program_version,
          r.parameters_digest,
          (r.evaluated_on between now() - interval '1 hour' and clock_timestamp())::text
        from runs r
        where r.city_code = $1
        """) == ["tests,\(ProgramVersion.current),\(run.parametersDigest),true"])
    #expect(run.parametersDigest.count == 64)
  }
}
