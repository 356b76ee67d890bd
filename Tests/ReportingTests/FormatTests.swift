import CadreModel
import CadreTesting
import Digest
import Foundation
import PolicyKit
import PostgresClient
import Printing
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

/// In which formats reports come, and what becomes of those of before.
@Suite(.planted) struct FormatTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let hasBrowser = (try? Browser.find(in: environment)) != nil

  private func planted() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plantForWorkbooks()
    await connection.close()
  }

  private func listed(_ about: [UInt8]) throws -> [String: String] {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(about)) as? [String: Any])
    let files = try #require(json["files"] as? [[String: Any]])
    return Dictionary(uniqueKeysWithValues: files.map { ($0["name"] as? String ?? "", $0["sha256"] as? String ?? "") })
  }

  @Test(arguments: Language.allCases) func theOverviewsCellsAreThoseOfItsFiles(language: Language) async throws {
    try await planted()
    let folder = ReportFolder()
    let report = try await plantedOverview().finish(below: folder.path, language: language, .testing([.csv, .xlsx])).publish()
    let book = try OpenpyxlView(of: "\(folder.path)/overview.xlsx")
    #expect(
      book.sheets.map(\.title)
        == language(
          zh: "封面 各市分领域达标率 分领域 各项指标 趋势 逐期明细",
          en: "Cover|Rates by city|Fields of work|Indicators|Trend|All figures"
        )
        .split { $0 == "|" || language == .chinese && $0 == " " }.map(String.init))
    try book.sheets[2].expectEqual(to: records("\(folder.path)/overview_domains.csv"), Overview.domainColumns)
    try book.sheets[3].expectEqual(to: records("\(folder.path)/overview.csv"), IndicatorColumns.columns)
    let rates = book.sheets[1]
    #expect(rates.charts == 1 && rates.freeze == "B2")
    #expect(rates.cells["A2"]?.value == language(zh: "甲市", en: "Alpha"))
    #expect(rates.cells.values.contains { $0.type == "n" && $0.format == "0.0%" })
    #expect(book.sheets[0].cells.values.contains { $0.value?.hasPrefix(language(zh: "丙市：", en: "Gamma: ")) == true })
    let digests = try listed(report.about)
    #expect(digests["overview.xlsx"] == SHA256.hex(of: try folder.bytes("overview.xlsx")))
    let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/overview.xlsx")[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func onlyWhatIsAskedForIsWritten() async throws {
    try await planted()
    let folder = ReportFolder()
    let report = try #require(try await alphaReport(to: folder.path, .chinese, .testing([.xlsx])))
    #expect(try FileManager.default.contentsOfDirectory(atPath: report.folder).sorted() == ["about.json", "alpha.xlsx"])
    #expect(try listed(report.about).keys.sorted() == ["alpha.xlsx"])
  }

  /// Files that the old `about.json` lists would tell of other data than the new one; others are somebody's own.
  @Test func formatsOfTheOldReportGoWithIt() async throws {
    try await planted()
    let folder = ReportFolder()
    let first = try #require(try await alphaReport(to: folder.path, .chinese, .testing([.csv, .html, .xlsx])))
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(first.folder)/mine.xlsx"))
    let second = try #require(try await alphaReport(to: folder.path, .chinese, .testing([.csv])))
    #expect(second.folder == first.folder)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: second.folder).sorted() == [
        "about.json", "due.csv", "exceptions.csv", "mine.xlsx", "statistics.csv", "summary.csv", "trend.csv", "units.csv",
      ])
  }

  @Test func withoutABrowserTheRestIsWritten() async throws {
    try await planted()
    let folder = ReportFolder()
    let nowhere = ReportForms.testing([.csv, .pdf], environment: ["PATH": "/nowhere"])
    let city = try #require(try await alphaReport(to: folder.path, .chinese, nowhere))
    let overview = try await plantedOverview().finish(below: folder.path, language: .chinese, nowhere).publish()
    for report in [city, overview] {
      #expect(report.unprinted?.reason.chinese.contains("请安装 chromium") == true)
      #expect(try listed(report.about).keys.allSatisfy { $0.hasSuffix(".csv") })
    }
    #expect(try folder.names == ["about.json", "city", "overview.csv", "overview_domains.csv", "trend.csv"])
  }

  @Test(.enabled(if: hasBrowser && Tool.isInstalled("pdftotext"), "no Chromium, or no pdftotext"))
  func pagesArePrinted() async throws {
    try await planted()
    let folder = ReportFolder()
    let forms = ReportForms.testing([.pdf], environment: Self.environment)
    let city = try #require(try await alphaReport(to: folder.path, .chinese, forms))
    let overview = try await plantedOverview(province: "33").finish(below: folder.path, language: .chinese, forms).publish()
    #expect(city.unprinted == nil && overview.unprinted == nil)
    #expect(try folder.names == ["about.json", "city", "overview.pdf"])
    for (path, unit) in [("city/alpha/dashboard.pdf", "甲市"), ("overview.pdf", "浙江省")] {
      let text = try Tool.run(["pdftotext", "-layout", "\(folder.path)/\(path)", "-"])
      let pages = text.split(separator: "\u{C}").map(String.init)
      #expect(!pages.isEmpty)
      for (index, page) in pages.enumerated() {
        #expect(page.contains("填报单位：\(unit)") && page.contains("统计时间：2025-06-30"), "\(path) \(index + 1)")
        #expect(page.filter { $0 != " " }.contains("\(index + 1)/\(pages.count)"), "\(path) \(index + 1)")
      }
      #expect(try Tool.run(["pdfinfo", "\(folder.path)/\(path)"]).contains("A4"))
    }
    let digests = try listed(overview.about)
    #expect(digests == ["overview.pdf": SHA256.hex(of: try folder.bytes("overview.pdf"))])
  }

  @Test func resultsAreExportedAsAWorkbook() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plantForWorkbooks()
    let folder = ReportFolder()
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let (run, policy) = try await connection.alphaRun()
    let city = try PlantedCities.city("alpha").city
    let export = ResultsExport(run: run, policy: policy, language: .chinese)
    let both = try await export.write(
      workbook: "\(folder.path)/r.xlsx", csv: "\(folder.path)/r.csv", of: city, by: .testing, on: connection)
    #expect(both == (rows: 10, sheets: 1))
    _ = try await export.write(workbook: "\(folder.path)/alone.xlsx", csv: nil, of: city, by: .testing, on: connection)
    #expect(try folder.names == ["alone.xlsx", "r.csv", "r.xlsx"])
    #expect(try folder.bytes("alone.xlsx") == folder.bytes("r.xlsx"))
    let book = try OpenpyxlView(of: "\(folder.path)/r.xlsx")
    try book.sheet("全部结果").expectEqual(
      to: records("\(folder.path)/r.csv"), ResultColumn.results.map(TableColumn.init))
    await connection.close()
  }
}
