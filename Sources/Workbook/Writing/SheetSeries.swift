/// A table that goes on in a next sheet where one is full: `Name`, `Name (2)`, ..., each with the headings.
public final class SheetSeries {
  /// The sheets so far, in their order.
  public private(set) var sheets: [SheetWriter] = []
  private let workbook: WorkbookWriter
  private let name: SheetName
  private let layout: SheetLayout
  private let headings: [[Cell]]
  private let rowLimit: Int
  private var current: SheetWriter

  /// - Parameters:
  ///   - headings: the first rows of each sheet.
  ///   - rowLimit: how many rows a sheet takes, with its headings.
  public init(
    _ name: SheetName, layout: SheetLayout, headings: [[Cell]], in workbook: WorkbookWriter,
    rowLimit: Int = SheetLimits.rows
  ) throws(WorkbookWritingError) {
    self.workbook = workbook
    self.name = name
    self.layout = layout
    self.headings = headings
    self.rowLimit = min(max(rowLimit, headings.count + 1), SheetLimits.rows)
    current = try workbook.addSheet(name, layout: layout)
    try begin(current)
  }

  /// The place that the next row gets.
  public var nextRow: CellTarget {
    get throws(WorkbookWritingError) {
      try makeRoom()
      return CellTarget(sheet: current.name, position: CellPosition(row: current.rowCount, column: 0))
    }
  }

  /// The sheet that the next row goes to.
  public var sheet: SheetWriter { current }

  public func append(_ cells: [Cell], height: Double? = nil) throws(WorkbookWritingError) {
    try makeRoom()
    try current.append(cells, height: height)
  }

  private func makeRoom() throws(WorkbookWritingError) {
    guard current.rowCount >= rowLimit else { return }
    var number = sheets.count + 1
    var next = name.numbered(number)
    while workbook.sheetNames.contains(where: { $0.key == next.key }) {
      number += 1
      next = name.numbered(number)
    }
    current = try workbook.addSheet(next, layout: layout)
    try begin(current)
  }

  private func begin(_ sheet: SheetWriter) throws(WorkbookWritingError) {
    sheets.append(sheet)
    for row in headings { try sheet.append(row) }
  }
}
