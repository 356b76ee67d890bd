import CadreModel
import Messages
import Publications
import Workbook

/// A workbook of a report while it is written: sheets that look alike, each with the reporting unit and the date above it on
/// paper.
struct ReportWorkbook {
  let writer: WorkbookWriter
  let language: Language
  let header: PageHeader

  /// - Parameters:
  ///   - path: where it is written, in a folder that only this account can enter.
  ///   - folder: where rows lie that are not kept in memory.
  init(path: String, folder: String, title: String, header: PageHeader, language: Language) throws {
    self.header = header
    self.language = language
    writer = try WorkbookWriter(
      path: path, mode: .constantMemory(temporaryFolder: folder),
      // The date and not the moment: the same data makes the same bytes.
      properties: WorkbookProperties(title: title, author: "cadre", created: max(header.asOf.number, 1) * 86_400))
  }

  func text(_ message: Message) -> String { message.text(in: language) }

  /// The name that a sheet gets.
  func name(_ message: Message) -> SheetName { .fitted(text(message)) }

  /// A sheet for a table: headings that stay and filter.
  func addSheet(_ name: SheetName, _ columns: [TableColumn], frozenColumns: Int = 0) throws -> SheetWriter {
    let sheet = try writer.addSheet(name, layout: layout(columns, frozenColumns))
    try sheet.append(headings(columns))
    return sheet
  }

  /// The same for a table that goes on in further sheets where one is full.
  func addSheets(_ name: SheetName, _ columns: [TableColumn], frozenColumns: Int = 0, rowLimit: Int = SheetLimits.rows) throws
    -> SheetSeries
  {
    try SheetSeries(
      name, layout: layout(columns, frozenColumns), headings: [headings(columns)], in: writer, rowLimit: rowLimit)
  }

  /// Writes the rows of a table below its headings, each as `body` changes it.
  func write(_ file: TableFile, into series: SheetSeries, _ body: (inout [Cell]) throws -> Void = { _ in }) throws {
    try forEachRow(of: file, body) { try series.append($0, height: $1) }
    for sheet in series.sheets { try colour(sheet, file.columns) }
  }

  /// The same into a sheet whose table is short.
  func write(_ file: TableFile, into sheet: SheetWriter, _ body: (inout [Cell]) throws -> Void = { _ in }) throws {
    try forEachRow(of: file, body) { try sheet.append($0, height: $1) }
    try colour(sheet, file.columns)
  }

  /// Writes the rows of a table to several sheets.
  ///
  /// - Parameter series: where a row goes.
  /// - Returns: the sheets that have rows, in the order in which they got the first.
  func write(_ file: TableFile, choosing series: ([Cell]) throws -> SheetSeries) throws -> [SheetSeries] {
    var chosen: [SheetSeries] = []
    func append(_ row: [Cell], _ height: Double?) throws {
      let series = try series(row)
      if chosen.last !== series, !chosen.contains(where: { $0 === series }) { chosen.append(series) }
      try series.append(row, height: height)
    }
    try forEachRow(of: file, { _ in }, append: append)
    for sheet in chosen.flatMap(\.sheets) { try colour(sheet, file.columns) }
    return chosen
  }

  /// - Parameters:
  ///   - change: changes a row before it is written.
  ///   - append: gets the row and how high it is.
  private func forEachRow(
    of file: TableFile, _ change: (inout [Cell]) throws -> Void, append: ([Cell], Double?) throws -> Void
  ) throws {
    let looks = file.columns.map(ColumnLook.init)
    try file.forEachRow { row in
      var row = row
      try change(&row)
      try append(row, ColumnLook.height(of: row, looks))
    }
  }

  /// A sheet of free rows: no headings, no filter.
  func addPlainSheet(_ name: SheetName, widths: [Double]) throws -> SheetWriter {
    var layout = paper
    layout.columns = widths.map { SheetColumn(width: .fixed($0)) }
    return try writer.addSheet(name, layout: layout)
  }

  /// The cells of a row that stands in no file.
  func row(_ texts: [String], _ columns: [TableColumn]) -> [Cell] {
    zip(columns, texts).map { ColumnLook($0).cell($1) }
  }

  private func colour(_ sheet: SheetWriter, _ columns: [TableColumn]) throws {
    guard let column = columns.firstIndex(where: { $0.kind == .status }), sheet.rowCount > 1 else { return }
    for rule in StatusColours.rules(language) {
      try sheet.add(rule, to: CellRange(column: column, rows: 1...sheet.rowCount - 1))
    }
  }

  private func layout(_ columns: [TableColumn], _ frozenColumns: Int) -> SheetLayout {
    var layout = paper
    layout.columns = columns.map { ColumnLook($0).column }
    layout.headingRow = 0
    layout.frozenColumns = frozenColumns
    layout.hasFilter = true
    return layout
  }

  private var paper: SheetLayout {
    SheetLayout(
      isLandscape: true,
      header: PageMargin(left: [.text(text(header.unitLine))], right: [.text(text(header.dateLine))]), footer: footer)
  }

  /// Page numbers, and of what is published which publication it is.
  private var footer: PageMargin {
    guard let stamp = header.stamp else { return .pageNumbers }
    return PageMargin(
      left: [.text(text(stamp.mark))], centre: PageMargin.pageNumbers.centre, right: [.text(text(stamp.chain))])
  }

  private func headings(_ columns: [TableColumn]) -> [Cell] {
    columns.map { .text(text($0.heading), style: Self.headingStyle) }
  }

  /// As the pages' headings look.
  static let headingStyle = CellStyle(
    isBold: true, fill: Colour(red: 0xF5, green: 0xF3, blue: 0xEF), hasBorder: true, verticalAlignment: .centre)
}

/// What stands above each printed page: which unit reports, and as of when; and below, which publication it is of.
struct PageHeader: Sendable, Hashable {
  let unit: Message
  let asOf: Day
  /// Nil where the report is not published.
  var stamp: PublicationStamp?

  var unitLine: Message { PrintedPageMessages.unit(unit) }
  var dateLine: Message { PrintedPageMessages.date(asOf) }
}
