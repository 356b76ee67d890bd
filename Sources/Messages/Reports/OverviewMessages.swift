public import CadreModel

/// What `overview.html` says, the page of all cities.
public enum OverviewMessages {
  public static let title = Message("公务员管理政策执行情况总览", "Civil-servant policies: overview")
  public static let allProvinces = Message("各省", "all provinces")
  public static let noCity = Message("所选日期没有可评估的城市。", "No city can be judged on this date.")
  public static let cities = Message("各市概况", "Cities")
  public static let missingTables = Message("缺报表数", "Tables missing")
  public static let dataUpTo = Message("数据最新至", "Data up to")
  public static let noRanking = Message(
    "各市按各自的政策评估，合计比率不宜直接排名。缺报表的城市不给合计比率。",
    "Each city is judged under its own policy: totals are no ranking. A city that left out a table has no total.")
  public static let byDomain = Message("分领域达标率与省内名次", "Compliance by field, and rank within the province")
  public static let missing = Message("缺报", "missing")
  public static let dataAndAssumptions = Message("数据与假定", "data and assumptions")

  public static func notInEffect(from day: Day) -> Message {
    Message(
      "政策自 \(day) 起施行，本日期不评估。", "the policy is in effect from \(day) and judges nothing on this date.")
  }
}
