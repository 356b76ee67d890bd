public import CadreModel

/// Where a problem stands, before what it is. A column is passed as people (Chinese) and as files (English) call it; a value
/// as it may be shown.
public enum FindingMessages {
  /// One finding on a line.
  public static func finding(_ place: Message, column: Message?, value: String?, problem: Message) -> Message {
    var place = [place]
    if let column { place.append(Message("列 \(column.chinese)（\(column.english)）", "column \(column.english)")) }
    if let value { place.append(Message("值“\(value)”", "value \"\(value)\"")) }
    return [place.joined(by: Punctuation.comma), problem].joined(by: Punctuation.colon)
  }

  /// So many findings of a kind, and the first of them.
  ///
  /// - Parameters:
  ///   - file: with its sheet, where it is a workbook.
  ///   - first: where the first of them is within it.
  public static func summary(
    _ file: Message, column: Message?, count: Int, problem: Message, first: Message, value: String?
  ) -> Message {
    let column = column.map { Message("，列 \($0.chinese)（\($0.english)）", ", column \($0.english)") } ?? Message("", "")
    let value = value.map { Message("“\($0)”", " \"\($0)\"") } ?? Message("", "")
    let rows = Message("行", count == 1 ? "row" : "rows")
    let more = count > 1 ? Message("等", ", ...") : Message("", "")
    return Message(
      "\(file.chinese)\(column.chinese)：\(count) \(rows.chinese)："
        + "\(problem.chinese)（\(first.chinese)\(value.chinese)\(more.chinese)）",
      "\(file.english)\(column.english): \(count) \(rows.english): "
        + "\(problem.english) (\(first.english)\(value.english)\(more.english))")
  }
}

/// The file of all findings.
public enum FindingsFileMessages {
  public static let headings = [
    Message("文件", "file"), Message("行", "line"), Message("列", "column"), Message("值", "value"),
    Message("应为", "expected"), Message("类型", "kind"), Message("建议", "proposal"),
  ]

  /// Behind the file's name, where a workbook is among the files.
  public static let sheetHeadings = [Message("工作表", "sheet"), Message("单元格", "cell")]
}

/// What may be done about a wrong cell.
public enum ProposalMessages {
  public static let dayAlone = Message("只填日期", "write the day alone")
  public static let asText = Message("设为文本格式后重新粘贴", "format as text and paste anew")
  public static let moveLeft = Message("左移一列", "move one column to the left")
  public static let moveRight = Message("右移一列", "move one column to the right")
}

/// The files of rejected rows.
public enum RejectMessages {
  /// Over the reasons. An import knows it again, in either language.
  public static let heading = Message("拒收原因", "rejected_because")

  /// One reason of several.
  public static func reason(_ place: Message, column: Message?, value: String?, problem: Message) -> Message {
    let column = column.map { Message(" \($0.chinese)", " \($0.english)") } ?? Message("", "")
    let value = value.map { Message("“\($0)”", " \"\($0)\"") } ?? Message("", "")
    return Message(
      "\(place.chinese)\(column.chinese)\(value.chinese)：\(problem.chinese)",
      "\(place.english)\(column.english)\(value.english): \(problem.english)")
  }
}
