import CadreModel
import CadreTesting
import Evaluation
import Foundation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

/// What people read in the pages and above the columns, word by word.
@Suite(.planted) struct GoldenTests {
  private func planted() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["persons", "talks"], city: "alpha")
    try await connection.execute("update import_files set newest_on = '2025-06-11' where table_name = 'talks'")
    try await connection.plant(
      "subject_id, unit_id, status, class, observed, required, due_on, reason",
      [
        "('alpha', 'alpha.1.hours', 'P1', 'U3', 'unmet', null, 80, 90, '2025-06-30', null)",
        "('alpha', 'alpha.1.hours', 'P2', 'U3', 'pending', null, 20, 90, '2025-07-01', null)",
        "('alpha', 'alpha.1.talk', 'P1>P2', 'A9', 'met', null, 1, 1, '2025-07-20', null)",
        "('alpha', 'alpha.2.rotation', 'O1', 'U2', 'at_risk', null, 7, 8, '2025-09-01', null)",
        "('alpha', 'alpha.2.figure', 'alpha', null, 'info', 'reverse', 2, null, null, null)",
        "('alpha', 'alpha.2.figure', 'alpha', null, 'info', 'mandatory', 3.50, null, null, null)",
      ])
    try await connection.plant(
      "as_of, subject_id, status, class, observed, reason",
      ["('alpha', 'alpha.2.figure', '2024-06-30', 'alpha', 'info', 'mandatory', 1, null)"])
    return connection
  }

  /// The text of a page, a line a cell or paragraph; digests and ids, which change with the program, as `#`.
  private func text(_ page: String) -> String {
    page.replacing(/<style>[^\0]*<\/style>/, with: "")
      .replacing(/\n/, with: " ")
      .replacing(/<\/?(?:p|h1|h2|h3|li|ul|tr|div|header|footer|title|head|body|table)[^>]*>/, with: "\n")
      .replacing(/<\/t[dh]><t[dh][^>]*>|<\/t[dh]> +<t[dh][^>]*>/, with: " | ")
      .replacing(/<[^>]*>/, with: "")
      .replacing(/[0-9a-f]{16,}/, with: "#")
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  @Test(arguments: Language.allCases) func pages(language: Language) async throws {
    let connection = try await planted()
    let folder = TemporaryFolder()
    let reports = try await allReports(to: folder.path, language)
    #expect(reports.count == 2)
    try expectKept(text(folder.text("overview.html")), as: "overview.\(language.rawValue)", in: "Golden")
    try expectKept(text(folder.text("city/alpha/dashboard.html")), as: "dashboard.\(language.rawValue)", in: "Golden")
    await connection.close()
  }

  private func headings(_ language: Language, _ names: [String]) async throws -> [String: String] {
    let connection = try await planted()
    let folder = TemporaryFolder()
    _ = try await alphaReport(to: folder.path, language)
    try await plantedOverview().finish(below: folder.path, language: language).publish()
    let (run, policy) = try await connection.alphaRun()
    _ = try await ResultsExport(run: run, policy: policy, language: language)
      .write(to: "\(folder.path)/results.csv", by: .testing, on: connection)
    await connection.close()
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        let text = try folder.text(name)
        return (name, String(text.prefix { $0 != "\r\n" }.drop { $0 == "\u{FEFF}" }))
      })
  }

  private static let chinese = [
    "overview.csv": "省份代码,省份,城市,政策,指标,指标名称,领域,达标,未达标,进行中,临期预警,豁免,缺数据,达标率,完成率,上年同期达标率,同比变化,含假定参数,统计值",
    "overview_domains.csv": "省份代码,省份,城市,领域,未报送的表,达标,未达标,进行中,临期预警,豁免,缺数据,达标率,完成率,省内名次",
    "trend.csv": "省份代码,省份,城市,政策,层次,编号,名称,时点,达标,未达标,进行中,临期预警,豁免,缺数据,判定数,达标率,完成率,较上期变化,同一数据版本",
    "results.csv": "政策,指标,对象类型,对象编号,对象名称,单位编号,单位名称,时期,状态,类别,实际值,要求值,期限,理由",
    "city/alpha/summary.csv":
      "省份代码,省份,城市,政策,指标,指标名称,领域,达标,未达标,进行中,临期预警,豁免,缺数据,达标率,完成率,上年同期达标率,同比变化,含假定参数,统计值,条款,条款名称",
    "city/alpha/statistics.csv": "指标,指标名称,类别代码,类别,数值,上年同期",
    "city/alpha/units.csv": "单位编号,单位名称,层级,指标,指标名称,达标,未达标,进行中,临期预警,豁免,缺数据,达标率,完成率",
    "city/alpha/exceptions.csv":
      "政策,指标,对象类型,对象编号,对象名称,单位编号,单位名称,时期,状态,类别,实际值,要求值,期限,理由,指标名称,条款,职务",
    "city/alpha/due.csv": "政策,指标,对象类型,对象编号,对象名称,单位编号,单位名称,时期,状态,类别,实际值,要求值,期限,理由,指标名称,条款,职务",
  ]

  private static let english = [
    "overview.csv":
      "province_code,province,city,policy,indicator,title,domain,met,unmet,pending,at_risk,exempt,no_data,compliance_rate,completion_rate,rate_last_year,change,assumed,value",
    "overview_domains.csv":
      "province_code,province,city,domain,missing_tables,met,unmet,pending,at_risk,exempt,no_data,compliance_rate,completion_rate,rank",
    "trend.csv":
      "province_code,province,city,policy,level,id,name,as_of,met,unmet,pending,at_risk,exempt,no_data,n,compliance_rate,completion_rate,change_since_before,same_data",
    "results.csv":
      "policy,indicator,subject_kind,subject_id,subject_name,unit_id,unit_name,period,status,class,observed,required,due_on,reason",
    "city/alpha/summary.csv":
      "province_code,province,city,policy,indicator,title,domain,met,unmet,pending,at_risk,exempt,no_data,compliance_rate,completion_rate,rate_last_year,change,assumed,value,article,article_title",
    "city/alpha/statistics.csv": "indicator,title,class,class_label,value,value_last_year",
    "city/alpha/units.csv":
      "unit_id,unit_name,depth,indicator,title,met,unmet,pending,at_risk,exempt,no_data,compliance_rate,completion_rate",
    "city/alpha/exceptions.csv":
      "policy,indicator,subject_kind,subject_id,subject_name,unit_id,unit_name,period,status,class,observed,required,due_on,reason,title,article,post",
    "city/alpha/due.csv":
      "policy,indicator,subject_kind,subject_id,subject_name,unit_id,unit_name,period,status,class,observed,required,due_on,reason,title,article,post",
  ]

  @Test func headingsForPeople() async throws {
    #expect(try await headings(.chinese, Array(Self.chinese.keys)) == Self.chinese)
  }

  @Test func headingsForMachines() async throws {
    #expect(try await headings(.english, Array(Self.english.keys)) == Self.english)
  }

  @Test func figuresOfClassesBesideLastYears() async throws {
    let connection = try await planted()
    let folder = TemporaryFolder()
    _ = try await alphaReport(to: folder.path, .chinese)
    #expect(
      try folder.lines("city/alpha/statistics.csv") == [
        "alpha.2.figure,统计,mandatory,强制性,3.5,1", "alpha.2.figure,统计,reverse,逆向性,2,",
      ])
    #expect(try folder.lines("city/alpha/summary.csv").last?.hasSuffix(",0,5.5,alpha.2,第二条 轮岗") == true)
    await connection.close()
  }

  @Test(arguments: [Language.chinese, .english]) func everyRowHasTheCellsOfItsHeadings(language: Language) async throws {
    let connection = try await planted()
    let folder = TemporaryFolder()
    _ = try await alphaReport(to: folder.path, language)
    for name in ["summary.csv", "statistics.csv", "units.csv", "exceptions.csv", "due.csv", "trend.csv"] {
      let rows = try folder.text("city/alpha/" + name).split(whereSeparator: \.isNewline)
      let counts = rows.map { row in
        var isQuoted = false
        return row.count { character in
          if character == "\"" { isQuoted.toggle() }
          return character == "," && !isQuoted
        }
      }
      #expect(rows.count > 1, "\(name)")
      #expect(Set(counts).count == 1, "\(name): \(counts)")
    }
    await connection.close()
  }

  @Test func whoHasToSeeToSomethingIsToldWithTitleArticleAndPost() async throws {
    let connection = try await planted()
    let folder = TemporaryFolder()
    _ = try await alphaReport(to: folder.path, .chinese)
    let exceptions = try folder.lines("city/alpha/exceptions.csv")
    #expect(exceptions[0].hasPrefix("甲市,alpha.1.hours,人员,P1,张三,U3,"))
    #expect(exceptions[0].hasSuffix(",年度学时,第一条 教育谈话,局长"))
    let due = try folder.lines("city/alpha/due.csv")
    // P2 holds no post; a post's own is its person's.
    #expect(due[0].hasSuffix(",年度学时,第一条 教育谈话,"))
    #expect(due[1].hasSuffix(",任职年限,第二条 轮岗,局长"))
    let english = TemporaryFolder()
    _ = try await alphaReport(to: english.path, .english)
    #expect(try english.lines("city/alpha/exceptions.csv")[0].hasSuffix(",Hours,alpha.1,局长"))
    await connection.close()
  }
}
