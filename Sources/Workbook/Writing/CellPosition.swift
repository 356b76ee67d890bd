/// A cell's place in its sheet, counted from 0.
public struct CellPosition: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// As people know it: `B7`.
  public var name: String { columnName + String(row + 1) }

  /// The column's letters.
  public var columnName: String { CellReference.columnName(column + 1) }

  /// As formulas have it when they are not to shift: `$B$7`.
  var fixedName: String { "$\(columnName)$\(row + 1)" }
}

/// Cells from one corner to the other, both included.
public struct CellRange: Hashable, Sendable {
  public var first: CellPosition
  public var last: CellPosition

  public init(from first: CellPosition, to last: CellPosition) {
    self.first = first
    self.last = last
  }

  /// Rows of one column.
  public init(column: Int, rows: ClosedRange<Int>) {
    first = CellPosition(row: rows.lowerBound, column: column)
    last = CellPosition(row: rows.upperBound, column: column)
  }

  /// A column from a row to the sheet's end.
  public init(column: Int, fromRow row: Int) {
    self.init(column: column, rows: row...SheetLimits.rows - 1)
  }

  /// As a formula that names the sheet: `='Name'!$A$1:$A$3`.
  func formula(in sheet: SheetName) -> String { "=\(sheet.quoted)!\(first.fixedName):\(last.fixedName)" }

  /// Whether both corners lie in a sheet, the first not behind the last.
  var isInSheet: Bool {
    first.row >= 0 && first.column >= 0 && first.row <= last.row && first.column <= last.column
      && last.row < SheetLimits.rows && last.column < SheetLimits.columns
  }
}
