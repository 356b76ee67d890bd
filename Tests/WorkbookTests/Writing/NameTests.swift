import Testing
import Workbook
import WorkbookTesting

/// Names of sheets, ranges and cells.
@Suite struct NameTests {
  @Test(arguments: [
    ("", SheetNameProblem.isEmpty), ("  ", .isEmpty), (String(repeating: "名", count: 32), .isTooLong),
    (String(repeating: "😀", count: 16), .isTooLong), ("a/b", .hasForbiddenCharacter), ("'a", .hasForbiddenCharacter),
    ("a#b", .hasForbiddenCharacter), ("a:\u{301}", .hasForbiddenCharacter), ("History", .isReserved),
  ])
  func unfitNamesAreRefused(name: String, problem: SheetNameProblem) {
    #expect(throws: WorkbookWritingError.sheetName(name, problem)) { try SheetName(name) }
  }

  @Test func namesAreMadeFit() throws {
    #expect(SheetName.fitted("a/b[1]'s").text == "a_b(1)’s")
    #expect(SheetName.fitted(" ").text == "Sheet")
    #expect(SheetName.fitted(String(repeating: "😀", count: 20)).text.utf16.count == 30)
    let taken = [try SheetName("Report"), try SheetName("report (2)")]
    #expect(SheetName.fitted("REPORT", avoiding: taken).text == "REPORT (3)")
    let long = SheetName.fitted(String(repeating: "名", count: 40))
    #expect(long.numbered(12).text == String(repeating: "名", count: 26) + " (12)")
    #expect(try SheetName(long.numbered(12).text) == long.numbered(12))
  }

  @Test func aNameIsTakenWhateverItsCase() throws {
    let folder = try TemporaryFolder()
    let writer = try WorkbookWriter(path: "\(folder.path)/x.xlsx", properties: WorkbookProperties(created: 1))
    let sheet = try writer.addSheet(SheetName("Report"))
    #expect(throws: WorkbookWritingError.sheetName("REPORT", .isTaken)) { try writer.addSheet(SheetName("REPORT")) }
    for name in ["", "1a", "A1", "xfd12", "R1C1", "r", "a b", "名"] {
      #expect(throws: WorkbookWritingError.definedName(name)) {
        try writer.defineName(name, for: CellRange(column: 0, rows: 0...1), in: sheet.name)
      }
    }
    #expect(throws: WorkbookWritingError.emptyList) { try sheet.add(DropDown([]), to: CellRange(column: 0, rows: 0...1)) }
  }

  @Test func cellsAreNamedAsPeopleDo() {
    #expect(CellPosition(row: 6, column: 1).name == "B7")
    #expect(CellPosition(row: 0, column: 26).name == "AA1")
    #expect(CellPosition(row: 1_048_575, column: 16_383).name == "XFD1048576")
  }
}
