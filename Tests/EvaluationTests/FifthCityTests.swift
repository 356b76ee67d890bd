import CadreModel
import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import Results
import Schema
import Testing

/// A policy that the program does not know, and its city: one policy value and a file for each make it judged end to
/// end.
@Suite(.cadre) struct FifthCityTests {
  private func city(_ yaml: String = FifthCity.yaml) async throws -> TestCity {
    let library = try PolicyLibrary.shipped(with: [FifthCity.text], files: FifthCity.files(yaml))
    #expect(library.policies.map(\.code) == Registered.policies + ["huzhou"])
    #expect(library.cities.map(\.code).sorted() == (Registered.cities + ["huzhou"]).sorted())
    let city = try await TestCity("huzhou", library: library)
    try await ReferenceData.store(library.cities, in: city.connection)
    return city
  }

  @Test func aDatabaseThatDoesNotKnowTheCityYetSaysWhatToDo() async throws {
    let library = try PolicyLibrary.shipped(with: [FifthCity.text], files: FifthCity.files())
    let city = try await TestCity("huzhou", library: library)
    await #expect(throws: EvaluationError.cityNotStored("huzhou")) { try await city.evaluate("2025-06-30") }
    #expect(try await !ReferenceData.knows(library.cities, in: city.connection))
    try await ReferenceData.store(library.cities, in: city.connection)
    #expect(try await ReferenceData.knows(library.cities, in: city.connection))
    #expect(try await city.evaluate("2025-06-30") != nil)
  }

  private func store(studies: [String], in city: TestCity) async throws {
    try await city.unit("U1", kind: "township", level: "township")
    for (index, day) in studies.enumerated() {
      try await city.add(
        .activities,
        ["activity_id": "A\(index)", "kind": "center_group_study", "unit_id": "U1", "held_on": day])
    }
  }

  @Test func isJudgedAndExplained() async throws {
    let city = try await city()
    try await store(studies: ["2024-12-31", "2025-01-01", "2025-03-01", "2025-05-01"], in: city)
    let run = try #require(try await city.evaluate("2025-06-30"))
    #expect(
      try await city.results(of: run) == ["huzhou.1.study,unit,U1,U1,2025,pending,,3,4,2025-12-31"])
    let explanation = try await Explainer(library: city.library).explain(
      indicator: "huzhou.1.study", subject: "U1", city: "huzhou", asOf: #require(Day("2025-06-30")),
      on: city.connection)
    #expect(explanation.verdicts.first?.facts.map(\.key) == ["A1", "A2", "A3"])
    #expect(explanation.verdicts.first.flatMap { explanation.remedy(for: $0, in: .english) } == "1 time to go, by 2025-12-31")
    // Another city's policy judges its data too.
    #expect(try await city.evaluate("2025-06-30", under: "kunming") != nil)
  }

  @Test func anAmendmentJudgesEachDateUnderTheValueInForce() async throws {
    let studies = ["2026", "2027"].flatMap { year in (1...4).map { "\(year)-0\($0)-01" } }
    let before = try await city()
    try await store(studies: studies, in: before)
    let old = try #require(try await before.evaluate("2026-12-31"))
    let oldResults = try await before.results(of: old, columns: ResultColumns.everything)
    #expect(oldResults.first?.hasPrefix("huzhou.1.study,unit,U1,U1,2026,met,,4,4,2026-12-31,") == true)
    let unamended = try #require(try await before.evaluate("2027-12-31"))
    #expect(try await before.results(of: unamended) == ["huzhou.1.study,unit,U1,U1,2027,met,,4,4,2027-12-31"])

    let after = try await city(FifthCity.amendedYAML)
    let again = try #require(try await after.evaluate("2026-12-31"))
    // At that date the same rules hold, so it is the same run.
    #expect(again.rulesDigest == old.rulesDigest)
    #expect(again.id == old.id)
    #expect(try await after.results(of: again, columns: ResultColumns.everything) == oldResults)
    let amended = try #require(try await after.evaluate("2027-12-31"))
    #expect(try await after.results(of: amended) == ["huzhou.1.study,unit,U1,U1,2027,unmet,,4,5,2027-12-31"])
  }
}
