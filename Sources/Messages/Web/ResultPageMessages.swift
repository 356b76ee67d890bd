public import CadreModel

/// What the dashboard's pages of indicators, results, persons and explanations say.
public enum ResultPageMessages {
  // MARK: Lists

  public static let title = Message("结果", "Results")
  public static let filter = Message("筛选", "Filter")
  public static let search = Message("姓名、编号或单位", "Name, id or unit")
  public static let anyIndicator = Message("全部指标", "all indicators")
  public static let anyDomain = Message("全部领域", "all fields")
  public static let apply = Message("筛选", "Filter")
  public static let clear = Message("清除", "Clear")
  public static let reading = Message(
    "点对象名称看判定依据：所依条款、所用记录和算式。", "Follow a subject to see why: the clause, the rows and the arithmetic.")
  public static let subjectID = Message("对象编号", "Subject id")
  public static let unitID = Message("单位编号", "Unit id")
  public static let indicatorID = Message("指标编号", "Indicator id")
  public static let observed = Message("实际", "Observed")
  public static let required = Message("要求", "Required")
  public static let `class` = Message("类别", "Class")
  public static let none = Message("没有符合条件的结果。", "No result is so.")

  // MARK: Indicators

  public static let ask = Message("要求", "What it asks")
  public static let text = Message("原文", "Its own words")
  public static let population = Message("对象范围", "Whom it is about")
  public static let rule = Message("如何判定", "What is judged")
  public static let parameters = Message("参数", "Parameters")
  public static let parameter = Message("参数", "Parameter")
  public static let value = Message("取值", "Value")
  public static let basis = Message("依据", "Basis")
  public static let validFrom = Message("自何时起", "Since")
  public static let distribution = Message("分布", "Distribution")
  public static let byUnit = Message("各单位", "By unit")
  public static let history = Message("历次评估", "History")
  public static let asOf = Message("评估日期", "As of")
  public static let subjects = Message("对象", "Subjects")
  public static let allSubjects = Message("全部对象", "All subjects")
  public static let assumedMark = Message("系统假定", "assumed")
  public static let whole = Message("概要", "In short")

  // MARK: Persons

  public static let person = Message("人员", "Person")
  public static let noPost = Message("当日无任职", "no post on that day")
  public static let personDuties = Message("各项职责", "Duties")
  public static let personResults = Message("此人在本市本次评估中的全部结果", "All results about this person in this judging")

  // MARK: Explanations

  public static let explanation = Message("判定依据", "Why")
  public static let verdict = Message("判定", "Verdict")
  public static let reason = Message("理由", "Reason")
  public static let arithmetic = Message("算式", "Arithmetic")
  public static let remedy = Message("如何改变", "To turn it")
  public static let due = Message("期限", "Due")
  public static let notJudged = Message("未评估", "Not judged")
  public static let neverReceived = Message("从未报送的表", "Tables never handed in")
  public static let rowsTable = Message("表", "Table")
  public static let rowsKey = Message("主键", "Key")
  public static let place = Message("名次", "Place")
  public static let name = Message("名称", "Name")
  public static let amount = Message("数值", "Amount")
  public static let isSubject = Message("本对象", "This one")

  public static func rows(_ count: Int) -> Message { Message("用到的记录（\(count) 条）", "Rows that made it (\(count))") }
}
