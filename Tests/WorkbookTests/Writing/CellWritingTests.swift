import Testing
import Workbook
import WorkbookTesting

/// Cells, as they are written and as openpyxl reads them.
@Suite struct CellWritingTests {
  @Test(arguments: [WorkbookWriter.Mode.wholeInMemory, .constantMemory()])
  func eachKindOfContentKeepsItsType(mode: WorkbookWriter.Mode) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/cells.xlsx"
    let writer = try WorkbookWriter(path: path, mode: mode, properties: WorkbookProperties(created: 1_700_000_000))
    let sheet = try writer.addSheet(SheetName("A01"))
    let day = try #require(CellDate(year: 2024, month: 2, day: 29))
    let old = try #require(CellDate(year: 1900, month: 2, day: 28))
    let target = CellTarget(sheet: try SheetName("A01"), position: CellPosition(row: 6, column: 1))
    try sheet.append([
      .identifier("0012"), .text("=1+1"), .text("-5"), .text("http://example.org"), .number(1234.5, places: 2),
      .percent(0.5), .date(day), .boolean(true), .link("see B7", to: target), .date(old),
    ])
    try sheet.append([
      .integer(123_456_789_012_345), .integer(530_102_199_001_011_234), .text("a\u{7}b\r_x0041_\u{FFFF}\n<&>\0"), .blank,
      Cell(.blank, style: CellStyle(fill: Colour(red: 255, green: 0, blue: 0))), .text(" spaces "),
      Cell(.linkedNumber(12, target: target), style: CellStyle.link.with(.number(places: 0))),
    ])
    let summary = try writer.close()
    #expect(summary.sheets.map(\.name.text) == ["A01"] && summary.sheets.map(\.rows) == [2])
    let cells = try #require(OpenpyxlView(of: path).sheets.first).cells
    func shown(_ name: String) -> String {
      "\(cells[name]?.type ?? "?") \(cells[name]?.value ?? "") \(cells[name]?.format ?? "")"
    }
    #expect(shown("A1") == "s 0012 @")
    #expect(cells["B1"]?.value == "=1+1" && cells["B1"]?.format == "@")
    #expect(shown("C1") == "s -5 @")
    #expect(shown("D1") == "s http://example.org General" && cells["D1"]?.link == nil)
    #expect(shown("E1") == "n 1234.5 #,##0.00")
    #expect(shown("F1") == "n 0.5 0.0%")
    #expect(shown("G1") == "d 2024-02-29 00:00:00 yyyy-mm-dd")
    #expect(shown("H1") == "b True General")
    #expect(cells["I1"]?.value == "see B7" && cells["I1"]?.link == "'A01'!B7")
    #expect(shown("J1") == "s 1900-02-28 @")
    #expect(shown("A2") == "n 123456789012345 #,##0")
    #expect(shown("G2") == "n 12 #,##0" && cells["G2"]?.link == "'A01'!B7")
    #expect(shown("B2") == "s 530102199001011234 @")
    // openpyxl leaves escapes of control characters as they are; that of an underscore it takes back in shared strings alone.
    #expect(cells["C2"]?.value?.replacing("x005F_", with: "") == "a_x0007_b_x000D__x0041_\u{FFFD}\n<&>_x0000_")
    #expect(cells["D2"] == nil)
    #expect(cells["E2"]?.fill == "FF0000" && cells["E2"]?.value == nil)
    #expect(cells["F2"]?.value == " spaces ")
  }

  @Test func stylesAreTold() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/styles.xlsx"
    let writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1))
    let style = CellStyle(
      .text, isBold: true, fontColour: Colour(red: 0, green: 0, blue: 0), fill: Colour(red: 0xFF, green: 0xEB, blue: 0x9C),
      hasBorder: true, wraps: true, alignment: .centre, verticalAlignment: .top)
    let sheet = try writer.addSheet(SheetName("样式"))
    try sheet.append([Cell(.text("甲"), style: style, comment: CellComment("第一行\n第二行", author: "审核"))])
    _ = try writer.close()
    let cell = try #require(OpenpyxlView(of: path).sheets[0].cells["A1"])
    #expect(cell.bold && cell.fill == "FFEB9C" && cell.colour == "000000" && cell.border == "thin" && cell.wraps)
    #expect(cell.alignment == "center" && cell.format == "@")
    #expect(cell.comment == "第一行\n第二行" && cell.author == "审核")
  }

  @Test func aTextTooLongForACellIsCutAndTold() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/long.xlsx"
    let writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1))
    let sheet = try writer.addSheet(SheetName("s"))
    try sheet.append([.text(String(repeating: "长", count: 32_767)), .text(String(repeating: "😀", count: 16_384))])
    let summary = try writer.close()
    #expect(summary.cutCellCount == 1)
    #expect(summary.cutCells.map(\.position.name) == ["B1"])
    let cells = try OpenpyxlView(of: path).sheets[0].cells
    #expect(cells["A1"]?.value?.utf16.count == 32_767)
    #expect(cells["B1"]?.value == String(repeating: "😀", count: 16_383) + "…")
  }

  @Test func whatNoCellCanHoldIsRefused() throws {
    let folder = try TemporaryFolder()
    let writer = try WorkbookWriter(
      path: "\(folder.path)/x.xlsx", mode: .constantMemory(), properties: WorkbookProperties(created: 1))
    let sheet = try writer.addSheet(SheetName("s"))
    #expect(throws: WorkbookWritingError.notANumber(sheet: "s", position: CellPosition(row: 0, column: 0))) {
      try sheet.append([.number(.nan)])
    }
    try sheet.skipRows(2)
    try sheet.append([.text("a")])
    #expect(throws: WorkbookWritingError.rowHasPassed(sheet: "s", row: 1)) {
      try sheet.write(.text("b"), at: CellPosition(row: 1, column: 0))
    }
    try sheet.skipRows(SheetLimits.rows - 3)
    #expect(throws: WorkbookWritingError.sheetIsFull(sheet: "s")) { try sheet.append([.text("b")]) }
    _ = try writer.close()
    #expect(throws: WorkbookWritingError.closed) { try sheet.write(.text("b"), at: CellPosition(row: 3, column: 0)) }
    #expect(CellDate(year: 2023, month: 2, day: 29) == nil)
  }
}
