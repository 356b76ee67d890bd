import CXLSXWriter

/// Writes one sheet of a workbook, usually a row at a time.
///
/// The sheet's pointer belongs to the library's workbook; each use first asks whether that is still open.
@safe
public final class SheetWriter {
  public let name: SheetName
  /// How many rows there are: one more than the last that something was written to.
  public private(set) var rowCount = 0

  let layout: SheetLayout
  let open: OpenWorkbook
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// The widest content of each column so far.
  private(set) var widths: [Int] = []
  private var linkCount = 0
  /// The style last used in each column and its format: rows repeat their styles.
  private var lastFormats: [(style: CellStyle, format: UnsafeMutablePointer<lxw_format>?)] = unsafe []

  init(_ name: SheetName, layout: SheetLayout, in open: OpenWorkbook) throws(WorkbookWritingError) {
    guard let sheet = unsafe workbook_add_worksheet(try open.library(), name.text) else {
      throw .library(path: open.path, detail: "the sheet \(name) was refused")
    }
    self.name = name
    self.layout = layout
    self.open = open
    unsafe self.sheet = sheet
    try quoteName()
    // Cells without a style of their own take the column's: it has to be there before the first row.
    try setColumns()
  }

  /// The library's sheet, as long as its workbook is open.
  func library() throws(WorkbookWritingError) -> UnsafeMutablePointer<lxw_worksheet> {
    _ = unsafe try open.library()
    return unsafe sheet
  }

  /// Writes the next row.
  /// - Parameter height: in points; nil: as the font asks for.
  public func append(_ cells: [Cell], height: Double? = nil) throws(WorkbookWritingError) {
    let sheet = unsafe try library()
    let row = rowCount
    guard row < SheetLimits.rows else { throw .sheetIsFull(sheet: name.text) }
    guard cells.count <= SheetLimits.columns else { throw .tooManyColumns(sheet: name.text) }
    if let height {
      try open.check(unsafe worksheet_set_row(sheet, UInt32(row), height, nil))
    }
    for column in cells.indices {
      unsafe try put(cells[column], row: row, column: column, in: sheet)
    }
    rowCount = row + 1
  }

  /// Leaves rows empty.
  public func skipRows(_ count: Int) throws(WorkbookWritingError) {
    guard count >= 0, rowCount + count <= SheetLimits.rows else { throw .sheetIsFull(sheet: name.text) }
    rowCount += count
  }

  /// Writes a cell anywhere; with constant memory in a row that no later one has followed.
  public func write(_ cell: Cell, at position: CellPosition) throws(WorkbookWritingError) {
    let sheet = unsafe try library()
    guard (0..<SheetLimits.rows).contains(position.row) else { throw .sheetIsFull(sheet: name.text) }
    guard (0..<SheetLimits.columns).contains(position.column) else { throw .tooManyColumns(sheet: name.text) }
    guard !open.isConstantMemory || position.row >= rowCount - 1 else {
      throw .rowHasPassed(sheet: name.text, row: position.row)
    }
    unsafe try put(cell, row: position.row, column: position.column, in: sheet)
    rowCount = max(rowCount, position.row + 1)
  }

  /// Writes what stands in the cell.
  private func put(
    _ cell: Cell, row: Int, column: Int, in sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookWritingError) {
    let rowNumber = UInt32(row)
    let columnNumber = UInt16(column)
    let result: lxw_error
    switch cell.content {
    case .blank:
      let format = unsafe try format(of: cell.style, column: column)
      result = unsafe worksheet_write_blank(sheet, rowNumber, columnNumber, format)
    case .text(let text):
      let fitted = fit(text, row: row, column: column)
      let style = fitted.staysText && cell.style.numberFormat == .general ? cell.style.with(.text) : cell.style
      let format = unsafe try format(of: style, column: column)
      result = unsafe worksheet_write_string(sheet, rowNumber, columnNumber, fitted.text, format)
    case .number(let value):
      guard value.isFinite else { throw .notANumber(sheet: name.text, position: CellPosition(row: row, column: column)) }
      noteWidth(Self.width(of: value, in: cell.style.numberFormat), row: row, column: column)
      let format = unsafe try format(of: cell.style, column: column)
      result = unsafe worksheet_write_number(sheet, rowNumber, columnNumber, value, format)
    case .boolean(let value):
      noteWidth(6, row: row, column: column)
      let format = unsafe try format(of: cell.style, column: column)
      result = unsafe worksheet_write_boolean(sheet, rowNumber, columnNumber, value ? 1 : 0, format)
    case .date(let date):
      noteWidth(10, row: row, column: column)
      if let serial = date.serial {
        let style = cell.style.numberFormat == .general ? cell.style.with(.date) : cell.style
        let format = unsafe try format(of: style, column: column)
        result = unsafe worksheet_write_number(sheet, rowNumber, columnNumber, serial, format)
      } else {
        let format = unsafe try format(of: cell.style.with(.text), column: column)
        result = unsafe worksheet_write_string(sheet, rowNumber, columnNumber, date.text, format)
      }
    case .link(let text, let target):
      result = unsafe try putLink(text, to: target, style: cell.style, row: row, column: column, in: sheet)
    case .linkedNumber(let value, let target):
      guard value.isFinite else { throw .notANumber(sheet: name.text, position: CellPosition(row: row, column: column)) }
      try open.check(unsafe putLink("", to: target, style: cell.style, row: row, column: column, in: sheet))
      // The library's link brings a text; the number takes its place, and the link stays.
      noteWidth(Self.width(of: value, in: cell.style.numberFormat), row: row, column: column)
      let format = unsafe try format(of: cell.style, column: column)
      result = unsafe worksheet_write_number(sheet, rowNumber, columnNumber, value, format)
    }
    try open.check(result)
    if let comment = cell.comment {
      try attach(comment, to: CellPosition(row: row, column: column))
    }
  }

  private func putLink(
    _ text: String, to target: CellTarget, style: CellStyle, row: Int, column: Int,
    in sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(WorkbookWritingError) -> lxw_error {
    let rowNumber = UInt32(row)
    let columnNumber = UInt16(column)
    let format = unsafe try format(of: style, column: column)
    // The library keeps a link's text in an attribute with an end: a long one has room for the text alone.
    guard linkCount < SheetLimits.links, text.utf8.count <= 600 else {
      open.summary.droppedLinks += 1
      let fitted = fit(text, row: row, column: column)
      return unsafe worksheet_write_string(sheet, rowNumber, columnNumber, fitted.text, format)
    }
    linkCount += 1
    let fitted = fit(text, row: row, column: column)
    let place = "internal:\(target.sheet.quoted)!\(target.position.name)"
    return unsafe worksheet_write_url_opt(sheet, rowNumber, columnNumber, place, format, fitted.text, nil)
  }

  /// The text as the file has it; what had to be cut is noted.
  private func fit(_ text: String, row: Int, column: Int) -> (text: String, staysText: Bool) {
    let look = CellText.look(at: text)
    noteWidth(look.width, row: row, column: column)
    guard look.needsEscapes || text.utf8.count > SheetLimits.textLength else { return (text, look.looksLikeFormula) }
    let escaped = CellText.escaped(text)
    if escaped.isCut {
      open.summary.cutCellCount += 1
      if open.summary.cutCells.count < 100 {
        open.summary.cutCells.append(CellTarget(sheet: name, position: CellPosition(row: row, column: column)))
      }
    }
    return (escaped.text, look.looksLikeFormula)
  }

  private func format(
    of style: CellStyle, column: Int
  ) throws(WorkbookWritingError) -> UnsafeMutablePointer<lxw_format>? {
    if unsafe column < lastFormats.count, unsafe lastFormats[column].style == style {
      return unsafe lastFormats[column].format
    }
    let format = unsafe try open.format(of: style)
    while unsafe lastFormats.count <= column { unsafe lastFormats.append((.plain, nil)) }
    unsafe lastFormats[column] = unsafe (style, format)
    return unsafe format
  }

  /// A title above the headings does not widen its column.
  private func noteWidth(_ width: Int, row: Int, column: Int) {
    while widths.count <= column { widths.append(0) }
    guard row >= layout.headingRow ?? 0 else { return }
    let arrow = layout.hasFilter && row == layout.headingRow ? 3 : 0
    if width + arrow > widths[column] { widths[column] = width + arrow }
  }

  private static func width(of value: Double, in format: NumberFormat) -> Int {
    var digits = 1
    var rest = value.magnitude
    while rest >= 10, digits < 20 {
      rest /= 10
      digits += 1
    }
    let sign = value < 0 ? 1 : 0
    switch format {
    case .number(let places): return sign + digits + (digits - 1) / 3 + (places > 0 ? places + 1 : 0)
    case .percent(let places): return sign + digits + 3 + (places > 0 ? places + 1 : 0)
    case .date, .custom: return max(10, sign + digits)
    case .general, .text: return sign + digits + (value == value.rounded() ? 0 : 4)
    }
  }
}
