import CadreTesting
import DataContract
import Evaluation
import Foundation
import IdentityNumbers
import Intake
import PolicyKit
import PolicyTesting
import Testing

/// Deliveries of the contract's second edition, and what an independent implementation of the catalogue makes of them.
enum SecondEdition {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/second-edition").path()

  /// The lines of an expected file, without the policy, by indicator.
  static func expected(_ name: String) throws -> [String: Set<String>] {
    let lines = try String(contentsOfFile: "\(folder)/expected/\(name).csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { line in
        String(line[line.index(after: line.firstIndex(of: ",") ?? line.startIndex)...])
      }
    return byIndicator(lines)
  }

  /// A city with a delivery taken in.
  static func city(_ code: String, delivery: String? = nil) async throws -> TestCity {
    let city = try await TestCity(code)
    let imported = try #require(city.library.city(code))
    var options = ImportOptions(importedBy: "tests", programVersion: "test")
    options.identityKey = .forTests
    let report = try await Importer(city: imported, options: options).run(
      [folder + "/" + (delivery ?? code)], on: city.connection)
    #expect(report.findings.isEmpty)
    return city
  }

  static func byIndicator(_ lines: [String]) -> [String: Set<String>] {
    Dictionary(grouping: lines) { String($0.prefix { $0 != "," }) }.mapValues { Set($0) }
  }
}

@Suite(.cadre) struct SecondEditionCasesTests {
  static let dates = ["2024-12-31", "2025-02-28", "2025-08-15"]

  private func compare(_ city: TestCity, _ date: String, under policy: String, with file: String) async throws {
    let run = try #require(try await city.evaluate(date, under: policy))
    let found = SecondEdition.byIndicator(try await city.results(of: run))
    let expected = try SecondEdition.expected(file)
    for indicator in Set(found.keys).union(expected.keys).sorted() {
      let (ours, theirs) = (found[indicator] ?? [], expected[indicator] ?? [])
      let extra = ours.subtracting(theirs).sorted()
      let missing = theirs.subtracting(ours).sorted()
      #expect(
        extra.isEmpty && missing.isEmpty,
        "\(file) \(indicator): \(extra.count) lines of ours too many, \(missing.count) missing\n  ours: \(extra.prefix(3))\n  theirs: \(missing.prefix(3))"
      )
    }
    #expect(try await city.duplicates(in: run) == [])
  }

  @Test(arguments: [
    ("quzhou", "quzhou"), ("shaoxing", "shaoxing"), ("jingxian", "jingxian"), ("kunming", "kunming"),
    ("jingxian", "jingxian-chinese-gb18030"),
  ])
  func resultsAreAsAnIndependentImplementationHasThem(code: String, delivery: String) async throws {
    let city = try await SecondEdition.city(code, delivery: delivery)
    for date in Self.dates { try await compare(city, date, under: code, with: "\(code)-\(date)") }
  }

  @Test func anotherCitysPolicyOverTheSameData() async throws {
    let city = try await SecondEdition.city("quzhou")
    try await compare(city, "2025-08-15", under: "kunming", with: "quzhou-under-kunming-2025-08-15")
  }

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func whatIsDatedLaterAndTheOrderOfRowsChangeNothing(code: String) async throws {
    let city = try await SecondEdition.city(code)
    let run = try #require(try await city.evaluate("2025-02-28"))
    let results = try await city.results(of: run, columns: ResultColumns.everything)
    try await city.checkReferences(false)
    for table in Table.all.map(\.name.rawValue) {
      try await city.execute("create temporary table kept as select * from \(table) where city_code = $1")
      try await city.execute("delete from \(table) where city_code = $1")
      try await city.execute("insert into \(table) select * from kept order by ctid desc")
      try await city.execute("drop table kept")
    }
    try await city.checkReferences(true)
    let backwards = try #require(try await city.evaluate("2025-02-28", afresh: true))
    #expect(try await city.results(of: backwards, columns: ResultColumns.everything) == results)
    try await LaterFacts.store(after: "2025-02-28", in: city)
    let later = try #require(try await city.evaluate("2025-02-28", afresh: true))
    let withLater = try await city.results(of: later, columns: ResultColumns.everything)
    let differences = Set(results).symmetricDifference(withLater).sorted()
    #expect(differences.isEmpty, "\(differences.count) lines differ: \(differences.prefix(6))")
  }
}
