/// Why a workbook cannot be written.
public enum WorkbookWritingError: Error, Hashable, Sendable {
  /// The library cannot make the file or what it keeps aside while writing, in its own words.
  case library(path: String, detail: String)
  /// No sheet can have this name.
  case sheetName(String, SheetNameProblem)
  /// A workbook without a sheet cannot be opened by anybody.
  case noSheet
  /// The sheet ends at 1,048,576 rows; `SheetSeries` goes on in a next sheet.
  case sheetIsFull(sheet: String)
  /// The sheet ends at 16,384 columns.
  case tooManyColumns(sheet: String)
  /// In constant memory a row is gone once a later one has begun.
  case rowHasPassed(sheet: String, row: Int)
  /// An infinite number, or none: no cell can hold it.
  case notANumber(sheet: String, position: CellPosition)
  /// There is no such name for a range: letters, digits, `_` and `.`, not beginning with a digit, unlike a cell's.
  case definedName(String)
  /// A drop-down without an entry.
  case emptyList
  /// The workbook has been closed already.
  case closed
}

/// What is wrong with the name of a sheet.
public enum SheetNameProblem: Hashable, Sendable {
  case isEmpty, isTooLong, hasForbiddenCharacter, isTaken
  /// "History" is a name that Excel keeps for itself.
  case isReserved
}
