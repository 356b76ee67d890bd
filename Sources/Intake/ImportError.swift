public import DataContract
public import FieldFormats
public import Files
public import Spreadsheet
public import Workbook

/// Why an import could not even begin to judge its rows. Wrong rows are no errors: they are the report's findings.
public enum ImportError: Error, Sendable, Hashable {
  case noSuchPath(String)
  case nothingToImport([String], passedOver: [PassedOver])
  case folderUnreadable(String)
  /// What was asked for by name can't be imported.
  case notImported(PassedOver)
  /// A file that was asked for by name bears the name of no table.
  case unknownTable(path: String, nearest: [String])
  case twoFiles(TableName, [String])
  case twoWithdrawals([String])
  /// A file that is to be the whole table is not in the delivery.
  case completeNotDelivered(TableName)
  /// A row set apart would be taken for one that is to go.
  case completeWithQuarantine
  /// Complete files lack so many stored rows that the user has to say the number; what was said.
  case tooManyWithdrawn(missing: Int, said: Int?)
  case unreadable(path: String, SpreadsheetError)
  /// A file of the field's own formats cannot be read.
  case fieldFormat(FieldFormatError)
  /// A workbook, or one of its sheets.
  case workbookUnreadable(path: String, sheet: String? = nil, WorkbookReadingError)
  /// The bytes fit both encodings, or neither: the line that shows it best, read both ways.
  case encodingUnclear(path: String, line: Int, readings: LineReadings?)
  /// The rows that were read don't account for every line of the file.
  case linesUnaccounted(path: String, lines: Int, accounted: Int)
  /// The file was not the same when it was read the second time.
  case fileChanged(path: String)
  case databaseNotMigrated(pending: Int)
  case quarantineFolder(path: String, reason: SystemError)
  /// The file for all findings could not be written.
  case findingsFile(path: String, reason: SystemError)
  /// The file for all findings is one of the delivery, or of its rejects.
  case findingsReplaceData(path: String)
  /// All is done, but the file of all findings could not be given its name; with the import's number where it was stored.
  case findingsLeft(at: String, wanted: String, number: Int?, reason: SystemError)
  /// The import was stored, but a file of its rejects could not be given its name.
  case rejectsLeft(at: String, wanted: String, number: Int, reason: SystemError)
  /// The connection was lost while the import was committed; nothing of it was stored.
  case commitLost
  /// The connection was lost while the import was committed, and nobody could be asked what became of it.
  case commitUnknown(quarantine: String?)
  /// Duplicate keys were found too late to set their rows apart.
  case duplicatesTooMany(file: String)
  /// What did not fit in memory could not be put on the disk for a while.
  case spillFile(folder: String, reason: SystemError)
}

/// One line of a file, read both ways, as it may be shown.
public struct LineReadings: Sendable, Hashable {
  public let asUTF8: String
  public let asGB18030: String

  public init(asUTF8: String, asGB18030: String) {
    self.asUTF8 = asUTF8
    self.asGB18030 = asGB18030
  }
}
