import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import PostgresClient
import Testing

@testable import Quality

/// A city of a few rows that is looked through.
struct CheckedCity {
  let city: TestCity
  let asOf: Day

  init(asOf: String = "2025-12-31") async throws {
    city = try await TestCity("quzhou")
    self.asOf = try #require(Day(asOf))
    // What tests are not about: references, and activities for the years in which nothing else happens.
    try await city.checkReferences(false)
    // A test that looks through several cities, one after another, begins each without the rows of the one before.
    for table in TableName.allCases {
      try await city.connection.execute(
        Statement("clear \(table.rawValue)", "delete from \(table.rawValue) where city_code = 'quzhou'", []))
    }
  }

  struct Found {
    let report: QualityReport
    let findings: [QualityFinding]
    let indicators: [[String]]

    func of(_ kind: QualityKind) -> [QualityFinding] { findings.filter { $0.kind == kind } }

    /// The kinds found, without tables that have grown old: a city of a few rows is full of these.
    var kinds: [QualityKind] { report.kinds.map(\.kind).filter { $0 != .stale } }
  }

  func look() async throws -> Found {
    let under = try #require(try PolicyLibrary.shipped().register.policy(of: "quzhou", on: asOf))
    var findings: [QualityFinding] = []
    var indicators: [[String]] = []
    let report = try await city.connection.withTransaction(.snapshot) { connection in
      try await QualityReader(under, asOf: asOf, on: connection).read { finding, read in
        findings.append(finding)
        indicators.append(read)
      }
    }
    return Found(report: report, findings: findings, indicators: indicators)
  }

  /// One report of a kind on a day.
  func report(_ kind: String, of unit: String = "U1", on day: String) async throws {
    try await city.add(
      .activities, ["activity_id": "\(kind)-\(unit)-\(day)", "kind": kind, "unit_id": unit, "person_id": nil, "held_on": day])
  }

  func reports(_ kind: String, of unit: String = "U1", on days: [String]) async throws {
    for day in days { try await report(kind, of: unit, on: day) }
  }

  /// A class with one record or several, all completed on its last day unless said otherwise.
  func trainingClass(_ id: String, mode: String = "online", from first: String, to last: String) async throws {
    try await city.add(
      .trainingClasses, ["class_id": id, "mode": mode, "started_on": first, "ended_on": last])
  }

  func record(
    _ id: String, of person: String = "P1", in trainingClass: String?, on day: String, hours: String = "1", days: String = "0"
  ) async throws {
    try await city.add(
      .trainingRecords,
      [
        "record_id": id, "person_id": person, "class_id": trainingClass, "completed_on": day, "hours": hours, "days": days,
      ])
  }
}

/// Days of a year's months, the 15th each.
func months(_ year: Int, _ months: some Sequence<Int>) -> [String] {
  months.map { "\(year)-\($0 < 10 ? "0" : "")\($0)-15" }
}
