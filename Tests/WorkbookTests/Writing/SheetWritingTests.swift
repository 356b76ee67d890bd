import Foundation
import Testing
import Workbook
import WorkbookTesting

/// What belongs to sheets and workbooks, as they are written and as openpyxl and LibreOffice read it.
@Suite struct SheetWritingTests {
  private static let long = (1...100).map { "选项\($0)" }

  /// A workbook with one of everything.
  static func writeSample(_ path: String, mode: WorkbookWriter.Mode) throws -> WritingSummary {
    let writer = try WorkbookWriter(
      path: path, mode: mode, properties: WorkbookProperties(title: "题目", author: "单位", created: 1_700_000_000))
    let name = try SheetName("2024")
    let layout = SheetLayout(
      columns: [SheetColumn(style: .text), SheetColumn(width: .fixed(12)), SheetColumn(isHidden: true)], headingRow: 1,
      frozenColumns: 1, hasFilter: true, isLandscape: true, header: PageMargin(left: [.text("甲&乙")], right: [.text("2024")]),
      tabColour: Colour(red: 0x11, green: 0x22, blue: 0x33))
    let sheet = try writer.addSheet(name, layout: layout)
    try sheet.append([.text("一个长得不会加宽这一列的题目，因为它在表头之上，所以不算在内")])
    let heading = CellStyle(isBold: true, fill: Colour(red: 0xDD, green: 0xEB, blue: 0xF7), hasBorder: true)
    try sheet.append(["领域", "达标率", "编码", "状态"].map { .text($0, style: heading) })
    for (index, domain) in ["政治素质考察领域名称", "培训", "监督"].enumerated() {
      try sheet.append([
        .text(domain), .percent(Double(index + 1) / 4), .identifier("00\(index)"), .text(index == 1 ? "未达标" : "达标"),
      ])
    }
    let message = InputMessage(title: "状态", text: "请选择\n其中之一")
    try sheet.add(DropDown(["达标", "未达标"], message: message), to: CellRange(column: 3, fromRow: 2))
    try sheet.add(DropDown(long, refusal: InputMessage(text: "不在其中")), to: CellRange(column: 4, rows: 2...9))
    try sheet.add(DropDown(["a,b", "c"]), to: CellRange(column: 5, rows: 2...9))
    try sheet.add(InputMessage(text: "说明"), to: CellRange(column: 6, rows: 2...2))
    let red = Colour(red: 0xFF, green: 0xC7, blue: 0xCE)
    try sheet.add(ColourRule(text: "未\"达\"标", fill: red), to: CellRange(column: 3, rows: 2...9))
    try sheet.add(ColourRule(text: "未达标", fill: red), to: CellRange(column: 3, rows: 2...9))
    try writer.defineName("rates", for: CellRange(column: 1, rows: 2...4), in: name)
    let series = Chart.Series(
      name: "率", sheet: name, categories: CellRange(column: 0, rows: 2...4), values: CellRange(column: 1, rows: 2...4),
      colour: Colour(red: 0x2F, green: 0x75, blue: 0xB5))
    let charts = try writer.addSheet(SheetName("图表"))
    try charts.insert(
      Chart(.bars, title: "=各领域达标率", series: [series], valueFormat: .percent(places: 0), minimum: 0, maximum: 1),
      at: CellPosition(row: 0, column: 0))
    try charts.insert(
      Chart(.line, title: "趋势", series: [series, series], categoryAxisTitle: "领域", valueAxisTitle: "率"),
      at: CellPosition(row: 20, column: 0))
    return try writer.close()
  }

  @Test(arguments: [WorkbookWriter.Mode.wholeInMemory, .constantMemory()])
  func openpyxlReadsAllOfIt(mode: WorkbookWriter.Mode) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/sample.xlsx"
    let summary = try Self.writeSample(path, mode: mode)
    #expect(summary.sheets.map(\.name.text) == ["2024", "图表"])
    let book = try OpenpyxlView(of: path)
    #expect(book.title == "题目" && book.created == "2023-11-14 22:13:20")
    #expect(book.names["rates"] == "'2024'!$B$3:$B$5")
    #expect(book.names["_list_1"] == "'Lists'!$A$1:$A$100" && book.names["_list_2"] == "'Lists'!$B$1:$B$2")
    #expect(book.sheets.map(\.title) == ["2024", "图表", "Lists"] && book.sheets.map(\.state) == ["visible", "visible", "hidden"])
    let sheet = try #require(book.sheets.first)
    #expect(sheet.freeze == "B3" && sheet.filter == "A2:D5" && sheet.landscape && sheet.paper == "9" && sheet.fitsWidth)
    #expect(sheet.titleRows?.filter { $0 != "$" } == "2:2")
    #expect(sheet.header[0]?.contains("甲") == true && sheet.header[2]?.contains("2024") == true)
    #expect(sheet.tab == "112233" && sheet.hiddenColumns == ["C"] && sheet.columnFormats["A"] == "@")
    // Ten characters take twenty, and two beside them; the title above the headings does not count.
    let width = try #require(sheet.widths["A"])
    #expect(width >= 22 && width < 24)
    #expect(sheet.validations.map(\.range) == ["D3:D1048576", "E3:E10", "F3:F10", "G3"])
    #expect(sheet.validations.map(\.formula) == ["\"达标,未达标\"", "_list_1", "_list_2", nil])
    #expect(sheet.validations[0].title == "状态" && sheet.validations[0].prompt == "请选择\n其中之一")
    #expect(sheet.validations[1].error == "不在其中" && sheet.validations[3].prompt == "说明")
    #expect(sheet.rules.map(\.formula) == [["\"未\"\"达\"\"标\""], ["\"未达标\""]])
    #expect(sheet.rules.allSatisfy { $0.fill == "FFC7CE" && $0.range == "D3:D10" })
    #expect(book.sheets[1].charts == 2)
    #expect(book.sheets[2].cells["A100"]?.value == "选项100" && book.sheets[2].cells["B1"]?.value == "a,b")
  }

  @Test(arguments: [WorkbookWriter.Mode.wholeInMemory, .constantMemory()])
  func theSameContentMakesTheSameBytes(mode: WorkbookWriter.Mode) throws {
    let folder = try TemporaryFolder()
    _ = try Self.writeSample("\(folder.path)/a.xlsx", mode: mode)
    // The zip's clock counts in steps of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    _ = try Self.writeSample("\(folder.path)/b.xlsx", mode: mode)
    let first = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/a.xlsx"))
    #expect(first == (try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/b.xlsx"))))
  }

  /// Fewer characters than the rule takes, and more bytes than the library has room for.
  @Test func aListOfChineseEntriesLiesInTheHiddenSheet() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/list.xlsx"
    let writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1))
    let sheet = try writer.addSheet(SheetName("表"))
    try sheet.append([.text("民族")])
    let entries = (0..<60).map { "民族\($0 % 10)" }
    try sheet.add(DropDown(entries), to: CellRange(column: 0, fromRow: 1))
    _ = try writer.close()
    let book = try OpenpyxlView(of: path)
    #expect(book.sheets[0].validations.map(\.formula) == ["_list_1"])
    #expect(book.sheets[1].cells["A60"]?.value == "民族9")
  }

  @Test(.enabled(if: Tool.isInstalled("soffice"), "no LibreOffice"))
  func libreOfficeOpensIt() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/sample.xlsx"
    _ = try Self.writeSample(path, mode: .constantMemory())
    let csv = try Tool.convert(path, to: "csv:Text - txt - csv (StarCalc):44,34,76", in: folder)
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("政治素质考察领域名称,25") && $0.hasSuffix(",000,达标") })
    let pdf = try Tool.convert(path, to: "pdf", in: folder)
    let text = try Tool.run(["pdftotext", "-layout", pdf, "-"])
    #expect(text.contains("领域") && text.contains("各领域达标率") && text.contains("甲&乙"))
  }

  @Test func aTableGoesOnInANextSheet() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/series.xlsx"
    let writer = try WorkbookWriter(path: path, mode: .constantMemory(), properties: WorkbookProperties(created: 1))
    let series = try SheetSeries(
      SheetName("人员"), layout: SheetLayout(headingRow: 0), headings: [[.text("姓名")]], in: writer, rowLimit: 3)
    for number in 1...5 { try series.append([.text("人\(number)")]) }
    #expect(try series.nextRow.position.row == 2)
    let summary = try writer.close()
    #expect(summary.sheets.map(\.name.text) == ["人员", "人员 (2)", "人员 (3)"] && summary.sheets.map(\.rows) == [3, 3, 2])
    let book = try OpenpyxlView(of: path)
    #expect(book.sheets[2].cells.mapValues(\.value) == ["A1": "姓名", "A2": "人5"])
  }

  @Test func linksBeyondTheLimitBecomeText() throws {
    let folder = try TemporaryFolder()
    let writer = try WorkbookWriter(
      path: "\(folder.path)/links.xlsx", mode: .constantMemory(), properties: WorkbookProperties(created: 1))
    let sheet = try writer.addSheet(SheetName("s"))
    let target = CellTarget(sheet: sheet.name, position: CellPosition(row: 0, column: 0))
    for _ in 0..<SheetLimits.links + 3 { try sheet.append([.link("x", to: target)]) }
    #expect(try writer.close().droppedLinks == 3)
  }

  /// The library takes `&G` in a margin for a picture and refuses the sheet; digits after a sign are a size.
  @Test func signsInMarginsStayText() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/margins.xlsx"
    let writer = try WorkbookWriter(path: path, properties: WorkbookProperties(created: 1))
    let long = String(repeating: "长", count: 300)
    let layout = SheetLayout(
      header: PageMargin(left: [.text("R&G")], centre: [.pageNumber, .text("+1")], right: [.text("a & b")]),
      footer: PageMargin(left: [.text(long)], right: [.text(long)]))
    _ = try writer.addSheet(SheetName("s"), layout: layout)
    _ = try writer.close()
    let sheet = try OpenpyxlView(of: path).sheets[0]
    #expect(sheet.header == ["R\u{FF06}G", "&P +1", "a && b"])
    #expect(sheet.footer[0]?.hasPrefix("长长") == true && sheet.footer[2]?.hasPrefix("长长") == true)
  }

  @Test func noSheetNoWorkbook() throws {
    let folder = try TemporaryFolder()
    let writer = try WorkbookWriter(path: "\(folder.path)/x.xlsx", properties: WorkbookProperties(created: 1))
    #expect(throws: WorkbookWritingError.noSheet) { try writer.close() }
    let missing = try WorkbookWriter(path: "\(folder.path)/no/x.xlsx", properties: WorkbookProperties(created: 1))
    _ = try missing.addSheet(SheetName("s"))
    #expect(throws: WorkbookWritingError.self) { try missing.close() }
  }
}
