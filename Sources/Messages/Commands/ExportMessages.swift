public import CadreModel

/// What `cadre export` says.
public enum ExportMessages {
  public static func written(results: Int, to file: String) -> Message {
    Message("\(results) 条结果已写入 \(file)", "\(results) results are in \(file)")
  }

  /// More rows than a sheet has.
  public static func split(sheets: Int) -> Message {
    Message("超过一张工作表的行数，分为 \(sheets) 张工作表", "they are more than a sheet holds, and stand in \(sheets) sheets")
  }

  public static let workbookNeedsFile = Message(
    "工作簿不能输出到屏幕；请用 --out 指明文件", "a workbook cannot be printed: name a file with --out")
}
