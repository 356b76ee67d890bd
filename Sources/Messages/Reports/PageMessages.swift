public import CadreModel

/// What the pages of all reports say: above the figures, in their tables, and at their foot.
public enum PageMessages {
  /// Up to when a page judges, and up to when there is data.
  public static func dates(asOf: Day, newest: Day?) -> Message {
    Message(
      "评估截至 \(asOf) · 数据最新至 \(newest?.description ?? "（无）")",
      "judged as of \(asOf) · data up to \(newest?.description ?? "(none)")")
  }

  /// Above what the reader should know before the figures.
  public static func warnings(_ count: Int) -> Message {
    Message("看数之前须知：\(count) 条", "To know before the figures: \(count)")
  }

  // MARK: Tables

  public static let changeInPoints = Message("同比（百分点）", "Change (points)")
  public static let statistic = Message("统计项", "Statistic")
  public static let `class` = Message("类别", "Class")
  public static let value = Message("数值", "Value")

  // MARK: How to read it

  public static let reading = Message(
    "达标率＝达标÷（达标＋未达标）；完成率＝达标÷（达标＋未达标＋进行中＋临期预警）；没有分母时不计。豁免、缺数据不进入比率。上年同期为上一年同月同日。",
    "Compliance = met / (met + unmet); completion = met / (met + unmet + pending + at risk); no rate without a "
      + "denominator. Exempt and no data are in no rate. Last year means the same day of last year.")

  // MARK: Assumptions and changes

  public static let assumed = Message("系统假定的参数", "Assumed numbers")

  public static func whereToChange(policy: String) -> Message {
    Message(
      "政策原文没有写明、由系统假定的数值；修改见 config/policies/\(policy).yaml。",
      "Numbers that the policy leaves open; to change them see config/policies/\(policy).yaml.")
  }

  public static let changed = Message("与程序自带不同的参数", "Parameters that differ from those shipped")

  /// Nil for an entry that the program does not bring.
  public static func shipped(_ value: String?) -> Message {
    Message("（自带：\(value ?? ReportWords.none.chinese)）", " (shipped: \(value ?? ReportWords.none.english))")
  }

  // MARK: What it was made from

  public static let deliveries = Message("数据报送", "Data handed in")
  public static let neverHandedIn = Message("从未报送：", "Never handed in: ")
  public static let run = Message("评估批次", "Run")
  public static let rules = Message("规则摘要", "rules")
  public static let dataVersion = Message("数据版本", "data version")
  public static let results = Message("结果", "results")
  public static let parametersFrom = Message("参数来源：", "Parameters: ")
}
