import Bytes
public import CadreModel
import Messages
public import Spreadsheet

/// What was read of a file though it is not as it should be, or left out of it. Never more than one of a kind and file.
public struct FileNotice: Sendable, Hashable {
  public let file: String
  public let kind: Kind

  public enum Kind: Sendable, Hashable {
    /// Rows without any given cell, and bare blank lines.
    case blankRows(Int)
    /// Lines above the headings.
    case linesAbove(Int, headingLine: Int)
    case separator(Separator)
    /// A first line `sep=;`, which spreadsheets read as a setting.
    case separatorLine
    case byteOrderMarks(Int)
    /// Ctrl-Z, with which older systems end a text.
    case endMarks(Int)
    /// No line end behind the last row: the file may be cut.
    case openEnd(lastRow: String?)
    /// Characters that nobody sees, in headings: each as `U+200B` and what it stands behind.
    case invisibleInHeadings([InvisibleCharacter])
    /// Columns without a heading, which are not read.
    case unnamedColumns(Int)
    /// A file of earlier rejects in the quarantine's folder was given another name.
    case earlierRejects(movedTo: String)
    /// Of a delivery in the field's own formats.
    case field(FieldFileNotice)
  }

  /// A character that nobody sees, and where.
  public struct InvisibleCharacter: Sendable, Hashable {
    public let name: String
    /// What stands before it in its cell.
    public let after: String?
    let heading: String?

    fileprivate var message: Message {
      guard let after, let heading else { return Message(name, name) }
      return after.isEmpty
        ? FileNoticeMessages.character(name, beginning: heading) : FileNoticeMessages.character(name, after: after)
    }
  }

  init(file: String, _ kind: Kind) {
    self.file = file
    self.kind = kind
  }

  /// A word for machines.
  public var name: String {
    switch kind {
    case .blankRows: "blank_rows"
    case .linesAbove: "lines_above"
    case .separator: "separator"
    case .separatorLine: "separator_line"
    case .byteOrderMarks: "byte_order_marks"
    case .endMarks: "end_marks"
    case .openEnd: "open_end"
    case .invisibleInHeadings: "invisible_in_headings"
    case .unnamedColumns: "unnamed_columns"
    case .earlierRejects: "earlier_rejects"
    case .field(let notice): notice.name
    }
  }

  /// How many there are of the kind.
  public var count: Int {
    switch kind {
    case .blankRows(let count), .linesAbove(let count, _), .byteOrderMarks(let count), .endMarks(let count),
      .unnamedColumns(let count):
      count
    case .invisibleInHeadings(let characters): characters.count
    case .separator, .separatorLine, .openEnd, .earlierRejects: 1
    case .field(let notice): notice.count
    }
  }

  /// One line: what was done, and with what.
  public func text(in language: Language) -> String {
    FileNoticeMessages.line(shown(file), what).text(in: language)
  }

  var what: Message {
    switch kind {
    case .blankRows(let count): FileNoticeMessages.blankRows(count)
    case .linesAbove(let count, let line): FileNoticeMessages.linesAbove(count, headingLine: line)
    case .separator(.semicolon): FileNoticeMessages.semicolons
    case .separator(.tab): FileNoticeMessages.tabs
    case .separator(.comma): FileNoticeMessages.commas
    case .separatorLine: FileNoticeMessages.separatorLine
    case .byteOrderMarks(let count): FileNoticeMessages.byteOrderMarks(count)
    case .endMarks(let count): FileNoticeMessages.endMarks(count)
    case .openEnd(let row): FileNoticeMessages.openEnd(lastRow: row)
    case .invisibleInHeadings(let characters): FileNoticeMessages.invisibleInHeadings(characters.prefix(10).map(\.message))
    case .unnamedColumns(let count): FileNoticeMessages.unnamedColumns(count)
    case .earlierRejects(let path): FileNoticeMessages.earlierRejects(in: shown(path))
    case .field(let notice): notice.message
    }
  }
}
