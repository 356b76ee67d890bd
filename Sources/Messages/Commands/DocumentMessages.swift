public import CadreModel

/// Titles and headings of the generated pages of the documentation, which give both languages side by side. Their text is
/// English, as that of every page there, and stands with each page.
public enum DocumentMessages {
  public static let dataContract = Message("数据约定", "Data contract")
  public static let errors = Message("错误", "Errors")
  public static let reportColumns = Message("报告各表的列", "Columns of the reports")
  public static let sharedDuties = Message("各市可比的要求", "Duties that cities are compared by")
  public static let sharedDuty = Message("要求", "duty")
  public static let neverJudged = Message("不判定", "never judged")

  public static let title = Message("名称", "title")
  public static let archetype = Message("类型", "archetype")
  public static let populationAndRule = Message("对象与判定规则", "population and rule")
  public static let parameters = Message("参数", "parameters")
  public static let duty = Message("要求", "what it asks")
  public static let columnLabel = Message("列名", "column")

  public static let expected = Message("说明", "what was expected")
  public static let done = Message("说明", "what was done")
  public static let meaning = Message("说明", "meaning")
  public static let contradiction = Message("核对提示", "to be checked")

  /// How a cell was read, in a sentence.
  public static func cell(_ reading: Message) -> Message {
    Message("单元格\(reading.chinese)", reading.english)
  }
}

extension Message {
  /// `数据约定 · Data contract`.
  public var inBoth: String { "\(chinese) · \(english)" }
}
