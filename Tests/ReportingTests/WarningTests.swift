import CadreModel
import CadreTesting
import Evaluation
import Foundation
import Messages
import Pages
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

/// What the reader should know before the figures: on the page, in `about.json`, and for the terminal.
@Suite(.planted) struct WarningTests {
  private func planted(newest: String?) async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    if let newest { try await connection.execute(Statement("newest", "update import_files set newest_on = '\(newest)'", [])) }
    try await connection.plant("subject_id, status", ["('alpha', 'alpha.1.talk', 'P1>P2', 'met')"])
    return connection
  }

  private func json(_ report: WrittenReport) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(report.about)) as? [String: Any])
  }

  @Test(arguments: [
    ("2025-06-30", false), ("2025-07-01", false), ("2025-06-29", true), ("2024-02-29", true),
  ])
  func anAsOfDateAfterTheNewestFact(newest: String, isWarned: Bool) async throws {
    let connection = try await planted(newest: newest)
    let folder = TemporaryFolder()
    let report = try #require(try await alphaReport(to: folder.path, .chinese))
    let page = try folder.text("city/alpha/dashboard.html")
    #expect(page.contains("评估截至 2025-06-30 · 数据最新至 \(newest)"))
    let sentence = "评估截至 2025-06-30，而数据最新只到 \(newest)"
    #expect(page.contains(sentence) == isWarned)
    #expect(report.warnings.map(\.chinese).contains { $0.hasPrefix("甲市：\(sentence)") } == isWarned)
    let about = try json(report)
    #expect(about["newest_fact"] as? String == newest)
    let warnings = try #require(about["warnings"] as? [[String: Any]])
    #expect(warnings.map { $0["kind"] as? String } == (isWarned ? ["as_of_after_newest_fact"] : []))
    await connection.close()
  }

  @Test func aDateThatHasNotComeYet() async throws {
    let connection = try await planted(newest: "2025-06-30")
    let folder = TemporaryFolder()
    let day = try #require(Day("2999-12-31"))
    let report = try #require(try await alphaReport(to: folder.path, .english, asOf: day))
    #expect(report.warnings.count == 2)
    #expect(report.warnings[0].english == "Alpha: The as-of date 2999-12-31 lies in the future: results will change.")
    #expect(try folder.text("city/alpha/dashboard.html").contains("lies in the future"))
    await connection.close()
  }

  @Test func dataWithoutADateAreNoReasonToWarn() async throws {
    let connection = try await planted(newest: nil)
    let folder = TemporaryFolder()
    let report = try #require(try await alphaReport(to: folder.path, .chinese))
    #expect(report.warnings.isEmpty)
    #expect(try folder.text("city/alpha/dashboard.html").contains("数据最新至 （无）"))
    #expect(try json(report)["newest_fact"] == nil)
    await connection.close()
  }

  @Test func missingTablesStandInAbout() async throws {
    let connection = try await TestDatabase.current.connect()
    let folder = TemporaryFolder()
    let report = try #require(try await alphaReport(to: folder.path))
    let about = try json(report)
    let missing = try #require(about["missing_tables"] as? [[String: Any]])
    #expect(missing.map { $0["city"] as? String } == ["alpha"])
    #expect(missing[0]["tables"] as? [String] == ["talks"])
    #expect(about["scope"] as? String == "alpha")
    await connection.close()
  }

  @Test func contradictionsAreWarnedOfByKind() throws {
    let alpha = try PlantedCities.city("alpha")
    let run = Run(
      city: "alpha", id: "", resultSet: "", policy: "alpha", asOf: PlantedCities.asOf, rulesDigest: "", parametersDigest: "",
      schemaVersion: 1, watermark: "", resultCount: 0)
    let label = Label("同一单位同时有两名主要负责人", "two heads of one unit at once")
    let figures = CityFigures(
      alpha, run: run, runLastYear: nil, indicators: [], deliveries: [],
      today: PlantedCities.asOf,
      contradictions: [
        ContradictionCount(kind: "two_heads", label: label, count: 3),
        ContradictionCount(kind: "own_superior", label: label, count: 0),
      ])
    #expect(figures.warnings.map(\.kind) == ["two_heads"])
    #expect(figures.warnings[0].text.chinese == "核对提示：同一单位同时有两名主要负责人，3 处。")
    let about = String(
      decoding: try About(
        of: CityReportMaker.subject(alpha, asOf: PlantedCities.asOf),
        language: .chinese, cities: [figures]
      ).json, as: UTF8.self)
    #expect(about.contains("\"kind\" : \"two_heads\""))
    #expect(about.contains("\"count\" : 3"))
  }

  @Test func parametersThatDifferFromTheShippedOnesAreMarked() throws {
    let alpha = try PlantedCities.city("alpha")
    let run = Run(
      city: "alpha", id: "", resultSet: "", policy: "alpha", asOf: PlantedCities.asOf, rulesDigest: "", parametersDigest: "",
      schemaVersion: 1, watermark: "", resultCount: 0)
    let change = ConfigurationChange(
      subject: .policy("alpha"), name: "1.hours.hours", title: Label("学时", "Hours"), shipped: "80 (2020-01-01) assumed",
      used: "90 (2020-01-01) assumed")
    let figures = CityFigures(
      alpha, run: run, runLastYear: nil, indicators: [], deliveries: [],
      today: PlantedCities.asOf,
      parameters: ParameterSource(origin: .folder("/etc/cadre", namedBy: .environment), changes: [change]))
    let notes = Footnotes(parts: PageParts(language: .chinese))
    #expect(notes.changes(of: figures).text.contains("90 (2020-01-01) assumed（自带：80 (2020-01-01) assumed）"))
    #expect(notes.origin(of: figures).text.contains("参数来源：目录 /etc/cadre 中的参数"))
    let about = String(
      decoding: try About(
        of: CityReportMaker.subject(alpha, asOf: PlantedCities.asOf),
        language: .chinese, cities: [figures]
      ).json, as: UTF8.self)
    #expect(about.contains("\"folder\" : \"/etc/cadre\""))
    #expect(about.contains("\"used\" : \"90 (2020-01-01) assumed\""))
    let none = Footnotes(parts: PageParts(language: .english))
    #expect(none.origin(of: figures).text.contains("(named by CADRE_CONFIG)"))
  }

  /// A report of another date below the same folder leaves the first one as it is.
  @Test func anotherDateLeavesTheFirstReport() async throws {
    let connection = try await planted(newest: "2025-06-30")
    let folder = TemporaryFolder()
    let first = try #require(try await alphaReport(to: folder.path))
    let december = try #require(Day("2025-12-31"))
    let later = try #require(try await alphaReport(to: folder.path, asOf: december))
    #expect(later.folder == "\(folder.path)/city/alpha/2025-12-31")
    #expect(try folder.bytes("city/alpha/about.json") == first.about)
    #expect(try folder.bytes("city/alpha/2025-12-31/about.json") == later.about)
    let again = try #require(try await alphaReport(to: folder.path))
    #expect(again.folder == first.folder)
    #expect(try folder.bytes("city/alpha/2025-12-31/about.json") == later.about)
    await connection.close()
  }

  /// Few are seen at once; many are folded under their number, for the figures to be seen first.
  @Test(arguments: [(1, true), (3, true), (4, false), (40, false)])
  func manyWarningsAreFolded(count: Int, areShown: Bool) {
    let texts = (1...count).map { Message("第\($0)条 <甲>", "no. \($0) <a>") }
    let html = PageParts(language: .english).warnings(texts).text
    #expect(
      html.hasPrefix(
        "<details class=\"warnings\"\(areShown ? " open" : "")><summary>To know before the figures: \(count)</summary>"))
    #expect(html.components(separatedBy: "<li>no. ").count == count + 1)
    #expect(html.contains("&lt;a&gt;") && !html.contains("<a>"))
    #expect(PageParts(language: .english).warnings([]).text.isEmpty)
  }
}
