import CadreModel
import CadreTesting
import DataContract
import FieldFormats
import Foundation
import IdentityNumbers
import Intake
import PolicyTesting
import PostgresClient
import Spreadsheet
import Testing

/// Appointment forms and exchange folders, imported into a database in which the small delivery's units and persons are.
@Suite(.database(template: .migrated)) struct FieldFormatTests {
  /// 李四 of the small delivery, with a month where the store has a day.
  private static let form = """
    <?xml version="1.0" encoding="utf-8"?>
    <Person>
    <XingMing>李 四</XingMing><XingBie>女</XingBie><ChuShengNianYue>198503</ChuShengNianYue><MinZu>汉族</MinZu>
    <RuDangShiJian>无党派</RuDangShiJian><CanJiaGongZuoShiJian>2008.08</CanJiaGongZuoShiJian>
    <JianLi>2004.09--2008.07  浙江大学学生
    2021.01--         市财政局局长</JianLi>
    <ShenFenZheng>11010519491231002x</ShenFenZheng>
    </Person>
    """

  private func store() async throws {
    #expect(try await Imports.run(SmallDelivery(.units, .persons, .posts)).findings.isEmpty)
  }

  private func run(_ files: [String: String], fill: [String] = [], quarantine: String? = nil) async throws -> ImportReport {
    let folder = try DeliveryFolder()
    for (name, text) in files {
      if name.hasPrefix("Table/") {
        try FileManager.default.createDirectory(atPath: folder.path + "/Table", withIntermediateDirectories: true)
      }
      try folder.write(text, as: name)
    }
    return try await Imports.run([folder.path]) { options in
      options.fills = fill.compactMap { FieldFill($0) }
      options.quarantine = quarantine
    }
  }

  private func told(_ report: ImportReport) -> [String] {
    report.findings.map { "\($0.file) \($0.line) \($0.column?.name ?? "-") \($0.problem.name)" }
  }

  @Test func aFormOfAStoredPersonConfirmsWhatIsStored() async throws {
    try await store()
    let before = try await Imports.everything()
    let report = try await run(["x.lrmx": Self.form.replacing("<MinZu>汉族</MinZu>", with: "")])
    #expect(told(report) == [])
    #expect(report.outcome == .unchanged)
    #expect(
      report.tables.map { "\($0.table.rawValue) \($0.file) \($0.rows.unchanged)" } == [
        "persons persons (1) 1", "posts posts (1) 1",
      ])
    #expect(report.notices.map(\.name) == ["resume_lines_passed"])
    #expect(try await Imports.everything() == before)
  }

  @Test func aFormChangesWhatItSaysAndNothingElse() async throws {
    try await store()
    let report = try await run(["x.lrmx": Self.form])
    #expect(report.rows == RowCounts(updated: 1, unchanged: 1))
    #expect(
      try await Imports.rows("select name, ethnicity, birth_date, hired_on, managed_by from persons where person_id = 'P2'") == [
        "李四|01|1985-03-04|2008-08-01|county"
      ])
    // Once more, and everything is as it was.
    #expect(try await run(["x.lrmx": Self.form]).outcome == .unchanged)
  }

  @Test func nobodyIsMatchedByName() async throws {
    try await store()
    let twice = Self.form.replacing("11010519491231002x", with: "")
    let report = try await run(["a.lrmx": twice, "b.lrmx": Self.form.replacing("李 四", with: "王五")])
    #expect(report.outcome == .rejected)
    #expect(told(report).contains("a.lrmx 3 person_id no_identity_number"))
    #expect(told(report).contains("b.lrmx 3 person_id other_persons_number"))
    #expect(told(report).contains("a.lrmx 6 person_id person_not_matched"))
    #expect(try await Imports.rows("select name from persons order by person_id") == ["张三", "李四"])
  }

  @Test func oneNumberComesOnce() async throws {
    try await store()
    let report = try await run(["a.lrmx": Self.form, "b.lrmx": Self.form])
    #expect(told(report).contains("b.lrmx 3 person_id same_person_twice"))
  }

  @Test func monthsAreNeverMadeDays() async throws {
    try await store()
    let other = Self.form.replacing("198503", with: "198601").replacing("2008.08", with: "2009.09")
    let report = try await run(["x.lrmx": other.replacing("无党派", with: "200706")])
    #expect(
      told(report) == ["x.lrmx 3 birth_date month_against_stored", "x.lrmx 3 hired_on month_against_stored"])
    #expect(report.notices.map(\.name).contains("months_left_empty"))
    let ended = try await run(["x.lrmx": Self.form.replacing("2021.01--         ", with: "2021.01--2022.02  ")])
    #expect(told(ended) == ["x.lrmx 6 ended_on date_without_day"])
  }

  @Test func aNewPersonNeedsWhatNoFormHolds() async throws {
    try await store()
    let new = Self.form.replacing("11010519491231002x", with: "330802199001010010").replacing("198503", with: "199001")
      .replacing("女", with: "男").replacing("2008.08", with: "20120801")
    let missing = try await run(["x.lrmx": new])
    #expect(told(missing).contains("x.lrmx 3 managed_by not_carried"))
    #expect(told(missing).contains("x.lrmx 6 started_on date_without_day"))
    let person = new.replacing("2021.01--         市财政局局长", with: "")
    let report = try await run(["x.lrmx": person], fill: ["人员.管理权限=县管"])
    #expect(told(report) == [])
    // The day of birth is that of the identity number, in the form's month.
    #expect(
      try await Imports.rows("select person_id, birth_date, managed_by from persons where person_id = 'f1'") == [
        "f1|1990-01-01|county"
      ])
    let again = try await run(["x.lrmx": person])
    #expect(told(again) == [])
    #expect(again.outcome == .unchanged)
  }

  @Test func aPostNeedsAUnitOfTheCity() async throws {
    try await store()
    let elsewhere = try await run(["x.lrmx": Self.form.replacing("市财政局局长", with: "省财政厅处长")])
    #expect(told(elsewhere).contains("x.lrmx 6 unit_id unit_unknown"))
    let two = SmallDelivery(.units).adding("U3,市财政局,330802,U1,organ,county", to: .units)
    #expect(try await Imports.run(two).findings.isEmpty)
    #expect(told(try await run(["x.lrmx": Self.form])).contains("x.lrmx 6 unit_id unit_ambiguous"))
  }

  @Test func rejectsAreCompletedAndComeInAgain() async throws {
    try await store()
    let folder = try DeliveryFolder()
    let new = Self.form.replacing("11010519491231002x", with: "330802199001010010").replacing("198503", with: "199001")
      .replacing("女", with: "男").replacing("2008.08", with: "20120801").replacing("2021.01--         市财政局局长", with: "")
    let report = try await run(["x.lrmx": new], quarantine: folder.path)
    #expect(report.rows.rejected == 1)
    let rejects = try folder.text(of: "persons.rejected.csv")
    #expect(rejects.contains("f1,李四"))
    let mended = try DeliveryFolder()
    try mended.write(rejects.replacing(",2012-08-01,,,", with: ",2012-08-01,,county,"), as: "persons.csv")
    #expect(told(try await Imports.run([mended.path])) == [])
    #expect(try await Imports.rows("select managed_by from persons where person_id = 'f1'") == ["county"])
  }

  @Test func anExchangeFolderIsMatchedByNumberAndCode() async throws {
    try await store()
    let persons = """
      <xml><data><row A0000="9" A0101="李四" A0104="2" A0184="11010519491231002X" A0117="01"/>\
      <row A0000="P1" A0101="张三" A0104="1" A0184="330802199001010010"/></data></xml>
      """
    let years = """
      <xml><data><row A0000="9" A1521="2024" A1517="1"/><row A0000="9" A1521="2023" A1517="5A"/>\
      <row A0000="404" A1521="2023" A1517="2"/></data></xml>
      """
    let report = try await run(["Table/A01.xml": persons, "Table/A15.xml": years, "Table/A36.xml": "<xml/>"])
    #expect(
      Set(told(report)).isSuperset(of: [
        "A01.xml 2 person_id id_taken", "A15.xml 1 category not_carried", "A15.xml 1 snail_cup not_carried",
        "A15.xml 2 grade unheld_code", "A15.xml 3 subject_id person_not_matched",
      ]))
    #expect(report.notices.map(\.name) == ["tables_not_read"])
    let right = try await run(
      [
        "Table/A01.xml": String(persons.split(separator: "<row A0000=\"P1\"")[0]) + "</data></xml>",
        "Table/A15.xml": "<xml><data><row A0000=\"9\" A1521=\"2024\" A1517=\"2B\"/></data></xml>",
      ], fill: ["assessments.category=公务员", "assessments.snail_cup=否"])
    #expect(told(right) == [])
    #expect(
      try await Imports.rows("select subject_id, year, grade, category, snail_cup from assessments") == [
        "P2|2024|competent|公务员|f"
      ])
  }

  @Test func headingsOfTheNationalSetsAreHeadings() async throws {
    try await store()
    let folder = try DeliveryFolder()
    try folder.write(
      "assessment_id,subject_kind,subject_id,A1521,考核类别,A1517,蜗牛杯\nS1,person,P1,2024,甲,2,否\nS2,person,P1,2023,甲,4B,否\n",
      as: "assessments.csv")
    #expect(told(try await Imports.run([folder.path])) == [])
    #expect(
      try await Imports.rows("select year, grade from assessments order by year") == ["2023|incompetent", "2024|competent"])
    try folder.write(
      "assessment_id,subject_kind,subject_id,A1521,考核类别,A1517,蜗牛杯\nS1,person,P1,2024,甲,5,否\n", as: "assessments.csv")
    let report = try await Imports.run([folder.path])
    #expect(told(report) == ["assessments.csv 2 grade unheld_code"])
    #expect(report.findings[0].text(in: .chinese).contains("没有等次"))
  }

  private func export(_ format: FieldExportFormat, to folder: DeliveryFolder, persons: [String] = [], inFull: Bool = true)
    async throws
    -> PersonsExport.Summary
  {
    let connection = try await TestDatabase.current.connect()
    let summary = try await PersonsExport(SmallDelivery.quzhou, format, persons: persons).write(
      into: folder.path, on: connection, numbers: ShownNumbers(.forTests, of: "quzhou", inFull: inFull))
    await connection.close()
    return summary
  }

  /// Masked files match nobody, and change nothing.
  @Test func maskedNumbersMatchNobody() async throws {
    _ = try await Imports.run(SmallDelivery().with(.persons, "id_number", "110105198001020011"))
    let before = try await Imports.everything()
    let folder = try DeliveryFolder()
    _ = try await export(.exchange, to: folder, inFull: false)
    let persons = try String(contentsOfFile: folder.path + "/Table/A01.xml", encoding: .utf8)
    #expect(persons.contains("11**************11") && !persons.contains("110105198001020011") && !persons.contains("sealed"))
    let report = try await Imports.run([folder.path])
    #expect(
      Set(told(report)).isSuperset(of: ["A01.xml 1 person_id no_identity_number", "A01.xml 2 person_id no_identity_number"]))
    #expect(try await Imports.everything() == before)
  }

  @Test func whatIsWrittenComesBackUnchanged() async throws {
    _ = try await Imports.run(SmallDelivery().with(.persons, "id_number", "110105198001020011"))
    let before = try await Imports.everything()
    let folder = try DeliveryFolder()
    #expect(try await export(.exchange, to: folder) == PersonsExport.Summary(persons: 2, files: 4, withoutNumber: 0))
    #expect(try folder.names == ["Table"])
    let report = try await Imports.run([folder.path])
    #expect(told(report) == [])
    #expect(report.outcome == .unchanged)
    #expect(report.tables.map(\.table) == [.units, .persons, .posts, .assessments])
    let forms = try DeliveryFolder()
    _ = try await export(.lrmx, to: forms)
    // Nobody's name is a file's name.
    #expect(try forms.names == ["P1.lrmx", "P2.lrmx"])
    let again = try await Imports.run([forms.path])
    #expect(told(again) == [])
    #expect(again.outcome == .unchanged)
    #expect(try await Imports.everything() == before)
  }

  @Test func onePersonIsWrittenAndNothingReplaced() async throws {
    try await store()
    let folder = try DeliveryFolder()
    #expect(
      try await export(.lrmx, to: folder, persons: ["P1"]) == PersonsExport.Summary(persons: 1, files: 1, withoutNumber: 1))
    await #expect(throws: PersonsExport.UnknownPersons(ids: ["P9"])) {
      try await export(.lrmx, to: folder, persons: ["P2", "P9"])
    }
    let first = try folder.bytes(of: "P1.lrmx")
    await #expect(throws: SpreadsheetError.self) { try await export(.lrmx, to: folder) }
    // What was there stays, and nothing is left of what could not be ended.
    #expect(try folder.names == ["P1.lrmx"])
    #expect(try folder.bytes(of: "P1.lrmx") == first)
  }

  @Test func whatNoColumnHoldsIsNamed() async throws {
    try await store()
    let report = try await run([
      "Table/A01.xml":
        "<xml><data><row A0000=\"9\" A0101=\"李四\" A0184=\"11010519491231002X\" A0165=\"03\" A0221=\"1A31\" A0192A=\"局长\" ZGBS=\"1\"/></data></xml>",
      "Table/A05.xml": "<xml><data/></xml>",
    ])
    #expect(told(report) == [])
    #expect(Set(report.notices.map(\.name)) == ["elements_not_read", "tables_not_read"])
    let texts = report.notices.map { $0.text(in: .chinese) }
    #expect(texts.contains { $0.contains("A0165管理类别（1 行）；A0221职务层次（1 行）") && !$0.contains("ZGBS") })
    #expect(texts.contains { $0.contains("A05.xml") })
  }

  /// Where nobody may see what stands in the files, their names are not seen either: they are persons' names.
  @Test func formsAreCalledByTheirNumbers() async throws {
    try await store()
    let folder = try DeliveryFolder()
    try folder.write(Self.form.replacing("11010519491231002x", with: ""), as: "张三.lrmx")
    try folder.write(Self.form.replacing("198503", with: "198601"), as: "李四.lrmx")
    let findings = folder.path + "-findings.csv"
    defer { try? FileManager.default.removeItem(atPath: findings) }
    let report = try await Imports.run([folder.path]) {
      $0.hidesFormNames = true
      $0.findings = findings
    }
    #expect(told(report).contains("#1.lrmx 3 person_id no_identity_number"))
    #expect(told(report).contains("#2.lrmx 3 birth_date month_against_stored"))
    let all =
      report.findings.map { $0.text(in: .chinese) } + report.notices.map { $0.text(in: .chinese) }
      + [try String(contentsOfFile: findings, encoding: .utf8)]
    #expect(!all.contains { $0.contains("张三.lrmx") || $0.contains("李四.lrmx") })
    #expect(report.notices.map(\.name).contains("forms_numbered"))
    try folder.write("<Person><XingMing>", as: "王五.lrmx")
    let error = await #expect(throws: ImportError.self) {
      try await Imports.run([folder.path]) { $0.hidesFormNames = true }
    }
    #expect(error?.message(in: .chinese).contains("#3.lrmx") == true)
  }

  @Test func theVendorsArchiveIsNamed() async throws {
    let folder = try DeliveryFolder()
    try folder.write("x", as: "a.hzb")
    await #expect(throws: ImportError.self) { try await Imports.run([folder.path + "/a.hzb"]) }
    do {
      try await Imports.run([folder.path + "/a.hzb"])
    } catch let error as ImportError {
      #expect(error.message(in: .chinese).contains(".hzb"))
    }
  }

  @Test func filesBesideAnExchangeAreReadToo() async throws {
    let folder = try SmallDelivery(.units, .persons).write()
    try FileManager.default.createDirectory(atPath: folder.path + "/Table", withIntermediateDirectories: true)
    // A folder of that name alone makes no exchange.
    let plain = try await Imports.run([folder.path])
    #expect(plain.passedOver.map(\.reason) == [.folder])
    #expect(plain.rows.inserted == 4)
    try folder.write("<xml><data><row B0111=\"U1\" B0101=\"市委\"/></data></xml>", as: "Table/B01.xml")
    await #expect(throws: ImportError.twoFiles(.units, [folder.path + "/units.csv", "units (1)"])) {
      try await Imports.run([folder.path])
    }
    try FileManager.default.removeItem(atPath: folder.path + "/units.csv")
    #expect(try await Imports.run([folder.path]).rows == RowCounts(unchanged: 3))
  }

  @Test func nothingStaysBehind() async throws {
    try await store()
    let mark = "甲" + UUID().uuidString
    _ = try await run(["x.lrmx": Self.form.replacing("市财政局局长", with: "市财政局" + mark)])
    // Folders of other imports may be there.
    let temporary = NSTemporaryDirectory()
    for name in try FileManager.default.contentsOfDirectory(atPath: temporary) where name.hasPrefix("cadre-forms-") {
      let posts = try? String(contentsOfFile: temporary + "/" + name + "/posts.csv", encoding: .utf8)
      #expect(posts?.contains(mark) != true)
    }
  }
}
