public import CadreModel
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

    fileprivate func text(_ language: Language) -> String {
      guard let after, let heading else { return name }
      return after.isEmpty
        ? language(zh: "“\(heading)”开头的 \(name)", en: "\(name) at the beginning of \(heading)")
        : language(zh: "“\(after)”后的 \(name)", en: "\(name) after \(after)")
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
    language(zh: "提示：\(shown(file))：", en: "Note: \(shown(file)): ") + what(language)
  }

  func what(_ language: Language) -> String {
    switch kind {
    case .blankRows(let count):
      language(zh: "空白行 \(count) 行，已跳过", en: "\(count) blank \(count == 1 ? "row" : "rows") skipped")
    case .linesAbove(let count, let line):
      language(
        zh: "表头在第 \(line) 行，其上 \(count) 行已忽略",
        en: "the headings stand in line \(line); \(count) \(count == 1 ? "line" : "lines") above ignored")
    case .separator(.semicolon): language(zh: "以分号（;）分隔，已按此读取", en: "separated by semicolons, read so")
    case .separator(.tab): language(zh: "以制表符分隔，已按此读取", en: "separated by tabs, read so")
    case .separator(.comma): language(zh: "以逗号分隔", en: "separated by commas")
    case .separatorLine: language(zh: "首行 sep= 是分隔符设置，不作为数据", en: "the first line, sep=, sets the separator: no data")
    case .byteOrderMarks(let count):
      language(zh: "开头有 \(count) 个 BOM（U+FEFF），已忽略", en: "begins with \(count) byte order marks (U+FEFF), ignored")
    case .endMarks(let count):
      language(zh: "末尾有 \(count) 个 Ctrl-Z（U+001A），已忽略", en: "ends with \(count) Ctrl-Z (U+001A), ignored")
    case .openEnd(let row):
      language(
        zh: "最后一行没有换行，文件可能不完整，请核对最后一行\(row.map { "：" + $0 } ?? "")",
        en: "no line end behind the last row: the file may be cut; look at its last row\(row.map { ": " + $0 } ?? "")")
    case .invisibleInHeadings(let characters):
      language(zh: "表头中有看不见的字符，已忽略：", en: "characters in the headings that nobody sees, ignored: ")
        + characters.prefix(10).map { $0.text(language) }.joined(separator: language(zh: "、", en: ", "))
    case .unnamedColumns(let count):
      language(zh: "\(count) 列没有列名，已忽略", en: "\(count) \(count == 1 ? "column has" : "columns have") no heading: ignored")
    case .earlierRejects(let path):
      language(zh: "文件夹中原有的退回文件已改名为 \(shown(path))", en: "earlier rejects in the folder are now in \(shown(path))")
    case .field(let notice): notice.message.text(in: language)
    }
  }
}
