import CXLSXWriter

/// Writes a workbook (.xlsx), sheet by sheet. The same calls make the same bytes, on any day.
///
/// The file is at its path when `close` returns, and not before; a writer that is let go without `close` leaves nothing.
/// The path is meant to be a temporary one: whoever calls moves the whole file to where it belongs.
public final class WorkbookWriter {
  /// What is kept in memory.
  public enum Mode: Hashable, Sendable {
    /// All cells, until the workbook is closed: they can be written in any order.
    case wholeInMemory
    /// A row of each sheet; the rows before it lie in unnamed files, in a folder or in the system's one for such. What
    /// is attached to cells (comments, links, rules) is kept in memory.
    case constantMemory(temporaryFolder: String? = nil)
  }

  private let open: OpenWorkbook
  private var sheets: [SheetWriter] = []
  private let listSheetName: String

  /// - Parameter listSheetName: the name of the hidden sheet that long drop-downs take their entries from.
  public init(
    path: String, mode: Mode = .wholeInMemory, properties: WorkbookProperties, listSheetName: String = "Lists"
  ) throws(WorkbookWritingError) {
    open = try OpenWorkbook(path: path, mode: mode, properties: properties)
    self.listSheetName = listSheetName
  }

  /// The names of the sheets there are so far.
  public var sheetNames: [SheetName] { sheets.map(\.name) }

  /// Adds a sheet behind the others. The first one is what a reader sees first.
  public func addSheet(_ name: SheetName, layout: SheetLayout = SheetLayout()) throws(WorkbookWritingError) -> SheetWriter {
    guard !sheets.contains(where: { $0.name.key == name.key }) else { throw .sheetName(name.text, .isTaken) }
    let sheet = try SheetWriter(name, layout: layout, in: open)
    sheets.append(sheet)
    return sheet
  }

  /// Gives a range a name that formulas and people can use.
  public func defineName(_ name: String, for range: CellRange, in sheet: SheetName) throws(WorkbookWritingError) {
    guard Self.isFitName(name), range.isInSheet else { throw .definedName(name) }
    try open.check(unsafe workbook_define_name(try open.library(), name, range.formula(in: sheet)))
  }

  /// Writes the file.
  public func close() throws(WorkbookWritingError) -> WritingSummary {
    guard !sheets.isEmpty else { throw .noSheet }
    let visible = sheets
    try writeLongLists()
    for sheet in sheets { try sheet.finish() }
    var summary = open.summary
    summary.sheets = visible.map { SheetSummary(name: $0.name, rows: $0.rowCount) }
    try open.close()
    return summary
  }

  /// The hidden sheet: a column for each list, and a name for each column.
  private func writeLongLists() throws(WorkbookWritingError) {
    let lists = open.longLists
    guard let longest = lists.map(\.count).max() else { return }
    let name = SheetName.fitted(listSheetName, avoiding: sheetNames)
    let layout = SheetLayout(columns: lists.map { _ in SheetColumn(style: .text) }, footer: PageMargin(), isHidden: true)
    let sheet = try addSheet(name, layout: layout)
    for row in 0..<longest {
      try sheet.append(lists.map { row < $0.count ? .identifier($0[row]) : .blank })
    }
    for (column, list) in lists.enumerated() {
      let range = CellRange(column: column, rows: 0...list.count - 1)
      try defineName(OpenWorkbook.nameOfLongList(at: column), for: range, in: name)
    }
  }

  /// Latin letters, digits, `_` and `.`, as every program takes them, and nothing that could be a cell (`A1`, `R1C1`).
  private static func isFitName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let first = bytes.first, isLetter(first) || first == 0x5F, bytes.count <= 100,
      bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x5F || $0 == 0x2E })
    else { return false }
    let letters = bytes.prefix(while: isLetter)
    let looksLikeCell = letters.count <= 3 && letters.count < bytes.count && bytes.dropFirst(letters.count).allSatisfy(isDigit)
    let row = UInt8(ascii: "R")
    let column = UInt8(ascii: "C")
    let looksLikeRowAndColumn = bytes.allSatisfy { isDigit($0) || $0 & 0xDF == row || $0 & 0xDF == column }
    return !(looksLikeCell && letters.count > 0) && !looksLikeRowAndColumn
  }
}
