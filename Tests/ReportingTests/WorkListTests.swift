import CadreModel
import CadreTesting
import Evaluation
import Foundation
import PolicyKit
import PostgresClient
import Printing
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

/// The list is as of 30 June 2025 and looks ahead to 28 September.
@Suite(.planted) struct WorkListTests {
  private func plant(_ connection: PostgresConnection) async throws {
    try await connection.receive(["talks"], city: "alpha")
    try await connection.plant(
      "subject_id, unit_id, status, observed, required, due_on, reason",
      [
        "('alpha', 'alpha.1.hours', 'P1', 'U3', 'unmet', 80, 90.5, '2025-06-30', 'short')",
        "('alpha', 'alpha.1.hours', 'P2', 'U2', 'at_risk', 20, 90.5, '2025-07-10', 'short_so_far')",
        "('alpha', 'alpha.1.hours', 'P3', 'U2', 'pending', 10, 90.5, '2025-09-28', 'short_so_far')",
        // A day too late, and long ago.
        "('alpha', 'alpha.1.talk', 'P1>P2', 'U2', 'pending', 0, 1, '2025-09-29', 'short_so_far')",
        "('alpha', 'alpha.1.talk', 'P1>P3', 'U2', 'met', 1, 1, '2025-07-20', 'reached')",
        "('alpha', 'alpha.2.rotation', 'O1', 'U2', 'met', 7, 8, '2025-09-01', 'within_tenure')",
        "('alpha', 'alpha.2.share', 'U2', 'U2', 'unmet', 0.5, 0.7, null, 'below_share')",
        "('alpha', 'alpha.2.share', 'A9', 'A9', 'met', 0.8, 0.7, null, 'reached')",
      ])
  }

  private func list(
    by grouping: WorkGrouping = .unit, unit: String? = nil, days: Int = 90, to folder: String, _ language: Language = .english,
    _ formats: Set<ReportFormat> = [.csv], environment: [String: String] = [:]
  ) async throws -> WrittenReport {
    let alpha = try PlantedCities.city("alpha")
    let maker = try WorkListMaker(
      alpha, asOf: PlantedCities.asOf, by: grouping, unit: unit, days: days, language: language, to: folder,
      .testing(formats, environment: environment))
    return try await withPool { pool in
      try await PlantedCities.evaluator().judging(
        [alpha], asOf: PlantedCities.asOf, comparesWithLastYear: false, afresh: false, on: pool
      ) { try await maker.write(try #require($0.first), waived: [], by: .testing, on: pool) }
    }
  }

  /// Some columns of a file's records, after their headings.
  private func cells(_ path: String, _ headings: [String]) throws -> [[String]] {
    let all = try records(path)
    let places = try headings.map { heading in try #require(all[0].firstIndex(of: heading), "\(heading)") }
    return all.dropFirst().map { record in places.map { record[$0] } }
  }

  @Test func eachItemSaysWhoWhatIsMissingByWhenAndSinceWhen() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await list(to: folder.path)
    let found = try cells(
      "\(report.folder)/worklist.csv",
      ["unit_id", "head", "head_post", "urgency", "article", "subject_name", "post", "due_on", "since", "days_over", "missing"])
    #expect(
      found == [
        [
          "U3", "", "", "unmet", "alpha.1", "张三", "局长", "2025-06-30", "2025-06-30", "0",
          "10.5 hours short; 2025-06-30 has passed: only records left out could still count",
        ],
        ["U2", "张三", "局长", "unmet", "alpha.2", "'=财政局", "", "", "", "", "0.2 to go"],
        ["U2", "张三", "局长", "at_risk", "alpha.1", "'-1+2", "", "2025-07-10", "", "", "70.5 hours to go, by 2025-07-10"],
        ["U2", "张三", "局长", "due", "alpha.1", "王\"五\"", "", "2025-09-28", "", "", "80.5 hours to go, by 2025-09-28"],
        ["U2", "张三", "局长", "due", "alpha.2", "张三 局长", "局长", "2025-09-01", "", "", "rotate by 2025-09-01"],
      ])
    let groups = try cells(
      "\(report.folder)/worklist_groups.csv", ["id", "head", "items", "unmet", "at_risk", "due", "met", "rate_with_waivers"])
    #expect(groups == [["U3", "", "1", "1", "0", "0", "0", "0.0000"], ["U2", "张三", "4", "1", "1", "2", "2", "0.6667"]])
  }

  @Test func oneUnitAndFewerDays() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let one = try await list(unit: "U2", days: 63, to: folder.path)
    // 63 days after 30 June is 1 September.
    #expect(
      try cells("\(one.folder)/worklist.csv", ["unit_id", "subject_id"]) == [["U2", "U2"], ["U2", "P2"], ["U2", "O1"]])
    let fewer = try await list(unit: "U2", days: 62, to: folder.path)
    #expect(try cells("\(fewer.folder)/worklist.csv", ["subject_id"]) == [["U2"], ["P2"]])
    #expect(fewer.folder != one.folder)
    let named = try await withPool { pool in
      var found: [String?] = []
      for name in ["U3", "下属, 单位", "nowhere"] {
        found.append(try await WorkListMaker.unit(called: name, of: try PlantedCities.city("alpha").city, on: pool))
      }
      return found
    }
    #expect(named == ["U3", "U3", nil])
  }

  /// U1 has U2 and U10 below it, and U10 has U3.
  @Test func aUnitWithThoseBelowIt() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    try await connection.plant(
      "subject_id, unit_id, status, observed, required, due_on, reason",
      ["('alpha', 'alpha.1.hours', 'X1', 'A9', 'unmet', 80, 90.5, '2025-06-30', 'short')"])
    let folder = ReportFolder()
    func units(_ unit: String) async throws -> [[String]] {
      let report = try await list(unit: unit, to: folder.path)
      return try cells("\(report.folder)/worklist_groups.csv", ["id", "items"])
    }
    #expect(try await units("U10") == [["U3", "1"]])
    #expect(try await units("U1") == [["U3", "1"], ["U2", "4"]])
    #expect(try await units("U3") == [["U3", "1"]])
    #expect(try await units("A9") == [["A9", "1"]])
  }

  @Test func byHeadAndByDuty() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let heads = try await list(by: .head, to: folder.path)
    #expect(
      try cells("\(heads.folder)/worklist_groups.csv", ["id", "name", "items"]) == [
        ["P1", "张三", "4"], ["", "No head on record", "1"],
      ])
    // What nobody answers for comes last.
    #expect(try cells("\(heads.folder)/worklist.csv", ["head_id"]) == [["P1"], ["P1"], ["P1"], ["P1"], [""]])
    let duties = try await list(by: .indicator, to: folder.path)
    #expect(
      try cells("\(duties.folder)/worklist_groups.csv", ["id", "name", "items"]) == [
        ["alpha.1.hours", "Hours", "3"], ["alpha.2.rotation", "Years in post", "1"], ["alpha.2.share", "Share", "1"],
      ])
    #expect(
      try cells("\(duties.folder)/worklist.csv", ["indicator", "unit_id", "subject_id"]) == [
        ["alpha.1.hours", "U3", "P1"], ["alpha.1.hours", "U2", "P2"], ["alpha.1.hours", "U2", "P3"],
        ["alpha.2.rotation", "U2", "O1"], ["alpha.2.share", "U2", "U2"],
      ])
  }

  /// What is nobody's stands on the page, and no notice is made out to nobody.
  @Test func noNoticeGoesToNobody() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await list(by: .head, to: folder.path, .english, [.html])
    let page = try String(contentsOfFile: "\(report.folder)/worklist.html", encoding: .utf8)
    #expect(page.components(separatedBy: "<section class=\"notice\">").count == 1 + 2)
    #expect(page.components(separatedBy: "<div class=\"receipt\">").count == 1 + 1)
  }

  @Test(arguments: Language.allCases) func theWorkbookHasASheetForEachUnit(language: Language) async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await list(to: folder.path, language, [.csv, .xlsx])
    let book = try OpenpyxlView(of: "\(report.folder)/worklist.xlsx")
    #expect(
      book.sheets.map(\.title)
        == [
          language(zh: "封面", en: "Cover"), language(zh: "汇总", en: "Summary"), language(zh: "豁免", en: "Waivers"), "下属, 单位", "=财政局",
        ])
    let all = try records("\(report.folder)/worklist.csv")
    try book.sheet("下属, 单位").expectEqual(to: [all[0], all[1]], WorkListTables.itemColumns)
    try book.sheet("=财政局").expectEqual(to: [all[0]] + all[2...], WorkListTables.itemColumns)
    try book.sheets[1].expectEqual(to: records("\(report.folder)/worklist_groups.csv"), WorkListTables.groupColumns)
    #expect(try book.sheet("=财政局").cell(1, 5)?.value == language(zh: "未达标", en: "unmet"))
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let canPrint = (try? Browser.find(in: environment)) != nil && Tool.isInstalled("pdftotext")

  @Test(.enabled(if: canPrint, "no Chromium, or no pdftotext")) func eachUnitGetsANoticeWithAReceipt() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await list(to: folder.path, .chinese, [.pdf], environment: Self.environment)
    #expect(report.unprinted == nil)
    let pages = try Tool.run(["pdftotext", "-layout", "\(report.folder)/worklist.pdf", "-"])
      .split(separator: "\u{C}").map { $0.filter { !$0.isWhitespace } }
    #expect(pages.count == 3)
    #expect(pages[0].contains("甲市督办清单") && pages[0].contains("66.67%"))
    #expect(pages[1].contains("督办通知单") && pages[1].contains("下属,单位：") && pages[1].contains("回执"))
    #expect(pages[1].contains("未达标1项、临期预警0项，另有0项将于2025-09-28前到期"))
    #expect(pages[2].contains("=财政局：") && pages[2].contains("负责人：张三（局长）") && pages[2].contains("中共甲市委员会组织部"))
    let info = try Tool.run(["pdfinfo", "\(report.folder)/worklist.pdf"])
    #expect(info.contains(#/Page size: +59\d\.\d+ x 84\d\.\d+ pts \(A4\)/#), "\(info)")
  }

  /// A duty of everybody does not bury the others.
  @Test func aNoticeListsTheFirstItemsOfEachDuty() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    try await connection.plant(
      "subject_id, unit_id, status, observed, required, due_on, reason",
      (1...25).map { "('alpha', 'alpha.1.hours', 'X\($0 + 100)', 'U3', 'unmet', 1, 2, '2025-06-30', 'short')" }
        + ["('alpha', 'alpha.2.share', 'U3', 'U3', 'unmet', 0.5, 0.7, null, 'below_share')"])
    let folder = ReportFolder()
    let report = try await list(to: folder.path, .english, [.csv, .html])
    let page = try folder.text("worklist/alpha/worklist.html")
    #expect(
      page.contains("X110") && !page.contains("X111")
        && page.contains("and 15 more: see the sheet of the same name in the workbook"))
    #expect(page.contains("Share <span") && page.contains("0.2 to go"))
    #expect(try records("\(report.folder)/worklist.csv").count == 27)
  }
}
