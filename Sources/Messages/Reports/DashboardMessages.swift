public import CadreModel

/// What `dashboard.html` says, the page of one city.
public enum DashboardMessages {
  public static func title(_ city: City) -> Message {
    Message("\(city.nameChinese)政策执行情况", "\(city.nameEnglish): policy dashboard")
  }

  public static let dueSoon = Message("90 天内到期", "Due in 90 days")
  public static let neverHandedIn = Message("以下数据从未报送，所涉指标不计比率：", "Never handed in, and their indicators without a rate: ")
  public static let byDomain = Message("分领域达标率", "Compliance by field")
  public static let indicators = Message("各项指标", "Indicators")

  // MARK: What is unmet

  public static let exceptions = Message("未达标事项", "Unmet")
  public static let unmet = Message("未达标", "unmet")
  public static let nothingUnmet = Message("没有未达标事项。", "Nothing is unmet.")
  public static let allExceptions = Message("全部事项见 exceptions.csv。", "All of them are in exceptions.csv.")

  public static func first(_ count: Int) -> Message {
    Message("，列前 \(count) 条", ", first \(count)")
  }

  // MARK: What falls due

  public static let due = Message("90 天内到期", "Due in the next 90 days")
  public static let nothingDue = Message("没有即将到期的事项。", "Nothing falls due.")

  public static func allDue(_ count: Int) -> Message {
    Message("共 \(count) 项。", "\(count) in all.")
  }

  public static func nearestOfAllDue(_ count: Int) -> Message {
    Message(
      "共 \(count) 项，每个指标列最近几项，全部见 due.csv。",
      "\(count) in all; the nearest few of each indicator here, all in due.csv.")
  }

  // MARK: Units

  public static let lowestUnits = Message("达标率最低的单位", "Units with the lowest compliance")

  public static func unitsShown(atLeast verdicts: Int) -> Message {
    Message("只列判定不少于 \(verdicts) 项的单位，全部见 units.csv。", "Units with at least \(verdicts) verdicts; all are in units.csv.")
  }
}
