public import Files

/// Why a file could not be read or written as a spreadsheet.
public enum SpreadsheetError: Error, Sendable, Hashable {
  /// The file can't be opened, read or written; `reason` is what the system says.
  case file(path: String, reason: SystemError)
  /// There is something of that name that holds no bytes to be read once: a folder, a pipe, a device, a link.
  case notAFile(path: String)
  /// One record is longer than the reader accepts, most likely because a quote was never closed.
  case recordTooLong(line: Int, limit: Int)
  /// The file is no text in an encoding that can be read.
  case notText(NotText)
  /// The system's converter for an encoding is missing.
  case converterMissing(encoding: String)

  /// What a file is that should have been CSV.
  public enum NotText: Sendable, Hashable {
    case workbook
    case utf16
    case binary
  }
}
