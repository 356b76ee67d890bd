import CadreModel
import CadreTesting
import DataContract
import Evaluation
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

/// Four studies a year are asked of two townships: T1 has three, T2 four; then one of T2's turns out to be of 2024.
@Suite(.cadre) struct ChangesReportTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity.studying(["T1": 3, "T2": 4])
    try await correct(city)
    return city
  }

  /// As an import does it.
  private func correct(_ city: TestCity) async throws {
    let digest = String(repeating: "b", count: 64)
    try await city.connection.executeScript(
      """
      insert into imports values ('huzhou', 2, '2025-08-01 08:00+00', 'tests', '1', false, 0, 1, 0, 0, '\(digest)');
      insert into import_files (
        city_code, import_number, table_name, file_name, sha256, encoding, byte_size, rows_inserted, rows_updated,
        rows_unchanged, rows_rejected, journal
      )
      values ('huzhou', 2, 'activities', 'f.csv', '\(digest)', 'UTF-8', 1, 0, 1, 0, 0, 'rows');
      insert into journal (city_code, import_number, table_name, row_key, change, fields, row_before)
      select 'huzhou', 2, 'activities', a.activity_id, 'updated', \(JournalRow.fieldCount(of: .activities)),
        \(JournalRow.text(of: "a", city: "huzhou"))
      from activities a
      where a.city_code = 'huzhou' and a.activity_id = 'T2-4';
      update activities set held_on = '2024-12-31' where city_code = 'huzhou' and activity_id = 'T2-4';
      """)
  }

  private func report(
    _ city: TestCity, to folder: String, _ language: Language = .english, _ formats: Set<ReportFormat> = [.csv, .html],
    known: KnownAsOf = .importNumber(1)
  ) async throws -> WrittenReport {
    let day = try #require(Day("2025-12-31"))
    let under = try #require(city.library.register.policy(of: "huzhou", on: day))
    let sides = (ComparedSide(asOf: day, known: known), ComparedSide(asOf: day))
    let files = try ChangesFiles(
      of: "\(sides.0.text) \(sides.1.text)", asOf: day, language: language, to: folder, ReportForms(formats))
    _ = try await Evaluator(library: city.library, evaluatedBy: "tests").changes(
      of: under, from: sides.0, to: sides.1, on: city.connection
    ) { try await files.write($0) }
    return try #require(try await files.finish(by: .testing, on: city.connection))
  }

  @Test func theTables() async throws {
    let city = try await city()
    let folder = ReportFolder()
    let written = try await report(city, to: folder.path)
    #expect(written.folder == "\(folder.path)/changes")
    let place = "33,Zhejiang,huzhou,huzhou,huzhou.1.study,Group study"
    #expect(
      try folder.lines("changes/changes-summary.csv") == [
        "\(place),huzhou.1,1,1,0,0,0,0,0,2,0,0,0,0,0.5000,0.0000,-0.5000,1"
      ])
    #expect(try folder.lines("changes/changes-causes.csv") == ["\(place),data,1,-1,1,0,0,0,0,-0.5000"])
    #expect(
      try folder.lines("changes/changes.csv") == [
        "1,\(place),unit,T2,T2 镇,T2,T2 镇,2025,met,unmet,,,4,3,4,4,2025-12-31,data"
      ])
    #expect(
      try folder.lines("changes/changes-rows.csv") == [
        "1,huzhou.1.study,T2,2025,activities,T2-4,2,updated,held_on,2025-04-01,2024-12-31"
      ])
    let about = String(decoding: written.about, as: UTF8.self)
    #expect(about.contains("\"known_as_of\" : 1") || about.contains("\"known_as_of\":1"), "\(about)")
    let logged = try await city.connection.query("select e.details from audit_entries e where e.kind = 'report'")
    #expect(logged.count == 1)
  }

  @Test(arguments: Language.allCases) func pageAndWorkbookSayTheSame(language: Language) async throws {
    let city = try await city()
    let folder = ReportFolder()
    _ = try await report(city, to: folder.path, language, [.csv, .html, .xlsx])
    let page = try folder.text("changes/changes.html")
    #expect(page.contains(language(zh: "数据补报或更正 1（-50.00）", en: "data handed in or corrected 1 (-50.00)")))
    #expect(page.contains(language(zh: "达标 → 未达标", en: "met → unmet")) && page.contains("T2 镇"))
    #expect(page.contains(language(zh: "第 1 次导入之后，第 2 次导入之后", en: "after import 1; after import 2")))
    let book = try OpenpyxlView(of: "\(folder.path)/changes/changes.xlsx")
    for (zh, en, file, columns) in [
      ("各项指标", "Indicators", "changes-summary.csv", ChangesTables.summaryColumns),
      ("变化原因", "Causes", "changes-causes.csv", ChangesTables.causeColumns),
      ("结论变化", "Changed results", "changes.csv", ChangesTables.flipColumns),
      ("有关数据行", "Rows that made it so", "changes-rows.csv", ChangesTables.rowColumns),
    ] {
      try book.sheet(language(zh: zh, en: en)).expectEqual(to: records("\(folder.path)/changes/\(file)"), columns)
    }
    let rows = try folder.lines("changes/changes-rows.csv")
    #expect(
      rows == [
        language(
          zh: "1,huzhou.1.study,T2,2025,工作事项,T2-4,2,更新,日期,2025-04-01,2024-12-31",
          en: "1,huzhou.1.study,T2,2025,activities,T2-4,2,updated,held_on,2025-04-01,2024-12-31")
      ])
  }

  @Test func nothingChangedIsSaid() async throws {
    let city = try await city()
    let folder = ReportFolder()
    _ = try await report(city, to: folder.path, known: .importNumber(2))
    #expect(try folder.lines("changes/changes.csv") == [])
    #expect(
      try folder.lines("changes/changes-summary.csv").map { $0.suffix(22) } == ["0.0000,0.0000,0.0000,0"])
    // Another comparison of the date lies beside it.
    let other = try await report(city, to: folder.path)
    #expect(other.folder == "\(folder.path)/changes/2025-12-31")
  }
}
