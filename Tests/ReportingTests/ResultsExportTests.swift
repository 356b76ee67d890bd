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

@Suite(.planted) struct ResultsExportTests {
  private func planted() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant(
      "subject_id, unit_id, period, status, class, observed, required, due_on, reason, detail",
      [
        "('alpha', 'alpha.2.share', 'U2', 'U2', '2025', 'unmet', null, 0.5, 0.7, null, 'below_share', null)",
        "('alpha', 'alpha.2.figure', 'alpha', null, '2025', 'info', 'b', 3, null, null, 'figure', null)",
        "('alpha', 'alpha.2.figure', 'alpha', null, '2025', 'info', 'B', 0, null, null, 'figure', null)",
        "('alpha', 'alpha.2.rotation', 'O1', 'U2', '2025', 'unmet', null, 7, 6, '2024-01-01', 'rotation_due', null)",
        "('alpha', 'alpha.1.talk', 'P1>P2', 'U2', '2025', 'exempt', null, null, null, '2025-12-31', 'waived', '=W, x')",
        "('alpha', 'alpha.1.hours', 'P3', 'U3', '2025', 'met', null, 550.50, 550.00, '2025-12-31', 'reached', null)",
        "('alpha', 'alpha.1.hours', 'P2', null, '2025', 'no_data', null, null, null, null, 'record_missing', null)",
        "('alpha', 'alpha.1.hours', 'P2', null, '2024', 'met', null, 90, 90, '2024-12-31', 'reached', null)",
      ])
    return connection
  }

  private func export(
    _ connection: PostgresConnection, _ language: Language, filter: ResultFilter = ResultFilter()
  ) async throws -> [UInt8] {
    let folder = TemporaryFolder()
    try makeFolder(folder.path)
    let (run, policy) = try await connection.alphaRun()
    let export = ResultsExport(run: run, policy: policy, filter: filter, language: language)
    let rows = try await export.write(to: "\(folder.path)/results.csv", by: .testing, on: connection)
    let bytes = try folder.bytes("results.csv")
    #expect(try folder.names == ["results.csv"])
    #expect(rows == (try folder.lines("results.csv")).count)
    return bytes
  }

  @Test func englishIsForMachines() async throws {
    let connection = try await planted()
    let expected = [
      "policy,indicator,subject_kind,subject_id,subject_name,unit_id,unit_name,period,status,class,observed,required,due_on,reason",
      "alpha,alpha.1.hours,person,P2,'-1+2,,,2024,met,,90,90,2024-12-31,reached 90 hours; 90 required",
      "alpha,alpha.1.hours,person,P2,'-1+2,,,2025,no_data,,,,,missing: the record needed to judge",
      "alpha,alpha.1.hours,person,P3,\"王\"\"五\"\"\",U3,\"下属, 单位\",2025,met,,550.5,550,2025-12-31,reached 550.5 hours; 550 required",
      "alpha,alpha.1.talk,pair,P1>P2,张三→-1+2,U2,'=财政局,2025,exempt,,,,2025-12-31,\"waived: =W, x\"",
      "alpha,alpha.2.rotation,post,O1,张三 局长,U2,'=财政局,2025,unmet,,7,6,2024-01-01,\"7 years in the post, 6 allowed; rotation was due 2024-01-01\"",
      "alpha,alpha.2.share,unit,U2,'=财政局,U2,'=财政局,2025,unmet,,0.5000,0.7000,,\"share 0.5000, below 0.7000\"",
      "alpha,alpha.2.figure,jurisdiction,alpha,Alpha,,,2025,info,B,0,,,figure: 0 times",
      "alpha,alpha.2.figure,jurisdiction,alpha,Alpha,,,2025,info,b,3,,,figure: 3 times",
    ].map { $0 + "\r\n" }.joined()
    #expect(String(decoding: try await export(connection, .english), as: UTF8.self) == expected)
  }

  @Test func chineseIsForPeople() async throws {
    let connection = try await planted()
    let bytes = try await export(connection, .chinese)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(lines[0] == "政策,指标,对象类型,对象编号,对象名称,单位编号,单位名称,时期,状态,类别,实际值,要求值,期限,理由")
    #expect(lines[1] == "甲市,alpha.1.hours,人员,P2,'-1+2,,,2024,达标,,90,90,2024-12-31,\"已达到 90学时，要求 90学时\"".replacing("\"", with: ""))
    #expect(lines[5].hasSuffix(",未达标,,7,6,2024-01-01,同一岗位任职已满 7 年（限 6 年），交流期限 2024-01-01 已到"))
    #expect(lines[7].hasPrefix("甲市,alpha.2.figure,全市,alpha,甲市,"))
    #expect(lines.count == 9)
  }

  @Test func statusesAndIndicatorsFilter() async throws {
    let connection = try await planted()
    func subjects(_ filter: ResultFilter) async throws -> [String] {
      String(decoding: try await export(connection, .english, filter: filter), as: UTF8.self)
        .split(separator: "\r\n").dropFirst().map { String($0.split(separator: ",")[3]) }
    }
    #expect(try await subjects(ResultFilter(statuses: [.unmet, .noData])) == ["P2", "O1", "U2"])
    #expect(try await subjects(ResultFilter(indicators: ["alpha.2.share", "alpha.1.talk"])) == ["P1>P2", "U2"])
    #expect(try await subjects(ResultFilter(indicators: ["alpha.1.hours"], statuses: [.met])) == ["P2", "P3"])
    #expect(try await subjects(ResultFilter(indicators: ["alpha.1.talk"], statuses: [.met])) == [])
  }

  @Test func theSameDataMakesTheSameBytes() async throws {
    let connection = try await planted()
    let first = try await export(connection, .chinese)
    // Another order in the table, and judged again.
    try await connection.executeScript(
      "create table cadre.again as select * from planted order by subject_id desc; truncate planted; insert into planted select * from again"
    )
    let evaluator = try PlantedCities.evaluator()
    let policy = try #require(evaluator.library.policy("alpha"))
    _ = try await evaluator.evaluate(
      city: "alpha", policy: policy, asOf: PlantedCities.asOf, afresh: true, on: connection)
    #expect(try await export(connection, .chinese) == first)
  }

  @Test func everyReasonHasItsSentence() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant(
      "subject_id, status, observed, required, due_on, reason, detail",
      Reason.allCases.map {
        "('alpha', 'alpha.1.hours', '\($0.rawValue)', 'unmet', 1.50, 2, '2025-03-01', '\($0.rawValue)', 'D')"
      } + ["('alpha', 'alpha.1.hours', 'zz', 'unmet', 1, 2, '2025-03-01', 'of_tomorrow', null)"])
    for language in Language.allCases {
      let folder = TemporaryFolder()
      try makeFolder(folder.path)
      let (run, policy) = try await connection.alphaRun()
      let rows = try await ResultsExport(run: run, policy: policy, language: language)
        .write(to: "\(folder.path)/r.csv", by: .testing, on: connection)
      #expect(rows == Reason.allCases.count + 1)
      let lines = try folder.lines("r.csv")
      for reason in Reason.allCases {
        let unit = language == .chinese ? "学时" : "hours"
        // `D` is no date, column or code: told as it is.
        let missing = language == .chinese ? "缺D" : "D missing"
        var sentence = reason.sentence(.told).text(in: language)
          .replacing("{observed}", with: "1.5").replacing("{required}", with: "2").replacing("{unit}", with: unit)
          .replacing("{due_on}", with: "2025-03-01").replacing("{detail}", with: "D").replacing("{parts}", with: missing)
          .replacing("{lacking}", with: language == .chinese ? "判定所需的记录" : "the record needed to judge")
          .replacing("{1}", with: "D").replacing("{2}", with: "").replacing("{3}", with: "").replacing("{4}", with: "")
        while sentence.hasSuffix(" ") { sentence.removeLast() }
        let cell = sentence.contains(",") ? "\"\(sentence)\"" : sentence
        let found = lines.filter { $0.contains(",\(reason.rawValue),") }
        #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(",2025-03-01,\(cell)") }, "\(found) \(cell)")
      }
      #expect(lines.last?.hasSuffix(",of_tomorrow") == true)
    }
  }
}

func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
}
