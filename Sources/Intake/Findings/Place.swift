public import CadreModel
import Messages
import Workbook

/// Where something stands in a delivered file.
public enum Place: Sendable, Hashable {
  /// The line of a CSV file that its record begins on, from 1.
  case line(Int)
  /// A cell of a workbook, or a whole row where no column is meant; both from 1.
  case cell(sheet: String, row: Int, column: Int?)

  /// The line, or the row of the sheet.
  public var line: Int {
    switch self {
    case .line(let line): line
    case .cell(_, let row, _): row
    }
  }

  /// The sheet's name; nil in a CSV file.
  public var sheet: String? {
    switch self {
    case .line: nil
    case .cell(let sheet, _, _): sheet
    }
  }

  /// As the spreadsheet calls it, `B7`; nil in a CSV file, and for a whole row.
  public var cell: String? {
    guard case .cell(_, let row, let column?) = self else { return nil }
    return CellReference(row: row, column: column).text
  }

  /// The place within its sheet or file: `B7`, row 7, line 7.
  public var within: Label {
    switch self {
    case .line(let line): PlaceMessages.line(line)
    case .cell(_, let row, _): cell.map { PlaceMessages.cell($0) } ?? PlaceMessages.row(row)
    }
  }

  /// The place within its file: with the sheet's name.
  var withSheet: Message {
    sheet.map { PlaceMessages.inSheet(shown($0), within) } ?? within
  }

  /// The place with the file's name before it.
  func message(in file: String) -> Message {
    sheet.map { PlaceMessages.inSheet(of: file, shown($0), within) } ?? PlaceMessages.inFile(file, within)
  }
}

/// A file's name, with that of a sheet where it is a workbook.
public func calledFile(_ file: String, sheet: String?) -> Label {
  sheet.map { PlaceMessages.sheet(of: file, shown($0)) } ?? Message(file, file)
}
