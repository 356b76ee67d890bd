public import CadreModel

/// What the dashboard's pages of the province, of a city and of its units say.
public enum CityPageMessages {
  // MARK: Province

  public static let heat = Message("各市分领域达标率", "Compliance by city and field")
  public static let heatReading = Message(
    "每格为达标率，其下为判定数（达标＋未达标）和较上年同日的变化（百分点）。缺报表的不给比率。各市按各自的政策评估，合计不宜直接排名。",
    "Each cell is a compliance rate, below it the number of verdicts (met + unmet) and the change since the same day of last year "
      + "in points. Where a table was never handed in there is no rate. Each city is judged under its own policy: totals are no ranking."
  )
  public static let all = Message("合计", "All")

  public static func verdicts(of name: Message) -> Message { Message("\(name.chinese)判定数", "\(name.english): verdicts") }
  public static func change(of name: Message) -> Message { Message("\(name.chinese)同比", "\(name.english): change") }

  /// Below a rate.
  public static func below(_ verdicts: Int, change: String?) -> Message {
    Message(
      "判定 \(verdicts)\(change.map { " · \($0)" } ?? "")", "n \(verdicts)\(change.map { " · \($0)" } ?? "")")
  }

  public static let shortfalls = Message("未达标人数最多的事项", "Duties that most persons fall short of")
  public static let persons = Message("未达标人数", "Persons")
  public static let dueSoon = Message("本月与下月到期", "Due this month and next")
  public static let month = Message("月份", "Month")
  public static let count = Message("项数", "Count")
  public static let firstDue = Message("最早期限", "First due")
  public static let freshness = Message("数据新旧", "How fresh the data is")
  public static let newest = Message("数据最新至", "Data up to")
  public static let lastImport = Message("最近报送", "Last handed in")
  public static let missingTables = Message("未报送的表", "Tables never handed in")
  public static let run = Message("评估批次", "Run")
  public static let results = Message("结果数", "Results")

  // MARK: City

  public static func title(_ city: City) -> Message { Message(city.nameChinese, city.nameEnglish) }
  public static let domains = Message("分领域", "By field")
  public static let articles = Message("逐条", "Article by article")
  public static let indicators = Message("各项指标", "Indicators")
  public static let verdictCount = Message("判定数", "Verdicts")
  public static let change = Message("同比（百分点）", "Change (points)")
  public static let worse = Message("同比下降最多的事项", "What got worse since last year")
  public static let lowestUnits = Message("待办最多的单位", "Units with the most open items")
  public static let article = Message("条款", "Article")
  public static let assumed = Message("含假定参数", "Assumed numbers")
  public static let noDuty = Message("不单独评估", "not judged by itself")
  public static let allUnits = Message("全部单位", "All units")
  public static let statisticClass = Message("类别", "Class")
  public static let statisticValue = Message("数值", "Value")

  public static func indicatorCount(_ count: Int) -> Message {
    Message("\(count) 项指标", count == 1 ? "1 indicator" : "\(count) indicators")
  }

  // MARK: Units

  public static let unitsReading = Message(
    "“本级”只计责任单位为该单位的结果，“含下级”加上其下各级单位。", "'Own' counts the results of the unit itself; 'with those below' adds all units below it."
  )
  public static let head = Message("负责人", "Head")
  public static let ownRate = Message("本级达标率", "Own compliance")
  public static let wholeRate = Message("含下级达标率", "With those below")
  public static let wholeUnmet = Message("含下级未达标", "Unmet with those below")
  public static let noUnit = Message("未列入单位", "Of no unit")
  public static let below = Message("下级单位", "Units below")
  public static let duties = Message("各项职责", "Duties")
  public static let about = Message("关于本单位的结果", "Results about this unit")
  public static let openResults = Message("本单位需处理事项", "What this unit has to see to")
}
