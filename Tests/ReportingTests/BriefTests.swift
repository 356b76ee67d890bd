import CadreModel
import CadreTesting
import Evaluation
import Foundation
import Messages
import Pages
import PolicyKit
import PostgresClient
import Printing
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

/// The page for a meeting on 30 June 2025.
@Suite(.planted) struct BriefTests {
  private func plant(_ connection: PostgresConnection) async throws {
    try await connection.receive(["talks"], city: "alpha")
    // Six of twelve have their hours, last year ten of twelve had.
    try await connection.plant(
      "as_of, subject_id, unit_id, status, due_on, reason",
      (1...12).map { "('alpha', 'alpha.1.hours', '2025-06-30', 'S\($0)', 'U3', '\($0 > 6 ? "met" : "unmet")', null, 'short')" }
        + (1...12).map {
          "('alpha', 'alpha.1.hours', '2024-06-30', 'S\($0)', 'U3', '\($0 > 2 ? "met" : "unmet")', null, 'short')"
        }
        + [
          // Two who did not talk to the same one.
          "('alpha', 'alpha.1.talk', '2025-06-30', 'P1>P2', 'U2', 'unmet', null, 'short')",
          "('alpha', 'alpha.1.talk', '2025-06-30', 'P3>P2', 'U2', 'unmet', null, 'short')",
          "('alpha', 'alpha.2.rotation', '2025-06-30', 'O1', 'U2', 'at_risk', '2025-07-31', 'short_so_far')",
          // No person's.
          "('alpha', 'alpha.2.share', '2025-06-30', 'U1', 'U1', 'unmet', null, 'below_share')",
          "('alpha', 'alpha.1.talk', '2025-06-30', 'P1>P3', 'U2', 'pending', '2025-07-01', 'short_so_far')",
          "('alpha', 'alpha.1.talk', '2025-06-30', 'P2>P3', 'U1', 'pending', '2025-07-31', 'short_so_far')",
          "('alpha', 'alpha.1.talk', '2025-06-30', 'P2>P1', 'U1', 'pending', '2025-08-01', 'short_so_far')",
        ])
  }

  private func brief(
    to folder: String, _ language: Language = .english, _ formats: Set<ReportFormat> = [.csv], environment: [String: String] = [:]
  ) async throws -> WrittenReport {
    let alpha = try PlantedCities.city("alpha")
    let maker = try BriefMaker(
      [alpha], asOf: PlantedCities.asOf, named: true, language: language, to: folder, .testing(formats, environment: environment))
    return try await withPool { pool in
      try await PlantedCities.evaluator().judging(maker.cities, asOf: PlantedCities.asOf, afresh: false, on: pool) {
        try await maker.write($0, by: .testing, on: pool)
      }
    }
  }

  @Test func eachNumberWithWhereItComesFrom() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await brief(to: folder.path)
    let rows = try records("\(report.folder)/brief.csv").dropFirst()
    #expect(
      rows.map { "\($0[0].prefix(1)) \($0[2]) \($0[4]) \($0[5]) \($0[6])" } == [
        "1  Data up to — 1", "1  Last handed in 2025-07-01 1",
        // Six of fifteen; last year ten of twelve: 40 % less 83.33 %.
        "1  Compliance 40.00% 2", "1  Change (points) -43.33 3", "1  Unmet 9 2", "1  Tables missing 0 1",
        "2 alpha.1.hours Persons 6 4", "2 alpha.1.hours Compliance 50.00% 4", "2 alpha.1.talk Persons 1 5",
        "2 alpha.1.talk Compliance 0.00% 5",
        "3 alpha.1.hours Compliance 50.00% 6", "3 alpha.1.hours Change (points) -33.33 6", "3 alpha.1.hours Unmet 6 6",
        // The month ends on the day itself: nothing is left of it.
        "5 alpha.1.talk Count 2 7", "5 alpha.1.talk Units 2 7", "5 alpha.2.rotation Count 1 8", "5 alpha.2.rotation Units 1 8",
        "6 U3 Unmet 6 9", "6 U3 At risk 0 9", "6 U2 Unmet 2 10", "6 U2 At risk 1 10", "6 U1 Unmet 1 11", "6 U1 At risk 0 11",
      ])
    #expect(
      rows.first { $0[6] == "7" }?[7]
        == "R1, alpha.1.talk: results not done yet that fall due from 2025-07-01 to 2025-07-31 (calendar.csv)")
    #expect(rows.first { $0[2] == "U2" }?[3] == "'=财政局 张三 局长")
    #expect(rows.first { $0[2] == "U3" }?[3] == "下属, 单位 No head on record")
  }

  @Test(arguments: Language.allCases) func pageAndWorkbookSayTheSame(language: Language) async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await brief(to: folder.path, language, [.csv, .xlsx, .html])
    let book = try OpenpyxlView(of: "\(report.folder)/brief.xlsx")
    let rows = try records("\(report.folder)/brief.csv")
    try #require(book.sheets.count == 2)
    book.sheets[1].expectEqual(to: rows, BriefMaker.columns)
    let page = try folder.text("brief/brief.html")
    for row in rows.dropFirst() { #expect(page.contains("\(row[5])<sup>\(row[6])</sup>"), "\(row)") }
    #expect(page.components(separatedBy: "<li>").count == 1 + 2 + 11)
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let canPrint = (try? Browser.find(in: environment)) != nil && Tool.isInstalled("pdfinfo")

  @Test(.enabled(if: canPrint, "no Chromium, or no pdfinfo")) func itIsOneSheetOfTwoSides() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await brief(to: folder.path, .chinese, [.pdf], environment: Self.environment)
    #expect(report.unprinted == nil)
    try checkSides("\(report.folder)/brief.pdf", front: "六、待办最多的单位", back: "R1责任单位U1：")
  }

  /// Nothing is cut off where every section is full.
  @Test(.enabled(if: canPrint, "no Chromium, or no pdfinfo"), arguments: Language.allCases)
  func nothingIsCutOffOfMoreCitiesThanFit(language: Language) async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let alpha = try PlantedCities.city("alpha")
    let brief = try await withPool { pool in
      try await PlantedCities.evaluator().judging([alpha], asOf: PlantedCities.asOf, afresh: false, on: pool) { judged in
        try await pool.withConnection { connection in
          try await #require(judged.first).reading(on: connection) { figures, indicators, connection in
            try await BriefReader(figures: figures, indicators: indicators, language: language, connection: connection).brief()
          }
        }
      }
    }
    let content = BriefContent(
      Array(repeating: brief, count: BriefContent.mostCities + 1), asOf: PlantedCities.asOf, language: language)
    for section in BriefSection.allCases where section != .dueThisMonth {
      #expect(content.rows(of: section).count == (section == .units || section == .freshness ? 6 : 5), "\(section)")
    }
    let folder = ReportFolder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let page = BriefPage(content: content, parts: PageParts(language: language)).html
    try Data(page.bytes).write(to: URL(fileURLWithPath: "\(folder.path)/brief.html"))
    let printer = PagePrinter(browser: try Browser.find(in: Self.environment), environment: Self.environment)
    try await printer.print(page: "\(folder.path)/brief.html", to: "\(folder.path)/brief.pdf", setup: PageSetup())
    let last = content.sources[content.sources.count - 1].filter { !$0.isWhitespace }
    try checkSides(
      "\(folder.path)/brief.pdf", front: BriefMessages.units.text(in: language).filter { !$0.isWhitespace },
      back: String(last.prefix(12)))
  }

  private func checkSides(_ pdf: String, front: String, back: String) throws {
    let info = try Tool.run(["pdfinfo", pdf])
    #expect(info.contains(#/Pages: +2\n/#) && info.contains("A4"), "\(info)")
    let pages = try Tool.run(["pdftotext", pdf, "-"]).split(separator: "\u{C}").map { $0.filter { !$0.isWhitespace } }
    try #require(pages.count == 2)
    #expect(pages[0].contains(front), "\(pages[0])")
    #expect(pages[1].contains(back), "\(back): \(pages[1])")
  }
}
