public import CadreModel

/// What the comparison of cities by duty says: its columns, sheets and page.
public enum ComparisonMessages {
  public static let title = Message("同一要求各市对照", "One duty across cities")
  public static let yardstick = Message("同一尺度", "Under one yardstick")

  // MARK: Columns

  public static let duty = Message("要求", "duty")
  public static let dutyTitle = Message("要求名称", "duty_title")
  public static let indicators = Message("指标", "indicators")
  public static let asked = Message("政策要求", "asked")
  public static let numbers = Message("数值", "numbers")
  public static let period = Message("周期", "period")
  public static let clauses = Message("条款", "clauses")
  public static let basis = Message("依据", "basis")
  public static let direction = Message("走势", "trend")
  public static let rank = Message("名次", "rank")
  public static let rule = Message("所用规则", "rule")
  public static let isOwn = Message("本市规则", "own_rule")
  public static let ownRate = Message("本市规则下达标率", "own_rate")
  public static let differenceOfRates = Message("与本市规则之差", "difference")
  public static let both = Message("两种规则均判定", "judged_by_both")
  public static let otherwise = Message("结论不同", "otherwise")
  public static let wouldMeet = Message("未达标变达标", "would_meet")
  public static let wouldFail = Message("达标变未达标", "would_fail")
  public static let onlyOwn = Message("仅本市规则判定", "only_own_rule")
  public static let onlyOther = Message("仅所用规则判定", "only_this_rule")

  // MARK: Cells

  public static let notAsked = Message("本市政策未作规定", "not asked by this policy")
  public static let stated = Message("明文规定", "stated")
  public static let assumed = Message("系统假定", "assumed")
  public static let partlyAssumed = Message("部分假定", "partly assumed")
  public static let up = Message("上升", "up")
  public static let level = Message("持平", "level")
  public static let down = Message("下降", "down")

  // MARK: The page

  public static let data = Message("数据", "Data")
  public static let trend = Message("走势", "Trend")
  public static let verdicts = Message("判定数", "n")

  public static func reading(verdicts: Int) -> Message {
    Message(
      "各市按本市政策评估；判定数＝达标＋未达标。判定数少于 \(verdicts) 的不排名，有名次的城市不足两个的也不排名。走势与上年同日相比（没有则与最早的月末相比），变化不到 1 个百分点为持平。",
      "Each city under its own policy; n = met + unmet. Fewer than \(verdicts) verdicts have no rank, nor has a single city. The "
        + "trend is against the same day of last year (else the earliest month end); less than one point is level.")
  }

  public static let yardstickReading = Message(
    "同一尺度：每行一市的数据，每列按一项政策的规则；格内为达标率和判定数，“改判”为两种规则都判定、结论不同的人（件）数，其中 + 为未达标变达标，− 为达标变未达标。粗框为本市政策。谈话按受谈人计。",
    "Under one yardstick: a city's data down, a policy's rule across; the rate with n, and how many are judged by both rules and "
      + "stand otherwise, + unmet to met, − met to unmet. Framed: the city's own policy. Talks count by who is talked to.")

  public static func otherwise(_ count: Int, wouldMeet: Int, wouldFail: Int) -> Message {
    Message("改判 \(count)（+\(wouldMeet) −\(wouldFail)）", "\(count) otherwise (+\(wouldMeet) −\(wouldFail))")
  }

}
