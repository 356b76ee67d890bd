import CadreModel
import CadreTesting
import Foundation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing
import Workbook
import WorkbookTesting

@testable import Reporting

@Suite(.planted) struct CityWorkbookTests {
  private func written(
    _ language: Language, to folder: ReportFolder
  ) async throws -> OpenpyxlView {
    let connection = try await TestDatabase.current.connect()
    try await connection.plantForWorkbooks()
    _ = try await alphaReport(to: folder.path, language, .testing([.csv, .xlsx]))
    await connection.close()
    return try OpenpyxlView(of: "\(folder.path)/city/alpha/alpha.xlsx")
  }

  @Test(arguments: Language.allCases) func everyCellIsThatOfTheFile(language: Language) async throws {
    let folder = ReportFolder()
    let book = try await written(language, to: folder)
    let tables: [(zh: String, en: String, file: String, columns: [TableColumn])] = [
      ("各项指标", "Indicators", "summary.csv", CityTables.summary), ("统计", "Statistics", "statistics.csv", CityTables.statistics),
      ("需处理事项", "Exceptions", "exceptions.csv", CityTables.results), ("90天内到期", "Due in 90 days", "due.csv", CityTables.results),
      ("各单位", "Units", "units.csv", UnitsFile.columns),
    ]
    for table in tables {
      let records = try records("\(folder.path)/city/alpha/\(table.file)")
      #expect(records.count > 1, "\(table.file)")
      try book.sheet(language(zh: table.zh, en: table.en)).expectEqual(to: records, table.columns)
    }
  }

  @Test func sheetsAreForReading() async throws {
    let folder = ReportFolder()
    let book = try await written(.chinese, to: folder)
    #expect(
      book.sheets.map(\.title) == ["封面", "分领域", "趋势", "各项指标", "统计", "需处理事项", "90天内到期", "各单位", "说明"])
    for sheet in book.sheets.dropFirst() {
      #expect(sheet.filter?.hasPrefix("A1:") == true, "\(sheet.title)")
      #expect(sheet.freeze?.hasSuffix("2") == true, "\(sheet.title): \(sheet.freeze ?? "")")
      #expect(sheet.titleRows?.contains("1") == true)
      #expect(sheet.cells["A1"]?.bold == true)
    }
    for sheet in book.sheets {
      #expect(sheet.header[0] == "填报单位：甲市" && sheet.header[2] == "统计时间：2025-06-30", "\(sheet.title)")
      #expect(sheet.landscape && sheet.paper == "9" && sheet.fitsWidth)
    }
    let exceptions = try book.sheet("需处理事项")
    // Chinese characters take two.
    #expect(try #require(exceptions.widths["O"]) >= 12)
    #expect(try #require(exceptions.widths["D"]) >= 20)
    let ids = exceptions.cells.filter { $0.key.hasPrefix("D") }.values
    #expect(ids.contains { $0.value == "530102198001011234" && $0.type == "s" && $0.format == "@" })
    #expect(exceptions.rules.contains { $0.range.hasPrefix("I2:") && $0.formula == ["\"未达标\""] && $0.fill == "F8D7D4" })
    let indicators = try book.sheet("各项指标")
    #expect(indicators.cells["N2"]?.format == "0.0%")
    #expect(indicators.cells["P2"]?.value == "1")
    #expect(try book.sheet("分领域").charts == 1 && book.sheet("趋势").charts == 1)
  }

  @Test func figuresLeadToTheirRowsAndRowsToTheirExplanation() async throws {
    let folder = ReportFolder()
    let book = try await written(.chinese, to: folder)
    let indicators = try book.sheet("各项指标")
    let exceptions = try book.sheet("需处理事项")
    // Met 1, unmet 2, at risk 1: a number all the same.
    #expect(indicators.cells["I2"]?.type == "n" && indicators.cells["I2"]?.value == "2")
    #expect(indicators.cells["I2"]?.link == "'需处理事项'!A2")
    #expect(indicators.cells["H2"]?.link == nil)
    let talks = try #require(exceptions.cells.first { $0.value.value == "P1>P3" }).key.dropFirst()
    #expect(indicators.cells["M3"]?.link == "'需处理事项'!A\(talks)")
    #expect(indicators.cells["F2"]?.link == "'说明'!A2")
    // The first row of an indicator leads back; each title leads on.
    #expect(exceptions.cells["B2"]?.link == "'各项指标'!A2" && exceptions.cells["B3"]?.link == nil)
    #expect(exceptions.cells["O2"]?.link == "'说明'!A2" && exceptions.cells["O3"]?.link == "'说明'!A2")
    let explanations = try book.sheet("说明")
    #expect(explanations.cells["A2"]?.value == "alpha.1.hours" && explanations.cells["A2"]?.link == "'各项指标'!A2")
    #expect(explanations.cells["C2"]?.value == "alpha.1")
    #expect(explanations.cells["F2"]?.value == "在册人员。全年不少于 90 学时。")
    #expect(explanations.cells["G2"]?.value == "学时：90（系统假定，alpha.1）")
  }

  @Test func theCoverSaysWhatItIsMadeFrom() async throws {
    let folder = ReportFolder()
    let book = try await written(.chinese, to: folder)
    let cover = try book.sheet("封面")
    let facts = (0..<cover.rowCount).compactMap { row -> (String, String)? in
      guard let label = cover.cell(row, 0)?.value else { return nil }
      return (label, cover.cell(row, 1)?.value ?? "")
    }
    let values = Dictionary(facts) { first, _ in first }
    #expect(cover.cells["A1"]?.value == "甲市政策执行情况")
    #expect(values["填报单位"] == "甲市" && values["统计时间"]?.hasPrefix("2025-06-30") == true)
    #expect(values["政策"] == "甲市办法" && values["发布"] == "未发布" && values["参数来源"] == "程序自带的参数")
    #expect(values["评估批次"]?.count == 32 && values["规则摘要"]?.count == 64 && values["参数摘要"]?.count == 64)
    #expect(values["alpha.1.hours.hours"] == "学时")
    #expect(cover.cells.values.contains { $0.value == "需处理事项" && $0.link == "'需处理事项'!A1" })
  }

  /// A table that is longer than a sheet goes on in a next one, links find their rows there, and the cover says so.
  @Test func aLongTableIsSplitAndSaid() async throws {
    let folder = ReportFolder()
    _ = try await written(.english, to: folder)
    let files = "\(folder.path)/city/alpha"
    let figures = try await withPool { pool in
      let reader = ResultsReader(pool: pool, library: try PlantedCities.library(), language: .english)
      let judged = try #require(try await reader.judged(try PlantedCities.city("alpha"), asOf: PlantedCities.asOf))
      return try await reader.figures(of: judged)
    }
    let short = CityWorkbook(figures: figures, readings: nil, trend: [], language: .english, rowLimit: 4)
    try short.write(to: "\(files)/short.xlsx", folder: files)
    let book = try OpenpyxlView(of: "\(files)/short.xlsx")
    #expect(book.sheets.contains { $0.title == "Exceptions (2)" } && !book.sheets.contains { $0.title == "Trend" })
    let rows = book.sheets.filter { $0.title.hasPrefix("Exceptions") }.map { $0.rowCount - 1 }.reduce(0, +)
    #expect(try rows == records("\(files)/exceptions.csv").count - 1)
    let links = try book.sheet("Indicators").cells.values.compactMap(\.link)
    #expect(links.contains("'Exceptions (2)'!A2"))
    let cover = try book.sheet("Cover").cells.values.compactMap(\.value)
    #expect(cover.contains("'Exceptions' is longer than a sheet and goes on in others: 2 in all."))
  }

  @Test func theSameDataMakesTheSameBytes() async throws {
    let (first, second) = (ReportFolder(), ReportFolder())
    _ = try await written(.chinese, to: first)
    _ = try await alphaReport(to: second.path, .chinese, .testing([.xlsx]))
    #expect(try first.bytes("city/alpha/alpha.xlsx") == second.bytes("city/alpha/alpha.xlsx"))
  }

  @Test(.enabled(if: Tool.isInstalled("soffice") && Tool.isInstalled("pdftotext"), "no LibreOffice, or no pdftotext"))
  func libreOfficeOpensAndPrintsIt() async throws {
    let folder = ReportFolder()
    _ = try await written(.chinese, to: folder)
    let office = try WorkbookTesting.TemporaryFolder()
    let pdf = try Tool.convert("\(folder.path)/city/alpha/alpha.xlsx", to: "pdf", in: office)
    let text = try Tool.run(["pdftotext", "-layout", pdf, "-"])
    for word in ["填报单位：甲市", "统计时间：2025-06-30", "530102198001011234", "全年不少于 90 学时", "目录"] {
      #expect(text.contains(word), "\(word)")
    }
  }
}
