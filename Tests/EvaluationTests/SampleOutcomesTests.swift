import CadreModel
import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import PostgresClient
import SampleData
import Testing

/// In an invented city every possible outcome of every indicator of its own policy occurs.
@Suite(.cadre) struct SampleOutcomesTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let city: String
    let persons: Int
    let seed: UInt64
    /// Beside the dates of the last year: the end of an earlier one, of a term where the policy goes back so far.
    let earlier: String
    var testDescription: String { "\(city), \(persons)" }
  }

  static let places = [
    Place(city: "quzhou", persons: 700, seed: 7, earlier: "2021-12-31"),
    Place(city: "shaoxing", persons: 900, seed: 8, earlier: "2021-12-31"),
    Place(city: "jingxian", persons: 600, seed: 9, earlier: "2023-12-31"),
    Place(city: "kunming", persons: 1000, seed: 10, earlier: "2021-12-31"),
  ]

  private static let dates = ["2025-06-30", "2025-08-15", "2025-09-10", "2025-12-10", "2025-12-31"]

  @Test(arguments: places) func everyIndicatorComesOutInEveryWay(place: Place) async throws {
    let folder = try TemporaryFolder()
    let city = try await TestCity(place.city)
    let request = SampleRequest(
      city: try .named(place.city), persons: place.persons, seed: place.seed, trainingPerPerson: 20)
    _ = try request.write(into: folder.path + "/sample")
    try await folder.take(in: "sample", to: city)
    var found: [String: Set<Status>] = [:]
    var figures: [String: Set<String>] = [:]
    for date in Self.dates + [place.earlier] {
      let run = try #require(try await city.evaluate(date))
      for line in try await city.results(of: run, columns: ["i.indicator", "r.status", "r.class", "r.observed::text"]) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let (indicator, status) = (cells[0], try #require(Status(rawValue: cells[1])))
        found[indicator, default: []].insert(status)
        guard status == .info else { continue }
        // A figure may be negative: any digit from 1 to 9 shows that it is not zero.
        let isSomething = cells[3].contains { ("1"..."9").contains($0) }
        figures[indicator, default: []].formUnion(isSomething ? [cells[2]] : [])
      }
    }
    let policy = try #require(city.library.policy(place.city))
    for indicator in policy.indicators {
      let id = indicator.id
      let (impossible, seen) = (SampleOutcomes.impossible[id] ?? [], found[id] ?? [])
      let missing = SampleOutcomes.expected(of: indicator).subtracting(seen).subtracting(impossible)
      #expect(missing.isEmpty, "\(id) is never \(missing.map(\.rawValue).sorted().joined(separator: ", "))")
      #expect(seen.isDisjoint(with: impossible), "\(id) is \(seen.intersection(impossible)) after all")
      if seen.contains(.info) { #expect(!(figures[id] ?? []).isEmpty, "\(id) is always 0") }
    }
  }
}
