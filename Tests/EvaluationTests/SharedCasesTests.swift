import CadreModel
import CadreTesting
import DataContract
import Evaluation
import Foundation
import Intake
import PolicyKit
import PolicyTesting
import PostgresClient
import Testing

/// The deliveries with known results that lie beside the repository, where they do.
enum SharedCases {
  static let folder: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = root.deletingLastPathComponent().appending(path: "shared/cases").path
    return ProcessInfo.processInfo.environment["CADRE_SHARED_CASES"] ?? beside
  }()

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder + "/expected") }

  /// A city with a delivery taken in.
  static func city(_ code: String, delivery: String, in folder: String = folder) async throws -> TestCity {
    let city = try await TestCity(code)
    let imported = try #require(city.library.city(code))
    let report = try await Importer(
      city: imported, options: ImportOptions(importedBy: "tests", programVersion: "test")
    ).run([folder + "/" + delivery], on: city.connection)
    #expect(report.findings.isEmpty)
    return city
  }

  /// The lines of an expected file without heading and policy.
  static func expected(_ name: String) throws -> [String] {
    try String(contentsOfFile: "\(folder)/expected/\(name).csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { line in
        String(line[line.index(after: line.firstIndex(of: ",") ?? line.startIndex)...])
      }
  }
}

@Suite(
  .enabled(if: SharedCases.areHere, "the deliveries of ../shared/cases are not here (CADRE_SHARED_CASES names them)"),
  .cadre)
struct SharedCasesTests {
  static let dates = ["2024-12-31", "2025-02-28", "2025-08-15"]

  private func compare(_ city: TestCity, _ date: String, under policy: String, with file: String) async throws {
    let run = try #require(try await city.evaluate(date, under: policy))
    let results = try await city.results(of: run)
    let expected = try SharedCases.expected(file)
    #expect(expected.count > 100)
    let differences = Set(results).symmetricDifference(expected).sorted()
    #expect(differences.isEmpty, "\(file): \(differences.count) lines differ: \(differences.prefix(10))")
    #expect(results.count == expected.count)
    #expect(try await city.duplicates(in: run) == [])
  }

  @Test(arguments: [
    ("quzhou", "quzhou"), ("shaoxing", "shaoxing"), ("jingxian", "jingxian"), ("kunming", "kunming"),
    ("jingxian", "jingxian-chinese-gb18030"),
  ])
  func resultsAreAsAnIndependentImplementationHasThem(code: String, delivery: String) async throws {
    let city = try await SharedCases.city(code, delivery: delivery)
    for date in Self.dates { try await compare(city, date, under: code, with: "\(code)-\(date)") }
  }

  @Test func anotherCitysPolicyOverTheSameData() async throws {
    let city = try await SharedCases.city("quzhou", delivery: "quzhou")
    try await compare(city, "2025-08-15", under: "kunming", with: "quzhou-under-kunming-2025-08-15")
  }

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func whatIsDatedLaterAndTheOrderOfRowsChangeNothing(code: String) async throws {
    let city = try await SharedCases.city(code, delivery: code)
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
