import CadreModel
import CadreTesting
import Evaluation
import Foundation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

@Suite(.planted) struct ComparisonTests {
  private static let duties = SharedDuties([
    SharedDuty(id: "hours", title: Label("学时", "Hours"), indicators: ["alpha.1.hours", "beta.1.hours"]),
    SharedDuty(id: "talks", title: Label("谈话", "Talks"), indicators: ["alpha.1.talk", "beta.1.hours"]),
    SharedDuty(id: "years", title: Label("年限", "Years"), indicators: ["alpha.2.rotation", "beta.1.rotation"]),
    SharedDuty(id: "share", title: Label("占比", "Share"), indicators: ["alpha.2.share"]),
  ])

  private func plant(
    _ connection: PostgresConnection, _ city: String, _ indicator: String, _ verdicts: [(String, String)],
    period: String = "2025",
    asOf: String = "2025-06-30"
  ) async throws {
    try await connection.plant(
      "as_of, subject_id, status, period",
      verdicts.map { "('\(city)', '\(indicator)', '\(asOf)', '\($0.0)', '\($0.1)', '\(period)')" })
  }

  private func planted() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    func verdicts(_ met: ClosedRange<Int>, _ unmet: ClosedRange<Int>) -> [(String, String)] {
      met.map { ("S\($0)", "met") } + unmet.map { ("S\($0)", "unmet") }
    }
    // Under their own rule eight of twelve, and a ninth result of one who is unmet all the same.
    try await plant(connection, "alpha", "alpha.1.hours", verdicts(0...7, 8...11))
    try await plant(connection, "alpha", "alpha.1.hours", [("S9", "met")], period: "2024")
    try await plant(connection, "alpha", "alpha.1.hours", [("S0", "met"), ("S1", "unmet")], asOf: "2024-06-30")
    // Under the other two of them fail, one meets it, S11 is not asked, S12 is.
    try await plant(
      connection, "alpha", "beta.1.hours",
      verdicts(2...8, 9...10) + [("S0", "unmet"), ("S1", "unmet"), ("S11", "exempt"), ("S12", "met")])
    try await plant(connection, "beta", "beta.1.hours", verdicts(0...4, 5...9))
    try await plant(connection, "beta", "alpha.1.hours", [("S0", "unmet")])
    // The one who is talked to counts.
    try await plant(connection, "alpha", "alpha.1.talk", [("X>S0", "met"), ("Y>S0", "met"), ("X>S5", "pending")])
    try await plant(connection, "alpha", "alpha.2.rotation", [("O1", "met"), ("O2", "met")])
    try await plant(connection, "beta", "beta.1.rotation", verdicts(0...9, 10...11))
    await connection.close()
  }

  private func compare(
    to folder: String, _ language: Language = .english, _ formats: Set<ReportFormat> = [.csv]
  ) async throws -> WrittenReport {
    let evaluator = try PlantedCities.evaluator()
    let maker = try ComparisonMaker(
      library: evaluator.library, Self.duties, asOf: PlantedCities.asOf, language: language, to: folder, .testing(formats))
    return try await withPool { pool in
      try await evaluator.judging(
        maker.underOthers, asOf: PlantedCities.asOf, comparesWithLastYear: false, afresh: false, on: pool
      ) { others in
        try await evaluator.judging(maker.cities, asOf: PlantedCities.asOf, afresh: false, on: pool) {
          try await maker.write($0, others: others, by: .testing, on: pool)
        }
      }
    }
  }

  @Test func citiesSideBySide() async throws {
    try await planted()
    let folder = TemporaryFolder()
    _ = try await compare(to: folder.path)
    #expect(
      try folder.text("comparison/comparison.csv").hasPrefix(
        "duty,duty_title,province_code,province,city,policy,indicators,asked,numbers,period,clauses,basis,n,met,unmet,pending,"
          + "at_risk,exempt,no_data,compliance_rate,rate_last_year,change,trend,rank\r\n"))
    let lines = try folder.lines("comparison/comparison.csv")
    #expect(
      lines[0]
        == "hours,Hours,33,Zhejiang,alpha,alpha,alpha.1.hours,At least 90 hours a year,\"Hours: 90 (assumed, alpha.1)\",,"
        + "alpha.1,assumed,13,9,4,0,0,0,0,0.6923,0.5000,0.1923,up,1")
    #expect(lines[1] == "hours,Hours,33,Zhejiang,beta,beta,beta.1.hours,Hours,,,beta.1,,10,5,5,0,0,0,0,0.5000,,,,2")
    // Too few verdicts, and then only one city is left to rank.
    #expect(lines[4] == "years,Years,33,Zhejiang,alpha,alpha,alpha.2.rotation,Years in post,,,alpha.2,,2,2,0,0,0,0,0,1.0000,,,,")
    #expect(lines[5].hasSuffix(",12,10,2,0,0,0,0,0.8333,,,,"))
    // A policy that does not ask.
    #expect(lines[7] == "share,Share,33,Zhejiang,beta,beta,,not asked by this policy,,,,,,,,,,,,,,,,")
    #expect(lines.count == 8)
  }

  @Test func underOneYardstick() async throws {
    try await planted()
    let folder = TemporaryFolder()
    _ = try await compare(to: folder.path)
    #expect(
      try folder.text("comparison/yardstick.csv").hasPrefix(
        "duty,duty_title,province_code,province,city,rule,own_rule,indicators,n,met,unmet,pending,at_risk,exempt,no_data,"
          + "compliance_rate,own_rate,difference,judged_by_both,otherwise,would_meet,would_fail,only_own_rule,only_this_rule\r\n")
    )
    let lines = try folder.lines("comparison/yardstick.csv")
    #expect(
      lines.prefix(4).map { $0 } == [
        "hours,Hours,33,Zhejiang,alpha,alpha,1,alpha.1.hours,13,9,4,0,0,0,0,0.6923,0.6923,,,,,,,",
        "hours,Hours,33,Zhejiang,alpha,beta,0,beta.1.hours,12,8,4,0,0,1,0,0.6667,0.6923,-0.0256,11,3,1,2,1,1",
        "hours,Hours,33,Zhejiang,beta,alpha,0,alpha.1.hours,1,0,1,0,0,0,0,0.0000,0.5000,-0.5000,1,1,0,1,9,0",
        "hours,Hours,33,Zhejiang,beta,beta,1,beta.1.hours,10,5,5,0,0,0,0,0.5000,0.5000,,,,,,,",
      ])
    // Of two talks with one person one standing; who has a talk pending is judged by the other rule alone.
    let talks = try #require(lines.first { $0.hasPrefix("talks") && $0.contains(",alpha,beta,0,") })
    #expect(talks.hasSuffix(",1.0000,-0.3333,1,1,0,1,0,11"))
    // Nobody else has a rule for it.
    #expect(lines.filter { $0.hasPrefix("share") && $0.contains(",alpha,alpha,") }.count == 1)
    #expect(lines.filter { $0.hasPrefix("share") && $0.contains(",beta,alpha,") }.count == 1)
  }

  @Test(arguments: Language.allCases) func workbookAndPageSayTheSame(language: Language) async throws {
    try await planted()
    let folder = ReportFolder()
    _ = try await compare(to: folder.path, language, [.csv, .xlsx, .html])
    let book = try OpenpyxlView(of: "\(folder.path)/comparison/comparison.xlsx")
    for (zh, en, file, columns) in [
      ("同一要求各市对照", "One duty across cities", "comparison.csv", ComparisonTables.rowColumns),
      ("同一尺度", "Under one yardstick", "yardstick.csv", ComparisonTables.yardstickColumns),
    ] {
      try book.sheet(language(zh: zh, en: en)).expectEqual(to: records("\(folder.path)/comparison/\(file)"), columns)
    }
    let page = try String(contentsOfFile: "\(folder.path)/comparison/comparison.html", encoding: .utf8)
    #expect(page.contains(language(zh: "改判 3（+1 −2）", en: "3 otherwise (+1 −2)")))
    #expect(page.contains("n=13") && page.contains("69.23%") && page.contains(language(zh: "↑ 上升", en: "↑ up")))
    #expect(page.contains(language(zh: "本市政策未作规定", en: "not asked by this policy")))
    let about = try String(contentsOfFile: "\(folder.path)/comparison/about.json", encoding: .utf8)
    // Own runs, alpha's of last year, and each under the other's policy.
    #expect(about.components(separatedBy: "\"run_id\"").count - 1 == 5)
  }

  @Test func aTableThatIsMissingIsNoRateAndNoRank() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection, "alpha", "alpha.1.talk", (0...11).map { ("X>S\($0)", "met") })
    let folder = TemporaryFolder()
    _ = try await compare(to: folder.path)
    let row = try #require(try folder.lines("comparison/comparison.csv").first { $0.hasPrefix("talks,Talks,33,Zhejiang,alpha") })
    #expect(row.hasSuffix(",12,12,0,0,0,0,0,,,,,"))
    await connection.close()
  }
}
