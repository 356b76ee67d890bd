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
      delivery = delivery.adding(
        "Q\(row),某,1,1980-01-02,5.3E+17,01,,\(row % 2 == 0 ? "2002.8" : "2002.8.1"),,city,", to: .persons)
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
      report.withoutValues.summary[0].text(in: .english)
        == "persons.csv, column id_number: 58 rows: in scientific notation, its digits lost: format the column as text and paste it anew (line 4, ...)"
    )
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
    // The dates with points are told as one.
    #expect(lines.count == 1 + 2_250 + 1)
    #expect(
      lines[1]
        == "persons.csv,4,id_number,5.3E+17,\"in scientific notation, its digits lost: format the column as text and paste it anew\",scientific,format as text and paste anew"
    )
    #expect(try folder.names == ["problems.csv"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/problems.csv")[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try await Imports.rows("select count(*) from persons") == ["0"])
  }

  @Test func readingsAndContradictionsAreInIt() async throws {
    let folder = try DeliveryFolder()
    let report = try await Imports.run(
      SmallDelivery(.units, .persons).with(.persons, "hired_on", "1990.8.1").adding(
        "P3,某,1,1985-03-04,11010519491231002X,13,,2008-08-01,,city,", to: .persons)
    ) { $0.findings = folder.path + "/p.csv" }
    #expect(report.outcome == .stored)
    let lines = try folder.text(of: "p.csv").split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "\u{FEFF}文件,行,列,值,应为,类型,建议")
    #expect(lines[1].hasPrefix("persons.csv,2,"))
    #expect(lines.contains("persons.csv,2,参加工作日期,1990.8.1,1 格的日期以“.”分隔，已按日期读取,dotted_date,"))
    #expect(lines.contains("persons.csv,,人员编号,P3,两人公民身份号码相同：公民身份号码与人员 P2 相同,identity_shared,"))
    #expect(lines.contains("persons.csv,,人员编号,P1,参加工作时不满 16 周岁：1980-01-02 出生，1990-08-01 参加工作,hired_too_young,"))
  }

  /// What was left out or read otherwise belongs to the list, also where one wrong row rejects everything.
  @Test func noticesOfARejectedImportAreInIt() async throws {
    let folder = try DeliveryFolder()
    let delivery = SmallDelivery(.units, .persons).with(.persons, "hired_on", "1990.8.1")
      .with(.persons, "political_status", "x")
    let source = try delivery.write()
    try Data("x".utf8).write(to: URL(filePath: source.path + "/notes.txt"))
    let report = try await Imports.run([source.path]) {
      $0.findings = folder.path + "/p.csv"
      $0.language = .english
    }
    #expect(report.outcome == .rejected)
    let kinds = try folder.text(of: "p.csv").split(separator: "\r\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).dropLast().last.map(String.init) ?? ""
    }
    #expect(kinds.contains("code"))
    #expect(kinds.contains("other_kind"))
    #expect(kinds.contains("dotted_date"))
  }

  @Test func noDeliveredFileIsReplaced() async throws {
    let source = try SmallDelivery(.units, .persons).write()
    let before = try source.bytes(of: "persons.csv")
    for path in [source.path + "/persons.csv", source.path + "/./persons.csv"] {
      let error = await #expect(throws: ImportError.self) { try await Imports.run([source.path]) { $0.findings = path } }
      #expect(error == .findingsReplaceData(path: path))
    }
    let rejects = source.path + "/persons.rejected.csv"
    let error = await #expect(throws: ImportError.self) {
      try await Imports.run([source.path]) {
        $0.findings = rejects
        $0.quarantine = source.path + "/"
      }
    }
    #expect(error == .findingsReplaceData(path: rejects))
    #expect(try source.bytes(of: "persons.csv") == before)
    #expect(try source.names == ["persons.csv", "units.csv"])
  }

  /// A folder where the list should get its name: the import stands, and the error says so and where the list is.
  @Test func aListWithoutItsNameIsToldOfWithWhatIsStored() async throws {
    let folder = try DeliveryFolder()
    let wanted = folder.path + "/p.csv"
    try FileManager.default.createDirectory(atPath: wanted, withIntermediateDirectories: false)
    let error = await #expect(throws: ImportError.self) {
      try await Imports.run(SmallDelivery(.units)) { $0.findings = wanted }
    }
    guard case .findingsLeft(let path, wanted, number: 1?, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(try await Imports.rows("select count(*) from units") != ["0"])
  }

  /// The keys of a long file stop rising, and it is read anew: no finding is told twice.
  @Test func aFileReadTwiceIsToldOnce() async throws {
    var delivery = SmallDelivery(.units)
    delivery.files[.persons] =
      "person_id,name,sex,birth_date,id_number,political_status,hired_on,left_on,managed_by\n"
      + (0..<70_000).map {
        "P\(100_000 + ($0 == 69_999 ? 5 : $0 * 2)),某,1,1980-01-02,,\($0 == 3 ? "x" : "01"),2002-08-01,,city\n"
      }.joined()
    let folder = try DeliveryFolder()
    let report = try await Imports.run(delivery) { $0.findings = folder.path + "/p.csv" }
    #expect(report.findingCount == 1)
    #expect(try folder.text(of: "p.csv").split(separator: "\r\n").count == 2)
  }
}
