public import CadreModel

/// Why a subject that the data know is not judged by an indicator at a date.
public enum AbsenceMessages {
  public static func hiredLater(_ day: Day) -> Message {
    Message("\(day) 才参加工作，晚于评估日期", "hired on \(day), after the as-of date")
  }

  public static func left(_ day: Day) -> Message {
    Message("已于 \(day) 离开", "left on \(day)")
  }

  public static let noPost = Message("没有任职记录，不在职", "no post on record: not on roll")

  public static func postEnded(_ day: Day) -> Message {
    Message("没有现任职务：最近一任于 \(day) 免职", "no current post: the last one ended on \(day)")
  }

  public static func postBeginsLater(_ day: Day) -> Message {
    Message("\(day) 才任职，晚于评估日期", "the post begins on \(day), after the as-of date")
  }

  public static func unitDissolved(_ unit: String, _ day: Day) -> Message {
    Message("所在单位“\(unit)”已于 \(day) 撤销", "the unit \(unit) was dissolved on \(day)")
  }

  public static func unitFoundedLater(_ day: Day) -> Message {
    Message("\(day) 才成立，晚于评估日期", "founded on \(day), after the as-of date")
  }

  public static func datedLater(_ day: Day) -> Message {
    Message("发生在 \(day)，晚于评估日期", "dated \(day), after the as-of date")
  }

  /// - Parameter title: of the indicator that judges it instead.
  public static func judgedBy(_ id: String, title: Message) -> Message {
    Message("属于另一指标的对象，按“\(title.chinese)”（\(id)）评估", "of another population: judged by \(id), \(title.english)")
  }

  public static let outsidePopulation = Message(
    "不属于本指标在该日期的评估对象", "not of those whom the indicator judges at this date")
}
