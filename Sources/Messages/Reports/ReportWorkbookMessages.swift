public import CadreModel

/// What a report's workbook says beside its tables.
public enum ReportWorkbookMessages {
  // MARK: Names of sheets

  public static let cover = Message("封面", "Cover")
  public static let cityRates = Message("各市分领域达标率", "Rates by city")
  public static let domains = Message("分领域", "Fields of work")
  public static let trend = Message("趋势", "Trend")
  public static let indicators = Message("各项指标", "Indicators")
  public static let statistics = Message("统计", "Statistics")
  public static let exceptions = Message("需处理事项", "Exceptions")
  public static let due = Message("90天内到期", "Due in 90 days")
  public static let units = Message("各单位", "Units")
  public static let explanations = Message("说明", "Explanations")
  public static let results = Message("全部结果", "Results")

  // MARK: Cover

  public static let unit = Message("填报单位", "Reporting unit")
  public static let asOf = Message("统计时间", "As of")
  public static let newestData = Message("数据最新至", "Data up to")
  public static let policy = Message("政策", "Policy")
  public static let publication = Message("发布", "Publication")
  public static let notPublished = Message("未发布", "not published")
  public static let rulesDigest = Message("规则摘要", "Rules digest")
  public static let parametersDigest = Message("参数摘要", "Parameters digest")
  public static let parametersFrom = Message("参数来源", "Parameters from")
  public static let contents = Message("目录", "Contents")
  public static let sheet = Message("工作表", "Sheet")
  public static let rows = Message("行数", "Rows")
  public static let warnings = Message("提示", "Notes")
  public static let missingTables = Message("从未报送的表", "Tables never handed in")
  public static let parameter = Message("参数", "Parameter")
  public static let value = Message("数值", "Value")
  public static let shippedValue = Message("自带数值", "Shipped value")
  public static let clause = Message("条款", "Article")
  public static let notInEffect = Message("政策尚未施行的城市", "Cities whose policy is not in effect yet")

  /// A table that is longer than a sheet.
  public static func split(_ table: Message, sheets: Int) -> Message {
    Message(
      "“\(table.chinese)”超过一张工作表的行数，分为 \(sheets) 张。",
      "'\(table.english)' is longer than a sheet and goes on in others: \(sheets) in all.")
  }

  /// A sheet holds so many links and no more.
  public static func linksEnd(_ table: Message, most: Int) -> Message {
    Message(
      "一张工作表最多有 \(most) 个链接，“\(table.chinese)”其后各行的指标名称不带链接。",
      "A sheet holds at most \(most) links: in '\(table.english)' the titles of later rows have none.")
  }

  // MARK: Charts

  public static let ratesByDomain = Message("分领域达标率", "Compliance by field of work")
  public static let ratesOverTime = Message("达标率与完成率", "Compliance and completion")

  // MARK: Explanations

  public static let gist = Message("条款要旨", "gist")
  public static let rule = Message("对象与规则", "population_and_rule")
  public static let parameters = Message("参数", "parameters")
  public static let attention = Message("需处理事项数", "exceptions")

  /// A parameter on a line of its own.
  public static func parameter(_ title: Message, value: Message, basis: Message, clause: String) -> Message {
    Message(
      "\(title.chinese)：\(value.chinese)（\(basis.chinese)，\(clause)）",
      "\(title.english): \(value.english) (\(basis.english), \(clause))")
  }
}
