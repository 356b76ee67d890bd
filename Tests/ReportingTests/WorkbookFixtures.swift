import CadreModel
import CadreTesting
import Evaluation
import Foundation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Spreadsheet
import Testing
import WorkbookTesting

@testable import Reporting

/// The other one of that name is of `WorkbookTesting`.
typealias ReportFolder = TemporaryFolder

extension PostgresConnection {
  /// Rows of each status, of several units and of none, with ids that look like numbers and names that look like formulas.
  func plantForWorkbooks() async throws {
    try await receive(["talks", "persons"], city: "alpha")
    try await plant(
      "subject_id, unit_id, status, class, observed, required, due_on, reason",
      [
        "('alpha', 'alpha.1.hours', 'P1', 'U3', 'unmet', null, 80, 90.5, '2025-06-30', 'short')",
        "('alpha', 'alpha.1.hours', 'P2', 'U2', 'unmet', null, 1234567.25, 90.5, '2025-06-30', 'short')",
        "('alpha', 'alpha.1.hours', '530102198001011234', 'U3', 'at_risk', null, 20, 90.5, '2025-07-01', 'short_so_far')",
        "('alpha', 'alpha.1.hours', '007', null, 'met', null, 100, 90.5, null, 'reached')",
        "('alpha', 'alpha.1.talk', 'P1>P3', 'A9', 'no_data', null, null, null, null, 'record_missing')",
        "('alpha', 'alpha.1.talk', 'P1>P2', 'A9', 'met', null, 1, 1, '2025-07-20', 'reached')",
        "('alpha', 'alpha.2.rotation', 'O1', 'U2', 'at_risk', null, 7, 8, '2025-09-01', 'within_tenure')",
        "('alpha', 'alpha.2.share', 'U2', 'U2', 'unmet', null, 0.5, 0.7, null, 'below_share')",
        "('alpha', 'alpha.2.figure', 'alpha', null, 'info', 'reverse', 2, null, null, 'figure')",
        "('alpha', 'alpha.2.figure', 'alpha', null, 'info', 'mandatory', 3.50, null, null, 'figure')",
      ])
    try await plant(
      "as_of, subject_id, unit_id, status, observed, required, reason",
      ["('alpha', 'alpha.1.hours', '2024-06-30', 'P1', 'U3', 'met', 100, 90, 'reached')"])
  }
}

extension ReportForms {
  /// As the tests ask for them, with how invented policies are read.
  static func testing(_ formats: Set<ReportFormat>, environment: [String: String] = [:]) -> ReportForms {
    ReportForms(
      formats, environment: environment,
      readings: { policy in
        guard policy.code == "alpha" else { return nil }
        return try Readings(
          file: "readings/alpha.yaml",
          text: """
            1.hours: {population_zh: 在册人员, population_en: Persons on roll, rule_zh: "全年不少于 {hours} 学时", rule_en: "At least {hours} hours a year"}
            """)
      })
  }
}

/// Judges and writes the report on alpha in some formats.
func alphaReport(
  to folder: String, _ language: Language, _ forms: ReportForms
) async throws -> WrittenReport? {
  let alpha = try PlantedCities.city("alpha")
  let maker = try CityReportMaker(alpha, asOf: PlantedCities.asOf, language: language, to: folder, forms)
  return try await withPool { pool in
    try await PlantedCities.evaluator().judging([alpha], asOf: PlantedCities.asOf, afresh: false, on: pool) {
      judged -> WrittenReport? in
      guard let judged = judged.first else { return nil }
      return try await maker.write(judged, by: .testing, on: pool)
    }
  }
}

/// The records of a CSV file, with its headings.
func records(_ path: String) throws -> [[String]] {
  var reader = CSVReader(source: try FileSource(path: path))
  var batch = RecordBatch()
  var records: [[String]] = []
  while try reader.read(into: &batch) {
    for record in batch.records {
      records.append((0..<record.cellCount).map { String(decoding: batch.cell($0, of: record), as: UTF8.self) })
    }
  }
  return records
}

extension OpenpyxlView {
  func sheet(_ name: String) throws -> Sheet {
    try #require(sheets.first { $0.title == name }, "no sheet \(name)")
  }
}

extension OpenpyxlView.Sheet {
  func cell(_ row: Int, _ column: Int) -> OpenpyxlView.Cell? {
    cells["\(Self.letters(column))\(row + 1)"]
  }

  var rowCount: Int { cells.keys.compactMap { Int($0.drop { $0.isLetter }) }.max() ?? 0 }

  static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  /// Whether every cell says what the CSV says, in a type of its own.
  ///
  /// - Parameters:
  ///   - records: those of the CSV, with the headings.
  ///   - columns: what the cells hold.
  func expectEqual(to records: [[String]], _ columns: [TableColumn]) {
    #expect(rowCount == records.count)
    for (row, record) in records.enumerated() {
      for (column, text) in record.enumerated() {
        let cell = cell(row, column)
        let place = "\(title) \(Self.letters(column))\(row + 1)"
        let guarded = text.hasPrefix("'=") || text.hasPrefix("'-") ? String(text.dropFirst()) : text
        guard row > 0, !text.isEmpty else {
          #expect((cell?.value ?? "") == guarded, "\(place)")
          continue
        }
        switch columns[column].kind {
        case .count, .counted, .decimal, .rate, .change, .flag:
          #expect(cell?.type == "n", "\(place)")
          #expect(cell?.value.flatMap(Double.init) == Double(text), "\(place)")
        case .day:
          #expect(cell?.type == "d" && cell?.value?.hasPrefix(text) == true, "\(place)")
        case .text, .words, .sentence, .identifier, .status:
          #expect(cell?.type == "s" && cell?.value == guarded, "\(place)")
        }
      }
    }
  }
}
