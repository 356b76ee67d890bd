import Bytes
public import CadreModel
import Messages
public import Spreadsheet

/// What was read of a file though it is not as it should be, or left out of it. Never more than one of a kind and file.
public struct FileNotice: Sendable, Hashable {
  public let file: String
  /// Of a workbook.
  public let sheet: String?
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
    /// Cells of a sheet that are calculated, of which the stored values were read; and the first of them.
    case formulas(Int, first: String)
    /// Rows of a sheet that cannot be seen, read all the same; the number of the first.
    case hiddenRows(Int, first: Int)
    /// Columns of a sheet that cannot be seen, by their letters, read all the same.
    case hiddenColumns([String])
    /// Cells of a sheet shown as one among its rows, of which only the first holds anything; and the first of these ranges.
    case mergedCells(Int, first: String)
    /// A sheet without any contents, beside others of its table.
    case emptySheet
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

  init(file: String, sheet: String? = nil, _ kind: Kind) {
    self.file = file
    self.sheet = sheet
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
    case .formulas: "formulas"
    case .hiddenRows: "hidden_rows"
    case .hiddenColumns: "hidden_columns"
    case .mergedCells: "merged_cells"
    case .emptySheet: "empty_sheet"
    case .earlierRejects: "earlier_rejects"
    case .field(let notice): notice.name
    }
  }

  /// How many there are of the kind.
  public var count: Int {
    switch kind {
    case .blankRows(let count), .linesAbove(let count, _), .byteOrderMarks(let count), .endMarks(let count),
      .unnamedColumns(let count), .formulas(let count, _), .hiddenRows(let count, _), .mergedCells(let count, _):
      count
    case .hiddenColumns(let columns): columns.count
    case .invisibleInHeadings(let characters): characters.count
    case .separator, .separatorLine, .openEnd, .emptySheet, .earlierRejects: 1
    case .field(let notice): notice.count
    }
  }

  /// One line: what was done, and with what.
  public func text(in language: Language) -> String {
    FileNoticeMessages.line(calledFile(shown(file), sheet: sheet), what).text(in: language)
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
    case .formulas(let count, let first): SheetNoticeMessages.formulas(count, first: first)
    case .hiddenRows(let count, let first): SheetNoticeMessages.hiddenRows(count, first: first)
    case .hiddenColumns(let columns): SheetNoticeMessages.hiddenColumns(columns)
    case .mergedCells(let count, let first): SheetNoticeMessages.mergedCells(count, first: first)
    case .emptySheet: SheetNoticeMessages.empty
    case .earlierRejects(let path): FileNoticeMessages.earlierRejects(in: shown(path))
    case .field(let notice): notice.message
    }
  }
}
