public import DataContract
public import Spreadsheet

/// What is wrong with a cell, a row or a file, with what is needed to say what would be right.
public enum Problem: Sendable, Hashable {
  // A cell.
  case empty
  case encoding(TextEncoding)
  case id
  case date
  case impossibleDate
  case dateOutOfRange
  case bool
  case number
  case tooManyFractionDigits
  case numberTooLarge
  case numberRange(NumberRange)
  case integer
  case integerTooLarge
  case integerRange(IntegerRange)
  /// A year and a month, and no day.
  case dateWithoutDay
  /// A day with a time that is not midnight.
  case dateWithTime
  /// `5.3E+17`: a spreadsheet took the number for one to count with, and lost its last digits.
  case scientific
  /// The last three digits of an identity number became zeros in a spreadsheet.
  case identityZeroed
  /// A cell of a workbook that holds a number of more digits than a spreadsheet keeps.
  case digitsLost
  /// A cell of a workbook whose calculation ended in an error, such as `#N/A`.
  case failedFormula
  /// A cell of a workbook that is calculated, and whose value the program that wrote it did not store.
  case formulaWithoutValue
  /// An id that is there with zeros before it.
  case lostZeros(meant: String?)
  /// A control character in text, or one that stands for text that was lost.
  case character(Unicode.Scalar, after: String?)
  /// The codes, those most like the value first.
  case code([Code])
  case tag(String?, [Code])
  case regionCode
  case regionOutsideCity(prefix: String)
  case half
  case identityNumber
  case identityBirthDate
  case identityCheck
  /// A number with stars in it that does not stand for the person's stored one.
  case identityMasked
  /// Ids of the catalogue that are most like the value.
  case clause(nearest: [String])
  case indicator(nearest: [String])
  case reference([TableName])
  /// The row referred to is in this delivery, and was rejected.
  case referenceRejected([TableName])

  /// A code of the national sets that says what the column cannot hold.
  case unheldCode(Code)

  // A row.
  /// A row of the field's own formats.
  case field(FieldProblem)
  /// Each wrong cell of the row would be right one column further to the left or to the right.
  case shiftedRow(by: Int)
  case cellCount(found: Int, expected: Int)
  case malformedRecord(RecordFault)
  case interval(from: Column, start: String?)
  case oneGiven(Column, Column, bothGiven: Bool)
  case same(as: Column)
  case bothZero(Column, Column)
  case duplicate(of: Place)

  /// A byte of the row is zero: no text has that.
  case zeroByte
  /// Too few or too many cells, and in them a character by which some programs end lines.
  case foreignLineEnd(String)

  // A row that is to go.
  /// No table has that name; those much like it.
  case withdrawalTable(nearest: [String])
  /// The key has not as many parts as the table's.
  case withdrawalKey(TableName)
  case withdrawnNotStored(TableName)
  /// Rows that stay refer to it.
  case referredTo(ReferringRows)

  // A file.
  case noHeader
  /// The same of a sheet.
  case emptySheet
  case heading(HeadingFault)
  case tooManyHeadings(Int, limit: Int)
  /// No row is that of the headings; the line that comes nearest, and how many of its cells are headings.
  case noHeadings(line: Int, known: Int, given: Int)
  /// The headings are those of another table.
  case wrongTable(TableName)
  /// The same of a sheet.
  case wrongSheet(TableName)
  case missingColumn(Column)
  case duplicateColumn(Column, headings: [String])
  /// The primary key found what was not seen on the way.
  case duplicateInFile
}

/// One problem and where it is.
public struct Finding: Sendable, Hashable {
  public let file: String
  public let place: Place
  public let column: Column?
  /// The cell as it was written, without its blanks.
  public let value: String?
  public let problem: Problem

  /// The line that the record begins on, or its row in the sheet, from 1.
  public var line: Int { place.line }

  init(file: String, line: Int, column: Column? = nil, value: String? = nil, _ problem: Problem) {
    self.init(file: file, place: .line(line), column: column, value: value, problem)
  }

  init(file: String, place: Place, column: Column? = nil, value: String? = nil, _ problem: Problem) {
    self.file = file
    self.place = place
    self.column = column
    self.value = value
    self.problem = problem
  }
}

/// A heading that no column of the table bears: the column is not read.
public struct HeadingWarning: Sendable, Hashable {
  public let file: String
  /// Of a workbook.
  public var sheet: String?
  /// Its place in the row, from 1.
  public let position: Int
  /// As it may be shown; nil where it is not to be shown.
  public let heading: String?
  /// A heading of the table that is much like it.
  public let nearest: String?
}
