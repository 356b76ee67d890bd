public import CadreModel

/// Why something in a delivery's folder is not imported.
public enum PassedOverMessages {
  /// - Parameter path: with the sheet, where it is one of a workbook.
  public static func line(_ path: Message, _ reason: Message) -> Message {
    Message("未导入 \(path.chinese)：\(reason.chinese)", "Not imported: \(path.english): \(reason.english)")
  }

  /// - Parameter nearest: tables whose names are much like it.
  public static func otherName(nearest: [String]) -> Message {
    let files = nearest.map { $0 + ".csv" }.joined(by: Message(" 或 ", " or "))
    let hint = nearest.isEmpty ? Message("", "") : Message("，是否应为 \(files.chinese)？", "; did it mean \(files.english)?")
    return Message("文件名不是表名\(hint.chinese)", "it bears the name of no table\(hint.english)")
  }

  /// - Parameter table: as people (Chinese) and as files (English) call it.
  public static func copy(of table: Message) -> Message {
    Message(
      "看来是 \(table.chinese) 表的副本，如应导入，请改名为 \(table.english).csv",
      "a copy of \(table.english), it seems: to import it, name it \(table.english).csv")
  }

  /// - Parameter names: of all its sheets.
  public static func noTableSheets(_ names: [String]) -> Message {
    let list = names.prefix(10).map { Message("“\($0)”", "\"\($0)\"") }.joined(by: Punctuation.listSeparator)
    let more = names.count > 10 ? "…" : ""
    return Message(
      "文件名和工作表名都不是表名（工作表有\(list.chinese)\(more)）：请将文件或工作表改为表名，如 人员",
      "neither the file nor a sheet bears the name of a table (its sheets: \(list.english)\(more)): name one after its table, "
        + "such as persons")
  }

  /// - Parameter nearest: tables whose names are much like it.
  public static func otherSheet(nearest: [String]) -> Message {
    let names = nearest.joined(by: Message(" 或 ", " or "))
    let hint =
      nearest.isEmpty
      ? Message("", "")
      : Message("，是否应为 \(names.chinese)？", "; did it mean \(names.english)?")
    return Message("工作表名不是表名\(hint.chinese)", "the sheet bears the name of no table\(hint.english)")
  }

  /// - Parameter table: as people (Chinese) and as files (English) call it.
  public static func copiedSheet(of table: Message) -> Message {
    Message(
      "看来是 \(table.chinese) 表的副本，如应导入，请改名为 \(table.chinese)-2 之类",
      "a copy of \(table.english), it seems: to import it, name it \(table.english)-2 or the like")
  }

  public static let hiddenSheet = Message("是隐藏的工作表，如应导入，请取消隐藏", "a hidden sheet: unhide it to import it")
  public static let noCells = Message("是图表或宏，没有单元格", "a chart or macros: no cells")
  public static let otherKind = Message("既不是 CSV 文件，也不是工作簿", "neither a CSV file nor a workbook")
  public static let hidden = Message("是系统或其他程序的文件", "the system's own file, or another program's")
  public static let folder = Message("是文件夹，其中的文件未读取；如应导入，请另行给出", "a folder, not looked into: name it to import what is in it")
  public static let link = Message("是链接，不跟随", "a link, not followed")
  public static let pipe = Message("是管道，不是文件", "a pipe, no file")
  public static let device = Message("是设备，不是文件", "a device, no file")
  public static let socket = Message("是套接字，不是文件", "a socket, no file")

  /// - Parameter name: what the name says in GB18030.
  public static func nameEncoding(asGB18030 name: String?) -> Message {
    let reading = name.map { Message("（按 GB18030 为 \($0)）", " (in GB18030 it reads \($0))") } ?? Message("", "")
    return Message("文件名不是 UTF-8，请改名\(reading.chinese)", "its name is not UTF-8: rename it\(reading.english)")
  }

  public static let gone = Message("已不在", "it is gone")
}
