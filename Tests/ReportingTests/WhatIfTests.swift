import CadreModel
import CadreTesting
import DataContract
import Evaluation
import Foundation
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

/// Four studies a year are asked of three townships.
@Suite(.cadre) struct WhatIfTests {
  private func city() async throws -> TestCity { try await .studying(["T1": 3, "T2": 1, "T3": 4]) }

  private func tried(_ count: Int, in official: PolicyLibrary) throws -> PolicyLibrary {
    try official.setting([try ParameterSetting("huzhou.1.study.count=\(count)")])
  }

  private func whatIf(
    _ city: TestCity, _ count: Int, to folder: String, _ language: Language = .english, _ formats: Set<ReportFormat> = [.csv]
  ) async throws -> (WhatIfFigures, WrittenReport) {
    let day = try #require(Day("2025-12-31"))
    let under = try #require(city.library.register.policy(of: "huzhou", on: day))
    let files = try WhatIfFiles(of: "count=\(count)", asOf: day, formats: formats, language: language, to: folder)
    let figures = try await Evaluator(library: city.library, evaluatedBy: "tests").whatIf(
      under, under: try tried(count, in: city.library), asOf: day, on: city.connection
    ) { try await files.add($0) }
    return (try #require(figures), try await files.finish(by: .testing, on: city.connection))
  }

  @Test func bothSideBySideAndWhoFlips() async throws {
    let city = try await city()
    let folder = ReportFolder()
    let (figures, report) = try await whatIf(city, 2, to: folder.path)
    #expect(figures.flips == 1 && figures.changes.map(\.used) == ["2 (2020-01-01) stated"])
    let files = report.folder.dropFirst(folder.path.count + 1)
    #expect(files == "whatif")
    let whole = try folder.text("whatif/whatif.csv")
    #expect(
      whole == """
        province_code,province,city,policy,indicator,title,article,official_met,official_unmet,official_pending,official_at_risk,\
        official_exempt,official_no_data,scenario_met,scenario_unmet,scenario_pending,scenario_at_risk,scenario_exempt,\
        scenario_no_data,official_rate,scenario_rate,change,flips\r
        33,Zhejiang,huzhou,huzhou,huzhou.1.study,Group study,huzhou.1,1,2,0,0,0,0,2,1,0,0,0,0,0.3333,0.6667,0.3334,1\r

        """)
    let ofUnits = try folder.lines("whatif/whatif_units.csv").map { $0.dropFirst(53) }
    #expect(
      ofUnits == [
        "T1,T1 镇,0,1,0,0,0,0,1,0,0,0,0,0,0.0000,1.0000,1.0000", "T2,T2 镇,0,1,0,0,0,0,0,1,0,0,0,0,0.0000,0.0000,0.0000",
        "T3,T3 镇,1,0,0,0,0,0,1,0,0,0,0,0,1.0000,1.0000,0.0000",
      ])
    #expect(
      try folder.lines("whatif/whatif_flips.csv").map { $0.dropFirst(53) } == [
        "unit,T1,T1 镇,T1,T1 镇,2025,unmet,met,,,3,4,2"
      ])
  }

  @Test func nothingIsStored() async throws {
    let city = try await city()
    let folder = ReportFolder()
    _ = try await whatIf(city, 2, to: folder.path)
    let stored = try #require(
      try await city.connection.query(
        Statement(
          "what is stored",
          """
          select
            (select string_agg(r.scenario || r.as_of, ',') from runs r where r.city_code = $1) as runs,
            (select count(*) from result_sets s where s.city_code = $1) as sets,
            (select count(*) from results r where r.city_code = $1 and r.status = 'met') as met,
            to_regclass('what_if_results') is null as is_gone
          """, [.text("huzhou")])
      ).first)
    #expect(try stored.decode("runs", as: String.self) == "2025-12-31")
    #expect(try stored.decode("sets", as: Int.self) == 1 && stored.decode("met", as: Int.self) == 1)
    #expect(try stored.decode("is_gone", as: Bool.self))
    // Again, and with another number, which lies beside the first.
    let (again, _) = try await whatIf(city, 2, to: folder.path)
    #expect(again.flips == 1)
    let (other, report) = try await whatIf(city, 5, to: folder.path)
    #expect(other.flips == 1 && other.indicators[0].scenario.unmet == 3)
    #expect(report.folder.hasSuffix("whatif/2025-12-31"))
  }

  @Test func aParameterAsItIsBearsOnNothing() async throws {
    let city = try await city()
    let folder = ReportFolder()
    let (figures, _) = try await whatIf(city, 4, to: folder.path)
    #expect(figures.indicators.isEmpty && figures.flips == 0 && figures.changes.isEmpty)
  }

  @Test(arguments: Language.allCases) func theWorkbookSaysTheSame(language: Language) async throws {
    let city = try await city()
    let folder = ReportFolder()
    _ = try await whatIf(city, 2, to: folder.path, language, [.csv, .xlsx])
    let book = try OpenpyxlView(of: "\(folder.path)/whatif/whatif.xlsx")
    for (zh, en, file, columns) in [
      ("各项指标", "Indicators", "whatif.csv", WhatIfTables.indicatorColumns),
      ("各单位", "Units", "whatif_units.csv", WhatIfTables.unitColumns),
      ("结论变化", "Flips", "whatif_flips.csv", WhatIfTables.flipColumns),
    ] {
      try book.sheet(language(zh: zh, en: en)).expectEqual(to: records("\(folder.path)/whatif/\(file)"), columns)
    }
    let cover = try book.sheet(language(zh: "封面", en: "Cover"))
    #expect(cover.cells.values.contains { $0.value == "huzhou.1.study.count" })
    #expect(cover.cells.values.contains { $0.value == "2 (2020-01-01) stated" })
  }
}
