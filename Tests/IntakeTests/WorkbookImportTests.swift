import CadreModel
import CadreTesting
import DataContract
import Foundation
import PolicyTesting
import SampleData
import Testing
import Workbook

@testable import Intake

/// Workbooks are taken in as CSV files are.
@Suite(.database(template: .migrated)) struct WorkbookImportTests {
  private static let files = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Workbooks").path()

  private func copied(_ name: String, as target: String) throws -> DeliveryFolder {
    let folder = try DeliveryFolder()
    try FileManager.default.copyItem(atPath: Self.files + "/" + name, toPath: folder.path + "/" + target)
    return folder
  }

  private func sheets(_ delivery: SmallDelivery) throws -> [TestWorkbook.Sheet] {
    try Table.all.compactMap { table in
      try delivery.files[table.name].map { ($0, table) }.map { text, table in
        (table.label, TestWorkbook.typed(try TestWorkbook.records(Data(text.utf8)), of: table))
      }
    }
  }

  private func notices(_ report: ImportReport) -> [String] {
    report.notices.map { "\($0.sheet ?? "-") \($0.name)×\($0.count)" }
  }

  private func findings(_ report: ImportReport) -> [String] {
    report.findings.map { "\($0.place.sheet ?? "-") \($0.place.cell ?? "row \($0.line)") \($0.problem.name)" }
  }

  // MARK: What is stored

  @Test func aCityIsTheSameAsAWorkbookAndAsFiles() async throws {
    let folder = try DeliveryFolder()
    let csv = folder.path + "/csv"
    _ = try SampleRequest(city: .named("quzhou"), persons: 130, seed: 5, trainingPerPerson: 3).write(into: csv)
    var sheets: [TestWorkbook.Sheet] = []
    for table in Table.all {
      let bytes = try folder.bytes(of: "csv/\(table.name.rawValue).csv")
      sheets.append((table.label, TestWorkbook.typed(try TestWorkbook.records(bytes), of: table)))
    }
    let path = folder.path + "/报送.xlsx"
    try TestWorkbook.write(sheets, to: path)
    let first = try await Imports.run([path])
    #expect(first.findings.isEmpty)
    #expect(first.warnings.isEmpty)
    #expect(first.tables.map(\.table) == Table.all.map(\.name))
    #expect(first.tables.allSatisfy { $0.file == "报送.xlsx" && $0.sheets == [Table[$0.table].label] })
    let stored = try await Imports.everything()
    let second = try await Imports.run([csv])
    #expect(second.rows == RowCounts(unchanged: first.rows.inserted))
    #expect(try await Imports.everything() == stored)
  }

  @Test func aWorkbookAlreadyImportedIsKnown() async throws {
    let folder = try DeliveryFolder()
    let path = folder.path + "/delivery.xlsx"
    try TestWorkbook.write(try sheets(SmallDelivery()), to: path)
    let first = try await Imports.run([path])
    #expect(first.outcome == .stored)
    let again = try await Imports.run([path])
    #expect(again.tables.filter { !$0.isKnown }.isEmpty)
    #expect(again.rows == RowCounts(unchanged: first.rows.inserted))
    #expect(try await Imports.rows("select distinct encoding from import_files") == ["XLSX"])
  }

  @Test func workbooksLieBesideFiles() async throws {
    let folder = try SmallDelivery(.units).write()
    let persons = try sheets(SmallDelivery(.persons))
    try TestWorkbook.write([("Sheet1", persons[0].rows), ("Sheet2", []), ("Sheet3", [])], to: folder.path + "/persons.xlsx")
    let report = try await Imports.run([folder.path])
    #expect(report.tables.map(\.file) == ["units.csv", "persons.xlsx"])
    #expect(report.tables.map(\.sheets) == [[], ["Sheet1"]])
    #expect(report.rows == RowCounts(inserted: 4))
    #expect(report.passedOver.map(\.sheet) == ["Sheet2", "Sheet3"])
  }

  @Test func aTableMayLieInSeveralSheets() async throws {
    let folder = try SmallDelivery(.units).write()
    let rows = try sheets(SmallDelivery(.persons))[0].rows
    let reordered = [rows[0], rows[2], rows[1]].map { Array($0.reversed()) }
    try TestWorkbook.write(
      [("人员-市直", [rows[0], rows[1]]), ("人员-空", []), ("人员-县区", reordered)], to: folder.path + "/a.xlsx")
    let report = try await Imports.run([folder.path]) { $0.quarantine = folder.path + "/rejects" }
    #expect(findings(report) == ["人员-县区 O3 duplicate"])
    let text = report.findings.first?.text(in: .chinese)
    #expect(text?.contains("a.xlsx 表“人员-县区” O3") == true)
    #expect(text?.contains("与表“人员-市直” 第 2 行的键重复") == true)
    #expect(notices(report) == ["人员-空 empty_sheet×1"])
    #expect(try await Imports.rows("select person_id from persons order by 1") == ["P1", "P2"])
    // The rejected row stands in a sheet of its own sheet's name, below that sheet's headings.
    let rejects = try SheetRows.read(folder.path + "/rejects/persons.rejected.xlsx")
    #expect(rejects.map(\.name) == ["人员-县区"])
    #expect(rejects.first?.rows.map { $0.last ?? "" } == ["person_id", "P1"])
    #expect(rejects.first?.rows.first?.first == "拒收原因")
  }

  // MARK: As officers hand it in

  @Test func titlesNotesHiddenRowsAndSerialsAreRead() async throws {
    let folder = try copied("good-libreoffice.xlsx", as: "报送.xlsx")
    let report = try await Imports.run([folder.path], city: FieldCase.kunming)
    #expect(report.findings.map { $0.text(in: .english) } == [])
    #expect(report.outcome == .stored)
    #expect(
      try await Imports.rows(
        "select person_id, birth_date, hired_on, political_status from persons order by 1") == [
          "P1|1980-05-06|2002-08-01|01", "P2|1985-03-04|2008-08-01|13", "P3|1985-01-01|2010-07-01|01",
        ])
    #expect(
      notices(report) == [
        "人员 lines_above×2", "人员 blank_rows×2", "人员 unnamed_columns×1", "人员 formulas×1", "人员 hidden_rows×1",
        "人员 hidden_columns×1", "人员-县区 empty_sheet×1",
      ])
    #expect(report.warnings.map { $0.text(in: .chinese) } == ["提示：报送.xlsx 表“人员” 第 J 列“备注”不是该表的列，已忽略"])
    #expect(
      report.passedOver.map { "\($0.sheet ?? "-"): \($0.reason.name)" } == [
        "代码: hidden_sheet", "人员 (2): copied_sheet", "填报说明: other_sheet",
      ])
    #expect(report.cellNotices.map { "\($0.place.cell ?? "") \($0.reading.rawValue)" } == ["G7 lost_zeros"])
  }

  @Test func aFormulaWithoutItsResultIsNamed() async throws {
    let folder = try copied("good-openpyxl.xlsx", as: "报送.xlsx")
    let report = try await Imports.run([folder.path], city: FieldCase.kunming)
    #expect(findings(report) == ["人员 G6 formula_without_value"])
  }

  @Test func whatASpreadsheetLosesIsNamedByItsCell() async throws {
    let folder = try copied("wrong-openpyxl.xlsx", as: "报送.xlsx")
    let list = folder.path + "/findings.csv"
    let report = try await Imports.run([folder.path + "/报送.xlsx"], city: FieldCase.kunming) { $0.findings = list }
    #expect(
      findings(report) == [
        "人员 E2 digits_lost", "人员 B3 failed_formula", "人员 D3 date_without_day", "人员 D4 date_with_time",
        "人员 F4 formula_without_value", "人员 A5 duplicate",
      ])
    let third = try #require(report.findings.dropFirst(2).first)
    #expect(third.text(in: .chinese).hasPrefix("报送.xlsx 表“人员” D3，列 出生日期（birth_date），值“1985-03”：只有年月，没有日"))
    #expect(third.text(in: .english).hasPrefix("报送.xlsx, sheet 人员, cell D3, column birth_date, value \"1985-03\": a month"))
    let lines = try TestWorkbook.records(try folder.bytes(of: "findings.csv"))
    #expect(lines[0].prefix(5) == ["文件", "工作表", "单元格", "行", "列"])
    #expect(lines[3].prefix(4) == ["报送.xlsx", "人员", "D3", "3"])
  }

  @Test func aPercentageIsReadWhereAColumnCountsToAHundred() async throws {
    let folder = try SmallDelivery(with: .trainingRecords).write()
    try FileManager.default.removeItem(atPath: folder.path + "/training_records.csv")
    let headings = ["record_id", "person_id", "completed_on", "hours", "study_score", "days"].map { Cell.text($0) }
    let row: [Cell] = [
      .text("R1"), .text("P1"), .date(try #require(CellDate(year: 2024, month: 3, day: 10))), .percent(0.5), .percent(0.955),
      .integer(1),
    ]
    try TestWorkbook.write([("培训记录", [headings, row])], to: folder.path + "/x.xlsx")
    let report = try await Imports.run([folder.path])
    #expect(report.findings.map { "\($0.place.cell ?? "") \($0.problem.name) \($0.value ?? "")" } == ["D2 number 50%"])
    #expect(report.cellNotices.map { "\($0.place.cell ?? "") \($0.reading.rawValue)" } == ["E2 percent"])
  }

  @Test func headingsOfAnotherTableAreNamed() async throws {
    let folder = try DeliveryFolder()
    let rows = try sheets(SmallDelivery(.persons))[0].rows
    try TestWorkbook.write([("单位", rows)], to: folder.path + "/a.xlsx")
    let report = try await Imports.run([folder.path])
    #expect(findings(report) == ["单位 row 1 wrong_sheet"])
  }

  @Test func anEmptySheetHasNoHeadings() async throws {
    let folder = try DeliveryFolder()
    try TestWorkbook.write([("单位", [])], to: folder.path + "/a.xlsx")
    let report = try await Imports.run([folder.path])
    #expect(findings(report) == ["单位 row 1 empty_sheet"])
  }

  // MARK: What is refused or passed over

  @Test func aFileAndAWorkbookOfOneTableAreTwo() async throws {
    let folder = try SmallDelivery(.persons).write()
    try TestWorkbook.write(try sheets(SmallDelivery(.persons)), to: folder.path + "/persons.xlsx")
    await #expect(throws: ImportError.twoFiles(.persons, [folder.path + "/persons.csv", folder.path + "/persons.xlsx"])) {
      try await Imports.run([folder.path])
    }
  }

  @Test func aWorkbookWithoutATableNamesItsSheets() async throws {
    let folder = try DeliveryFolder()
    let path = folder.path + "/花名册.xlsx"
    try TestWorkbook.write([("Sheet1", TestWorkbook.texts([["x"]]))], to: path)
    let error = await #expect(throws: ImportError.self) { try await Imports.run([path]) }
    #expect(error == .notImported(PassedOver.forTests(path, .noTableSheets(["Sheet1"]))))
    #expect(error?.message(in: .chinese).contains("工作表有“Sheet1”") == true)
  }

  @Test(arguments: [
    ("<html><table></table></html>", FileKind.webPage), ("a,b\n1,2\n", .text), ("%PDF-1.4", .pdf), ("", .empty),
  ]) func whatOnlyHasTheNameIsCalledWhatItIs(text: String, kind: FileKind) async throws {
    let folder = try SmallDelivery(.units).write()
    try folder.write(text, as: "persons.xlsx")
    let report = try await Imports.run([folder.path])
    #expect(report.passedOver.map(\.reason) == [.notAWorkbook(kind)])
    #expect(report.outcome == .stored)
  }

  @Test func eachKindSaysWhatToDo() {
    for kind in FileKind.allCases {
      #expect(!kind.message.chinese.isEmpty && kind.message.chinese != kind.message.english)
    }
  }

  @Test func aDamagedSheetIsNamedWithItsPlace() async throws {
    let error = ImportError.workbookUnreadable(
      path: "a.xlsx", .badCell(.number, part: "xl/worksheets/sheet1.xml", at: WorkbookPlace(sheet: "人员", row: 7, column: 2)))
    #expect(error.message(in: .chinese).hasPrefix("a.xlsx 表“人员” B7：此处的单元格不合格式"))
    #expect(error.message(in: .english).hasPrefix("a.xlsx, sheet 人员, cell B7: a cell"))
    let folder = try DeliveryFolder()
    let whole = try Data(contentsOf: URL(filePath: Self.files + "/good-openpyxl.xlsx"))
    try folder.write(whole.prefix(whole.count / 2), as: "a.xlsx")
    let thrown = await #expect(throws: ImportError.self) { try await Imports.run([folder.path + "/a.xlsx"]) }
    guard case .workbookUnreadable = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
  }

  @Test func mendedRejectsOfAWorkbookGoIn() async throws {
    let folder = try SmallDelivery(.units).write()
    var rows = try sheets(SmallDelivery(.persons))[0].rows
    rows[1][2] = .text("x")
    try TestWorkbook.write([("persons", rows)], to: folder.path + "/persons.xlsx")
    let rejects = try DeliveryFolder()
    let report = try await Imports.run([folder.path]) { $0.quarantine = rejects.path }
    #expect(report.rows == RowCounts(inserted: 3, rejected: 1))
    #expect(try rejects.names == ["persons.rejected.xlsx"])
    #expect(report.tables.last?.rejectFile == rejects.path + "/persons.rejected.xlsx")
    let sheet = try #require(try SheetRows.read(rejects.path + "/persons.rejected.xlsx").first)
    #expect(sheet.name == "persons")
    #expect(sheet.rows.count == 2)
    #expect(sheet.rows[1][0].contains("表“persons” C2 性别“x”"))
    // What looks like a number is text still, and identity numbers keep their last digits.
    let workbook = try WorkbookFile(path: rejects.path + "/persons.rejected.xlsx")
    var batch = RowBatch()
    #expect(try workbook.reader(of: workbook.sheets[0]).read(into: &batch))
    #expect(batch.cells.allSatisfy { $0.content == .text })
    // The same delivery again has the same rejects: nothing is put aside.
    try await Imports.run([folder.path]) { $0.quarantine = rejects.path }
    #expect(try rejects.names == ["persons.rejected.xlsx"])
    let mended = sheet.rows.map { row in row.map { $0 == "x" ? "1" : $0 } }
    try TestWorkbook.write([("persons", TestWorkbook.texts(mended))], to: rejects.path + "/persons.rejected.xlsx")
    #expect(try await Imports.run([rejects.path]).rows == RowCounts(inserted: 1))
  }

  /// Of one table there is one file of rejects: what an earlier delivery left, in the other format, makes room.
  @Test func rejectsInTheOtherFormatMakeRoom() async throws {
    let rejects = try DeliveryFolder()
    try await Imports.run(SmallDelivery(.units, .persons).with(.persons, "sex", "x")) { $0.quarantine = rejects.path }
    #expect(try rejects.names == ["persons.rejected.csv"])
    let folder = try DeliveryFolder()
    var rows = try sheets(SmallDelivery(.persons))[0].rows
    rows[2][2] = .text("y")
    try TestWorkbook.write([("人员", rows)], to: folder.path + "/a.xlsx")
    let report = try await Imports.run([folder.path]) { $0.quarantine = rejects.path }
    #expect(try rejects.names == ["persons.rejected.before-import-2.csv", "persons.rejected.xlsx"])
    #expect(report.notices.map(\.name) == ["earlier_rejects"])
  }
}
