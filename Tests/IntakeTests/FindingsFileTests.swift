import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Testing

/// All findings in a file, and first a line for each kind and column.
@Suite(.database(template: .migrated)) struct FindingsFileTests {
  private func delivery(rows: Int) -> SmallDelivery {
    var delivery = SmallDelivery(.units, .persons)
    for row in 0..<rows {
      delivery = delivery.adding("Q\(row),某,1,1980-01-02,5.3E+17,01,,\(row % 2 == 0 ? "2002.8" : "2002.8.1"),,city,", to: .persons)
    }
    return delivery
  }

  @Test func theSummaryCountsByKindAndColumn() async throws {
    let report = try await Imports.run(delivery(rows: 58))
    #expect(report.findingCount == 87)
    #expect(
      report.summary.map { $0.text(in: .chinese) } == [
        "persons.csv，列 公民身份号码（id_number）：58 行：是科学计数，原数已丢失：请把该列设为文本后重新粘贴（第 4 行“5.3E+17”等）",
        "persons.csv，列 参加工作日期（hired_on）：29 行：只有年月，没有日：请填写完整日期，如 2004-10-24（第 4 行“2002.8”等）",
      ])
    #expect(
      report.summary[0].text(in: .english, showingValues: false)
        == "persons.csv, column id_number: 58 rows: in scientific notation, its digits lost: format the column as text and paste it anew (line 4, ...)")
  }

  @Test(arguments: [true, false]) func allOfThemAreWritten(isDryRun: Bool) async throws {
    let folder = try DeliveryFolder()
    let report = try await Imports.run(delivery(rows: 1_500)) {
      $0.findings = folder.path + "/problems.csv"
      $0.isDryRun = isDryRun
      $0.language = .english
    }
    #expect(report.outcome == .rejected)
    #expect(report.findings.count == 1_000)
    let lines = try folder.text(of: "problems.csv").split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "file,line,column,value,expected,kind,proposal")
    #expect(lines.count == 1 + 2_250)
    #expect(
      lines[1]
        == "persons.csv,4,id_number,5.3E+17,\"in scientific notation, its digits lost: format the column as text and paste it anew\",scientific,format as text and paste anew")
    #expect(try folder.names == ["problems.csv"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/problems.csv")[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try await Imports.rows("select count(*) from persons") == ["0"])
  }

  @Test func readingsAndContradictionsAreInIt() async throws {
    let folder = try DeliveryFolder()
    let report = try await Imports.run(
      SmallDelivery(.units, .persons).with(.persons, "hired_on", "1990.8.1").adding("P3,某,1,1985-03-04,11010519491231002X,13,,2008-08-01,,city,", to: .persons)
    ) { $0.findings = folder.path + "/p.csv" }
    #expect(report.outcome == .stored)
    let lines = try folder.text(of: "p.csv").split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "\u{FEFF}文件,行,列,值,应为,类型,建议")
    #expect(lines.contains("persons.csv,2,参加工作日期,1990.8.1,1 格的日期以“.”分隔，已按日期读取,dotted_date,"))
    #expect(lines.contains("persons.csv,,人员编号,P3,两人公民身份号码相同：公民身份号码与人员 P2 相同,identity_shared,"))
    #expect(lines.contains("persons.csv,,人员编号,P1,参加工作时不满 16 周岁：1980-01-02 出生，1990-08-01 参加工作,hired_too_young,"))
  }

  /// The keys of a long file stop rising, and it is read anew: no finding is told twice.
  @Test func aFileReadTwiceIsToldOnce() async throws {
    var delivery = SmallDelivery(.units)
    delivery.files[.persons] = "person_id,name,sex,birth_date,id_number,political_status,hired_on,left_on,managed_by\n"
      + (0..<70_000).map { "P\(100_000 + ($0 == 69_999 ? 5 : $0 * 2)),某,1,1980-01-02,,\($0 == 3 ? "x" : "01"),2002-08-01,,city\n" }.joined()
    let folder = try DeliveryFolder()
    let report = try await Imports.run(delivery) { $0.findings = folder.path + "/p.csv" }
    #expect(report.findingCount == 1)
    #expect(try folder.text(of: "p.csv").split(separator: "\r\n").count == 2)
  }
}
