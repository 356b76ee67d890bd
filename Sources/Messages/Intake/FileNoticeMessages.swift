public import CadreModel

/// What was read of a file though it is not as it should be, or left out of it.
public enum FileNoticeMessages {
  /// - Parameter file: with its sheet, where it is a workbook.
  public static func line(_ file: Message, _ what: Message) -> Message {
    Message("提示：\(file.chinese)：\(what.chinese)", "Note: \(file.english): \(what.english)")
  }

  public static func blankRows(_ count: Int) -> Message {
    let rows = Message("行", count == 1 ? "row" : "rows")
    return Message("空白行 \(count) \(rows.chinese)，已跳过", "\(count) blank \(rows.english) skipped")
  }

  public static func linesAbove(_ count: Int, headingLine line: Int) -> Message {
    let lines = Message("行", count == 1 ? "line" : "lines")
    return Message(
      "表头在第 \(line) 行，其上 \(count) \(lines.chinese)已忽略",
      "the headings stand in line \(line); \(count) \(lines.english) above ignored")
  }

  public static let semicolons = Message("以分号（;）分隔，已按此读取", "separated by semicolons, read so")
  public static let tabs = Message("以制表符分隔，已按此读取", "separated by tabs, read so")
  public static let commas = Message("以逗号分隔", "separated by commas")
  public static let separatorLine = Message("首行 sep= 是分隔符设置，不作为数据", "the first line, sep=, sets the separator: no data")

  public static func byteOrderMarks(_ count: Int) -> Message {
    Message("开头有 \(count) 个 BOM（U+FEFF），已忽略", "begins with \(count) byte order marks (U+FEFF), ignored")
  }

  public static func endMarks(_ count: Int) -> Message {
    Message("末尾有 \(count) 个 Ctrl-Z（U+001A），已忽略", "ends with \(count) Ctrl-Z (U+001A), ignored")
  }

  public static func openEnd(lastRow row: String?) -> Message {
    let row = row.map { Message("：\($0)", ": \($0)") } ?? Message("", "")
    return Message(
      "最后一行没有换行，文件可能不完整，请核对最后一行\(row.chinese)",
      "no line end behind the last row: the file may be cut; look at its last row\(row.english)")
  }

  public static func invisibleInHeadings(_ characters: [Message]) -> Message {
    let list = characters.joined(by: Punctuation.listSeparator)
    return Message("表头中有看不见的字符，已忽略：\(list.chinese)", "characters in the headings that nobody sees, ignored: \(list.english)")
  }

  /// A character by its name, such as `U+200B`, and the heading that it begins.
  public static func character(_ name: String, beginning heading: String) -> Message {
    Message("“\(heading)”开头的 \(name)", "\(name) at the beginning of \(heading)")
  }

  /// A character by its name, such as `U+200B`, and what stands before it.
  public static func character(_ name: String, after before: String) -> Message {
    Message("“\(before)”后的 \(name)", "\(name) after \(before)")
  }

  public static func unnamedColumns(_ count: Int) -> Message {
    let columns = Message("列", count == 1 ? "column has" : "columns have")
    return Message("\(count) \(columns.chinese)没有列名，已忽略", "\(count) \(columns.english) no heading: ignored")
  }

  public static func earlierRejects(in path: String) -> Message {
    Message("文件夹中原有的退回文件已改名为 \(path)", "earlier rejects in the folder are now in \(path)")
  }
}
