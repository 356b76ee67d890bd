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

  // MARK: Persons

  public static func progress(persons: Int) -> Message {
    Message("已写入 \(persons) 人", "\(persons) persons written")
  }

  public static func written(persons: Int, files: Int, to folder: String) -> Message {
    Message("\(persons) 人、\(files) 个文件已写入 \(folder)", "\(persons) persons in \(files) files are in \(folder)")
  }

  public static func withoutNumber(_ count: Int) -> Message {
    Message(
      "其中 \(count) 人没有公民身份号码：导入只按号码匹配，这些人再导入时会列为问题",
      "\(count) of them have no identity number: an import matches by it alone, and will name them as problems")
  }

  public static func unknownPersons(_ ids: [String]) -> Message {
    let first = ids.prefix(10).joined(separator: " ")
    let more = ids.count > 10 ? Message(" 等 \(ids.count) 个", " and others, \(ids.count) in all") : Message("", "")
    return Message("库中没有这些人员编号：\(first)\(more.chinese)", "no stored person has the id \(first)\(more.english)")
  }
}
