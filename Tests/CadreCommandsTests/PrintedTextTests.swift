import CadreModel
import CadreTesting
import PolicyKit
import PolicyTesting
import Testing

@testable import CadreCommands

@Suite("What commands print, letter by letter")
struct PrintedTextTests {
  private static let languages: [CadreModel.Language] = [.chinese, .english]

  private static let serverFacts = ServerFacts(
    version: 150_004, encoding: "SQL_ASCII", collation: "zh_CN.UTF-8", canMakeTemporaryTables: false,
    canReachTables: false, user: "wang")

  @Test("doctor where all is well, and where all is wrong", arguments: languages)
  func doctor(language: CadreModel.Language) throws {
    let library = try FifthCity.library()
    let well = DoctorReport(
      findings: [
        .configuration(library, changes: []), LocalChecks.libpq(version: 150_018),
        CalendarCoverage(years: Array(2017...2027), thisYear: 2026).finding,
        CityDeliveries(last: [.init(city: "quzhou", day: "2025-12-01")]).finding,
        LocalChecks.disk("/data", freeBytes: 5_000_000_000),
      ])
    let change = ConfigurationChange(
      subject: .policy("huzhou"), name: "1.study.count", title: Label("学习次数", "Studies a year"), shipped: "4", used: "5")
    let wrong = DoctorReport(
      findings: [.configuration(library, changes: [change]), LocalChecks.libpq(version: 130_002)]
        + Self.serverFacts.findings + [
          CalendarCoverage(years: [], thisYear: 2026).finding,
          CalendarCoverage(years: [2024, 2026], thisYear: 2026).finding,
          CalendarCoverage(years: [2024, 2025, 2026], thisYear: 2026).finding,
          CityDeliveries(last: []).finding, LocalChecks.disk("/data", freeBytes: 100_000_000),
          LocalChecks.disk("/data", freeBytes: 1_000_000_000),
        ])
    #expect(well.exitStatus == .done && wrong.exitStatus == .rejected)
    try expectKept(
      [well.text(in: language), wrong.text(in: language), well.json(in: language).text].joined(separator: "\n\n"),
      as: "doctor.\(language.rawValue)")
  }

  @Test("The catalogue of a small policy in every format", arguments: languages)
  func catalogue(language: CadreModel.Language) throws {
    let text = CatalogueText(
      rows: try FifthCity.library().policies.flatMap { try CatalogueRow.rows(of: $0) }, language: language)
    let formats = CatalogueFormat.allCases.map { format in
      "===== \(format)\n"
        + String(decoding: text.formatted(as: format), as: UTF8.self).replacing("\r\n", with: "\n")
    }
    try expectKept(formats.joined(separator: "\n"), as: "catalogue.\(language.rawValue)")
  }

  @Test("Years that the calendar lacks are what an evaluation makes of them: no_data, never a silent Monday to Friday")
  func calendarYears() {
    let gap = CalendarCoverage(years: [2024, 2026], thisYear: 2026).finding
    #expect(gap.state == .failed && gap.found.english.contains("no_data") && gap.found.chinese.contains("缺数据"))
    let next = CalendarCoverage(years: [2025, 2026], thisYear: 2026).finding
    #expect(next.state == .warning && next.found.english.contains("no_data") && next.found.chinese.contains("缺数据"))
  }
}
