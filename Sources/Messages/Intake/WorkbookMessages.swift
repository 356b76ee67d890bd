public import CadreModel

/// Why a workbook, or a part of it, cannot be read: where, what, what to do. Details are those of the libraries that unpack and
/// parse; parts are files inside the workbook.
public enum WorkbookMessages {
  /// - Parameter place: the sheet, and the cell or row, as far as known.
  public static func line(_ path: String, at place: Message?, _ what: Message) -> Message {
    let place = place.map { Message(" \($0.chinese)", ", \($0.english)") } ?? Message("", "")
    return Message("\(path)\(place.chinese)：\(what.chinese)", "\(path)\(place.english): \(what.english)")
  }

  public static func sheet(_ name: String) -> Message { Message("表“\(name)”", "sheet \(name)") }

  public static func notReadable(reason: Message) -> Message {
    Message("无法读取：\(reason.chinese)", "cannot be read: \(reason.english)")
  }

  public static let notAFile = Message("不是普通文件，未读取", "no plain file: not read")

  public static func damaged(part: String?, detail: String) -> Message {
    let part = part.map { Message("（\($0)）", " (\($0))") } ?? Message("", "")
    return Message(
      "工作簿已损坏\(part.chinese)：\(detail)；请重新取得，或用 Excel、WPS 打开修复后重新保存",
      "the workbook is damaged\(part.english): \(detail); get it again, or open and save it in Excel or WPS")
  }

  public static func documentType(part: String) -> Message {
    Message(
      "工作簿的 \(part) 引用外部定义，出于安全未读取：请用 Excel 或 WPS 重新保存",
      "\(part) in the workbook draws in other definitions and was not read: save it anew in Excel or WPS")
  }

  public static func encoding(part: String) -> Message {
    Message(
      "工作簿的 \(part) 编码无法识别：请用 Excel 或 WPS 重新保存",
      "\(part) in the workbook is in an unknown encoding: save it anew in Excel or WPS")
  }

  public static func missing(part: String) -> Message {
    Message(
      "工作簿缺少 \(part)：请重新取得，或用 Excel、WPS 重新保存",
      "the workbook lacks its part \(part): get it again, or save it anew in Excel or WPS")
  }

  /// - Parameter allowed: how many; in megabytes where it is a size.
  public static func overLimit(_ what: Message, allowed: Int) -> Message {
    Message(
      "工作簿超出可读取的范围：\(what.chinese)，上限 \(allowed)；请检查文件，或拆分后重新保存",
      "the workbook is beyond what is read: \(what.english), at most \(allowed); look at the file, or split it")
  }

  public static let entries = Message("内部文件过多", "files inside it")
  public static let entrySize = Message("解压后的工作表过大（MB）", "megabytes of one sheet, unpacked")
  public static let totalSize = Message("解压后过大（MB）", "megabytes, unpacked")
  public static let ratio = Message("压缩比异常", "times its packed size")
  public static let cellText = Message("单元格文字过长（字节）", "bytes in one cell")
  public static let tag = Message("标记过长（字节）", "bytes in one tag")
  public static let depth = Message("嵌套过深（层）", "levels of nesting")
  public static let listEntries = Message("样式或工作表过多", "styles or sheets")

  public static let badCell = Message(
    "此处的单元格不合格式：请用 Excel 或 WPS 打开并重新保存", "a cell that no spreadsheet program writes: open and save it in Excel or WPS")

  public static func noScratch(reason: Message) -> Message {
    Message(
      "无处暂存数据：\(reason.chinese)；请腾出空间，或用环境变量 TMPDIR 指定其他文件夹",
      "no room to keep data for a while: \(reason.english); make room, or name another folder in TMPDIR")
  }
}
