import Audit
import CadreModel
import CadreTesting
import DataContract
import Evaluation
import Foundation
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

/// A folder that is removed with the test.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "cadre-report-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// The records of a CSV without its heading, as lines.
  func lines(_ name: String) throws -> [String] {
    try text(name).components(separatedBy: "\r\n").dropFirst().dropLast().map { $0 }
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

extension AuditAuthor {
  static let testing = AuditAuthor(osUser: "tests", programVersion: "1", command: "report city")
}

/// Runs `body` with a pool of two connections to the test's database, as reports need it.
nonisolated(nonsending) func withPool<T>(
  _ body: nonisolated(nonsending) (ConnectionPool) async throws -> T
) async throws -> T {
  try await ConnectionPool.with(2, to: TestDatabase.current.configuration, body)
}

/// Judges and writes the report on alpha, as the command does.
///
/// - Parameter pool: nil for one of its own.
func alphaReport(
  to folder: String, _ language: Language = .english, asOf: Day = PlantedCities.asOf, withQuality: Bool = false,
  on pool: ConnectionPool? = nil
) async throws -> WrittenReport? {
  guard let pool else {
    return try await withPool { try await alphaReport(to: folder, language, asOf: asOf, withQuality: withQuality, on: $0) }
  }
  let alpha = try PlantedCities.city("alpha")
  var forms = ReportForms.standard
  forms.withQuality = withQuality
  let maker = try CityReportMaker(alpha, asOf: asOf, language: language, to: folder, forms)
  return try await PlantedCities.evaluator().judging([alpha], asOf: asOf, afresh: false, on: pool) { judged -> WrittenReport? in
    guard let judged = judged.first else { return nil }
    return try await maker.write(judged, by: .testing, on: pool)
  }
}

/// Judges and reads the overview, as the command does.
func plantedOverview(
  asOf: Day = PlantedCities.asOf, province: String? = nil, afresh: Bool = false, by evaluator: Evaluator? = nil
) async throws -> Overview {
  let evaluator = try evaluator ?? PlantedCities.evaluator()
  let maker = OverviewMaker(library: evaluator.library, asOf: asOf, province: province)
  return try await withPool { pool in
    try await evaluator.judging(maker.cities, asOf: asOf, afresh: afresh, on: pool) { try await maker.overview(of: $0, on: pool) }
  }
}

/// Judges and writes all reports, as the command does.
func allReports(
  to folder: String, _ language: Language = .english, province: String? = nil, afresh: Bool = false,
  by evaluator: Evaluator? = nil
) async throws -> [WrittenReport] {
  let evaluator = try evaluator ?? PlantedCities.evaluator()
  let maker = try AllReportsMaker(
    library: evaluator.library, asOf: PlantedCities.asOf, province: province, language: language, to: folder)
  return try await withPool { pool in
    try await evaluator.judging(maker.cities, asOf: PlantedCities.asOf, afresh: afresh, on: pool) {
      try await maker.write($0, by: .testing, on: pool)
    }
  }
}

extension TestCity {
  /// The fifth city, where four studies a year are asked of townships: each with how many it has held, one a month.
  static func studying(_ townships: KeyValuePairs<String, Int>) async throws -> TestCity {
    let city = try await TestCity("huzhou", library: FifthCity.library())
    try await city.connection.execute("insert into cities values ('huzhou', '湖州市', 'Huzhou', '33', '3305')")
    // Of tables that were never handed in no rate is told.
    try await city.connection.receive(["units", "activities"], city: "huzhou")
    for (unit, count) in townships {
      try await city.unit(unit, kind: "township", ["region_code": "330502", "unit_name": "\(unit) 镇"])
      for month in 1...count {
        try await city.add(
          .activities,
          [
            "activity_id": "\(unit)-\(month)", "kind": "center_group_study", "unit_id": unit, "held_on": "2025-0\(month)-01",
          ])
      }
    }
    return city
  }
}
