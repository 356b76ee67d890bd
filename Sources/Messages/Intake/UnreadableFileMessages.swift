public import CadreModel

/// Why a delivered file can't be read.
public enum UnreadableFileMessages {
  public static func notAFile(_ path: String) -> Message {
    Message("\(path) 不是普通文件，未读取", "\(path) is no plain file: not read")
  }

  /// - Parameter reason: the system's.
  public static func notReadable(_ path: String, reason: Message) -> Message {
    Message("无法读取 \(path)：\(reason.chinese)", "cannot read \(path): \(reason.english)")
  }

  public static func recordTooLong(_ path: String, line: Int, megabytes: Int) -> Message {
    Message(
      "\(path) 第 \(line) 行：一行超过 \(megabytes) MB，可能有引号没有闭合",
      "\(path) line \(line): a record of more than \(megabytes) MB; a quote may not be closed")
  }

  public static func workbook(_ path: String) -> Message {
    Message(
      "\(path) 是 Excel 工作簿，不是 CSV：请将扩展名改为 .xlsx（旧格式请另存为 .xlsx）",
      "\(path) is an Excel workbook, no CSV: give it the ending .xlsx (one of the old format: save it as .xlsx)")
  }

  public static func utf16(_ path: String) -> Message {
    Message("\(path) 是 UTF-16 编码：请另存为 UTF-8 或 GB18030 的 CSV", "\(path) is UTF-16: save it as CSV in UTF-8 or GB18030")
  }

  public static func binary(_ path: String) -> Message {
    Message("\(path) 不是文本文件：应为 CSV", "\(path) is no text file: expected CSV")
  }

  public static func converterMissing(_ path: String, encoding: String) -> Message {
    Message("\(path)：本机缺少 \(encoding) 转换支持", "\(path): this machine has no converter for \(encoding)")
  }

  public static func linesUnaccounted(_ path: String, lines: Int, accounted: Int) -> Message {
    Message(
      "\(path) 共 \(lines) 行，读到的记录只对应 \(accounted) 行，未导入任何数据：请检查引号和换行",
      "\(path) has \(lines) lines, but the rows read from it account for \(accounted): nothing stored; look at quotes and line "
        + "ends")
  }

  /// The line that shows best that the encoding is in doubt.
  public static func encodingUnclear(_ path: String, line: Int) -> Message {
    Message(
      "无法确定 \(path) 的编码，请看第 \(line) 行；请用 --encoding utf-8 或 --encoding gb18030 指明",
      "\(path): its encoding is in doubt, see line \(line): say which with --encoding utf-8 or --encoding gb18030")
  }

  /// The line that shows best that the encoding is in doubt, read both ways.
  public static func encodingUnclear(_ path: String, line: Int, asUTF8: String, asGB18030: String) -> Message {
    Message(
      "无法确定 \(path) 的编码，第 \(line) 行：按 UTF-8 为“\(asUTF8)”，按 GB18030 为“\(asGB18030)”；"
        + "请用 --encoding utf-8 或 --encoding gb18030 指明",
      "\(path): its encoding is in doubt. Line \(line) reads \"\(asUTF8)\" in UTF-8 and \"\(asGB18030)\" in "
        + "GB18030: say which with --encoding utf-8 or --encoding gb18030")
  }
}
