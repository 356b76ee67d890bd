public import CadreModel

/// What trends say: their columns, sheets and sections, and the page of `cadre trend`.
public enum TrendMessages {
  public static let title = Message("各市政策执行趋势", "Trends by city")
  public static let section = Message("趋势", "Trend")

  // MARK: Columns

  public static let level = Message("层次", "level")
  public static let id = Message("编号", "id")
  public static let name = Message("名称", "name")
  public static let asOf = Message("时点", "as_of")
  public static let decided = Message("判定数", "n")
  public static let changeBefore = Message("较上期变化", "change_since_before")
  public static let sameData = Message("同一数据版本", "same_data")

  // MARK: Levels

  public static let city = Message("城市", "city")
  public static let domain = Message("领域", "domain")
  public static let indicator = Message("指标", "indicator")
  public static let unit = Message("单位", "unit")
  public static let branch = Message("单位（含下属）", "branch")

  public static let unitOfWhichCity = Message("--unit 须同时用 --city 给出一个城市", "--unit needs one --city")

  // MARK: On pages

  public static let complianceOfCities = Message("各市达标率（全部事项）", "Compliance by city, all duties")
  public static let detail = Message("逐期明细", "All figures")
  public static let rows = Message("项目", "Series")

  /// How the numbers under a chart are to be read.
  public static let reading = Message(
    "每格为达标率，其下为判定数（达标＋未达标）；* 为按较早的数据评估的时点。各层次的计数见 trend.csv。"
      + "期内未完成的事项到期末才判为未达标，期末的达标率因此常低于平时，宜与上年同期相比。",
    "Each cell is a compliance rate, below it the number of verdicts (met + unmet); * marks dates judged on earlier data. "
      + "All counts are in trend.csv. What is not done yet becomes unmet only when its period ends, so rates often drop then: "
      + "compare with the same day of last year.")

  public static let oneDate = Message(
    "只有一个时点的评估结果；加 --months 12 可补评过去 12 个月末。",
    "Only one date has been judged; --months 12 judges the ends of the last twelve months.")

  /// What a chart shows, for who does not see it.
  public static func described(_ series: String, _ values: Message) -> Message {
    Message("\(series)：\(values.chinese)", "\(series): \(values.english)")
  }
}
