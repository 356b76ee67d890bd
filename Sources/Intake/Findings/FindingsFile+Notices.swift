public import CadreModel
import DataContract
import Messages
import Workbook

// What is no finding and yet is told: read otherwise than written, left out, not imported.

extension FindingsFile {
  func append(_ entry: PassedOver) throws(ImportError) {
    try append(
      file: shown(entry.path), sheet: entry.sheet, told: entry.reason.message.text(in: language), kind: entry.reason.name)
  }

  func append(_ notice: FileNotice) throws(ImportError) {
    try append(file: shown(notice.file), sheet: notice.sheet, told: notice.what.text(in: language), kind: notice.name)
  }

  func append(_ warning: HeadingWarning) throws(ImportError) {
    try append(
      file: warning.file, sheet: warning.sheet, column: warning.heading ?? "", told: warning.what.text(in: language),
      kind: HeadingWarning.name,
      proposal: warning.nearest ?? "")
  }

  func append(_ notice: CellNotice) throws(ImportError) {
    try append(
      file: notice.file, sheet: notice.place.sheet, cell: notice.place.cell, line: notice.place.line,
      column: notice.column.called.text(in: language),
      value: notice.value ?? "",
      told: CellReadingMessages.count(notice.count, notice.reading.message).text(in: language),
      kind: notice.reading.rawValue)
  }
}

extension HeadingWarning {
  /// A word for machines.
  static let name = "unknown_heading"

  /// One line: which heading, what was done, what may have been meant.
  public func text(in language: Language) -> String {
    HeadingWarningMessages.line(calledFile(shown(file), sheet: sheet), what).text(in: language)
  }

  fileprivate var what: Message {
    let called = sheet == nil ? String(position) : CellReference.columnName(position)
    return HeadingWarningMessages.ignored(position: called, heading: heading, nearest: nearest)
  }
}
