import Workbook

/// What is told of a sheet beside its rows.
struct SheetAccount {
  let name: String
  /// Columns up to the last heading.
  private(set) var width = 0
  /// Whether a column has a heading.
  private var isHeaded: [Bool] = []
  /// Columns without a heading in which something stands below it.
  private var unheaded: Set<Int> = []
  private var headingLine = 0
  private var lastRow = 0
  private(set) var hasRows = false
  /// Rows without contents between others.
  private(set) var blankRows = 0
  private var formulas = Tally()
  private var hiddenRows = Tally()
  private var hiddenColumns: [Int] = []
  private var merged = Tally()

  /// How many there are, and the first.
  private struct Tally {
    var count = 0
    var first = ""
    var firstRow = 0
  }

  init(_ name: String = "") {
    self.name = name
  }

  /// - Parameters:
  ///   - headings: the row that they stand in; nil where none was found.
  ///   - least: how many columns are read in any case.
  mutating func begin(headings: SheetRow?, line: Int, least: Int) {
    headingLine = line
    lastRow = line
    isHeaded = headings?.headings.map(\.isGiven) ?? []
    width = max(isHeaded.count, least)
  }

  mutating func take(_ row: RowBatch.Row, isBelow: Bool) {
    hasRows = true
    guard isBelow else { return }
    blankRows += row.number - lastRow - 1
    lastRow = row.number
    guard row.isHidden else { return }
    if hiddenRows.count == 0 { hiddenRows.firstRow = row.number }
    hiddenRows.count += 1
  }

  mutating func noteFormula(_ row: Int, _ column: Int) {
    if formulas.count == 0 { formulas.first = CellReference(row: row, column: column).text }
    formulas.count += 1
  }

  mutating func noteContents(of column: Int) {
    if isHeaded(column) { return }
    unheaded.insert(column)
  }

  private func isHeaded(_ column: Int) -> Bool {
    column <= isHeaded.count && isHeaded[column - 1]
  }

  mutating func hide(columns ranges: [ClosedRange<Int>]) {
    hiddenColumns = (0..<isHeaded.count).map { $0 + 1 }.filter { column in
      isHeaded(column) && ranges.contains { $0.contains(column) }
    }
  }

  /// Ranges of cells shown as one; those of titles are none of the rows'.
  mutating func merge(_ ranges: [MergedRange]) {
    for range in ranges where range.last.row > headingLine && range.first.row <= lastRow && range.first.column <= width {
      if merged.count == 0 { merged.first = range.text }
      merged.count += 1
    }
  }

  /// What there is to say, apart from the headings and blank rows.
  var notices: [FileNotice.Kind] {
    var kinds: [FileNotice.Kind] = []
    if !unheaded.isEmpty { kinds.append(.unnamedColumns(unheaded.count)) }
    if formulas.count > 0 { kinds.append(.formulas(formulas.count, first: formulas.first)) }
    if hiddenRows.count > 0 { kinds.append(.hiddenRows(hiddenRows.count, first: hiddenRows.firstRow)) }
    if !hiddenColumns.isEmpty { kinds.append(.hiddenColumns(hiddenColumns.map(CellReference.columnName))) }
    if merged.count > 0 { kinds.append(.mergedCells(merged.count, first: merged.first)) }
    return kinds
  }
}
