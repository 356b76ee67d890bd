import CadreModel
import CadreTesting
import Evaluation
import Foundation
import Pages
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

@Suite(.planted) struct TrendTests {
  /// At the end of March two of four, of April three of four, in June five of five; on the same day of last year none.
  private func plant(_ connection: PostgresConnection) async throws {
    try await connection.receive(["talks"], city: "alpha")
    let verdicts = [
      ("2024-06-30", ["unmet"]), ("2025-03-31", ["met", "met", "unmet", "unmet", "pending"]),
      ("2025-04-30", ["met", "met", "met", "unmet"]), ("2025-06-30", ["met", "met", "met", "met", "met"]),
    ]
    for (day, statuses) in verdicts {
      try await connection.plant(
        "as_of, subject_id, unit_id, status",
        statuses.enumerated().map { "('alpha', 'alpha.1.hours', '\(day)', 'S\($0)', 'U\($0 % 2 + 1)', '\($1)')" })
    }
    try await connection.plant(
      "as_of, subject_id, status", ["('alpha', 'alpha.2.figure', '2025-04-30', 'alpha', 'info')"])
  }

  private func trend(
    _ levels: Set<TrendLevel> = TrendLevel.usual, months: Int = 4, unit: String? = nil, to folder: String,
    _ language: Language = .english, _ formats: Set<ReportFormat> = [.csv], keeps: EvaluationJob.Keeps = .results
  ) async throws -> WrittenReport {
    let alpha = try PlantedCities.city("alpha")
    let dates = TrendDates(upTo: PlantedCities.asOf, months: months)
    let maker = try TrendReportMaker(
      [alpha], dates, levels, named: true, unit: unit, language: language, to: folder, .testing(formats))
    return try await withPool { pool in
      try await PlantedCities.evaluator().judging(
        [alpha], asOf: dates.asOf, others: dates.judged, othersKeep: keeps, comparesWithLastYear: false, afresh: false, on: pool
      ) { try await maker.write($0, by: .testing, on: pool) }
    }
  }

  @Test func endsOfMonthsAreJudgedAndTold() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = TemporaryFolder()
    _ = try await trend([.city, .indicator], to: folder.path)
    let lines = try folder.lines("trend/trend.csv")
    #expect(
      lines.prefix(4).map { $0 } == [
        "33,Zhejiang,alpha,alpha,city,,Alpha,2025-03-31,2,2,1,0,0,0,4,0.5000,0.4000,,1",
        "33,Zhejiang,alpha,alpha,city,,Alpha,2025-04-30,3,1,0,0,0,0,4,0.7500,0.7500,0.2500,1",
        "33,Zhejiang,alpha,alpha,city,,Alpha,2025-05-31,0,0,0,0,0,0,0,,,,1",
        "33,Zhejiang,alpha,alpha,city,,Alpha,2025-06-30,5,0,0,0,0,0,5,1.0000,1.0000,,1",
      ])
    #expect(lines[5] == "33,Zhejiang,alpha,alpha,indicator,alpha.1.hours,Hours,2025-04-30,3,1,0,0,0,0,4,0.7500,0.7500,0.2500,1")
    // A statistic has no rate, and no row.
    #expect(!lines.contains { $0.contains("alpha.2.figure") })
    #expect(lines.count == 4 + 4 * 4)
  }

  @Test func unitsOverTime() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = TemporaryFolder()
    _ = try await trend([.unit], to: folder.path)
    let lines = try folder.lines("trend/trend.csv").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.allSatisfy { $0[4] == "unit" })
    // The first, third and fifth are U1's; in March one is met, one unmet, one pending there.
    let first = lines.filter { $0[5] == "U1" }.map { "\($0[7]) \($0[8]) \($0[9]) \($0[10]) \($0[15])" }
    #expect(first == ["2025-03-31 1 1 1 0.5000", "2025-04-30 2 0 0 1.0000", "2025-06-30 3 0 0 1.0000"])
    let second = lines.filter { $0[5] == "U2" }.map { "\($0[7]) \($0[8]) \($0[9]) \($0[10]) \($0[15])" }
    #expect(second == ["2025-03-31 1 1 0 0.5000", "2025-04-30 1 1 0 0.5000", "2025-06-30 2 0 0 1.0000"])
  }

  /// Three levels: U1 has U2 and U10 below it, U10 has U3.
  @Test func aUnitWithThoseBelowIt() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    try await connection.plant(
      "as_of, subject_id, unit_id, status",
      [
        "('alpha', 'alpha.1.hours', '2025-06-30', 'X3', 'U3', 'unmet')",
        "('alpha', 'alpha.1.hours', '2025-06-30', 'X9', 'A9', 'met')",
      ])
    let folder = TemporaryFolder()
    func rows(_ unit: String?) async throws -> [String] {
      let report = try await trend(TrendLevel.ofUnits, months: 1, unit: unit, to: folder.path)
      return try records("\(report.folder)/trend.csv").dropFirst().map { "\($0[4]) \($0[5]) \($0[8])/\($0[9])" }
    }
    // U1 itself has three, U2 two, U3 one; U10 has nothing of its own.
    #expect(
      try await rows(nil) == [
        "unit A9 1/0", "unit U1 3/0", "unit U3 0/1", "unit U2 2/0", "branch U1 5/1", "branch U10 0/1",
      ])
    #expect(try await rows("U10") == ["unit U3 0/1", "branch U10 0/1"])
    #expect(try await rows("U1") == ["unit U1 3/0", "unit U3 0/1", "unit U2 2/0", "branch U1 5/1", "branch U10 0/1"])
  }

  /// Counts alone are kept of ends of months that nobody has judged; units' counts need results.
  @Test func whatIsKeptOfTheEndsOfMonths() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = TemporaryFolder()
    _ = try await trend(to: folder.path, keeps: .counts)
    let counted = try folder.lines("trend/trend.csv")
    func sets() async throws -> [String] {
      try await connection.query(
        Statement(
          "sets", "select r.as_of::text as day from result_sets s join runs r using (city_code, run_id) order by 1", [])
      ).map { try $0.decode("day") }
    }
    #expect(try await sets() == ["2025-06-30"])
    let whole = TemporaryFolder()
    _ = try await trend(to: whole.path)
    #expect(try await sets().count == 4)
    #expect(try whole.lines("trend/trend.csv") == counted)
  }

  /// A report judges no further dates by itself: it tells of those that are stored.
  @Test func aReportShowsWhatIsStored() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = TemporaryFolder()
    _ = try await alphaReport(to: folder.path)
    func dates() throws -> [String] {
      try folder.lines("city/alpha/trend.csv").filter { $0.contains(",city,,") }.map { String($0.split(separator: ",")[6]) }
    }
    #expect(try dates() == ["2024-06-30", "2025-06-30"])
    _ = try await connection.alphaRun(asOf: try #require(Day("2025-04-30")))
    // No end of a month.
    _ = try await connection.alphaRun(asOf: try #require(Day("2025-04-29")))
    // Too long ago.
    _ = try await connection.alphaRun(asOf: try #require(Day("2024-05-31")))
    _ = try await alphaReport(to: folder.path)
    #expect(try dates() == ["2024-06-30", "2025-04-30", "2025-06-30"])
    let page = try folder.text("city/alpha/dashboard.html")
    #expect(page.contains("<desc>Compliance: 2024-06-30 0.00%, 2025-04-30 75.00%, 2025-06-30 100.00%; Completion: "))
    #expect(page.contains("role=\"img\"") && page.contains("<small>4</small>"))
  }

  @Test func whatWasJudgedOnEarlierDataSaysSo() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    _ = try await connection.alphaRun(asOf: try #require(Day("2025-04-30")))
    try await connection.execute("update imports set watermark = repeat('b', 64)")
    let folder = TemporaryFolder()
    _ = try await alphaReport(to: folder.path)
    let flags = try folder.lines("city/alpha/trend.csv").filter { $0.contains(",city,,") }.map { String($0.suffix(13)) }
    #expect(flags.map { $0.suffix(1) } == ["1", "0", "1"])
    #expect(try folder.text("city/alpha/dashboard.html").contains("75.00%*"))
    // Asked for, they are judged on what there is now.
    _ = try await trend(months: 3, to: folder.path)
    #expect(try folder.lines("trend/trend.csv").allSatisfy { $0.hasSuffix(",1") })
  }

  @Test(arguments: Language.allCases) func theWorkbookHasAChartAndTheRowsOfTheFile(language: Language) async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    _ = try await trend(to: folder.path, language, [.csv, .xlsx, .html])
    let book = try OpenpyxlView(of: "\(folder.path)/trend/trend.xlsx")
    let sheet = try book.sheet(language(zh: "趋势", en: "Trend"))
    #expect(sheet.charts == 1)
    #expect(sheet.cells["A2"]?.value?.hasPrefix("2025-03-31") == true && sheet.cells["B3"]?.value == "0.75")
    #expect(sheet.cells["C3"]?.value == "4" && sheet.cells["B4"]?.value == nil)
    let all = try book.sheet(language(zh: "逐期明细", en: "All figures"))
    all.expectEqual(to: try records("\(folder.path)/trend/trend.csv"), TrendTable.columns)
    #expect(try folder.names == ["trend"])
  }

  @Test func aGapIsNoLine() {
    let days = PlantedCities.asOf.monthEnds(5)
    let rate = Rate(tenThousandths: 8_000)
    let chart = TrendChart(
      title: "<t>", dates: days, lines: [TrendChart.Line(name: "A", rates: [rate, rate, nil, rate, nil])], language: .english)
    #expect(chart.html.text.components(separatedBy: "<polyline").count == 2)
    // Three dates have a mark, and the legend its own.
    #expect(chart.html.text.components(separatedBy: "<circle").count == 5)
    #expect(chart.html.text.contains("aria-label=\"&lt;t&gt;\"") && chart.html.text.contains("2025-04-30 —"))
    #expect(TrendChart(title: "", dates: days, lines: [], language: .english).html == .empty)
  }
}
