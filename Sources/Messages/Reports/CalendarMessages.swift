public import CadreModel

/// What calendars of what falls due say: their columns and sheets, the page, and the events of an `.ics` file.
public enum CalendarMessages {
  public static func title(_ city: City) -> Message {
    Message("\(city.nameChinese)到期日程", "\(city.nameEnglish): what falls due")
  }

  public static let days = Message("逐日", "Day by day")
  public static let months = Message("按月", "By month")
  public static let weeks = Message("按周", "By week")
  public static let units = Message("按单位", "By unit")
  public static let heads = Message("按负责人", "By head")

  // MARK: Columns

  public static let week = Message("周（周一）", "week")
  public static let month = Message("月份", "month")
  public static let weekLevel = Message("周", "week")
  public static let count = Message("项数", "count")
  public static let atRisk = Message("其中临期", "at_risk")
  public static let subjects = Message("对象（前几个）", "subjects")
  public static let level = Message("层次", "level")
  public static let id = Message("编号", "id")
  public static let name = Message("名称", "name")
  public static let unitCount = Message("涉及单位", "units")
  public static let first = Message("最早期限", "first_due")
  public static let last = Message("最晚期限", "last_due")

  // MARK: The page

  public static func span(_ asOf: Day, _ last: Day, days: Int) -> Message {
    Message("\(asOf) 之后 \(days) 天（至 \(last)）到期的事项", "what falls due in the \(days) days after \(asOf), up to \(last)")
  }

  /// A week by its first and last day.
  public static func weekName(_ monday: Day) -> Message {
    let sunday = monday.adding(days: 6)
    return Message("\(monday) 至 \(sunday)", "\(monday) to \(sunday)")
  }

  public static let date = Message("日期", "Date")
  public static let duty = Message("事项", "Duty")
  public static let clause = Message("条款", "Article")
  public static let whereDue = Message("涉及单位", "Units")
  public static let next = Message("最近期限", "Next due")
  public static let duties = Message("事项及项数", "Duties")

  /// Several units by the first ones.
  public static func andMore(_ names: Message, count: Int) -> Message {
    Message("\(names.chinese)等 \(count) 个", "\(names.english) and others, \(count) in all")
  }

  /// A duty with how many and by when.
  public static func line(_ title: Message, count: Int, due: Day) -> Message {
    Message("\(title.chinese) \(count) 项（\(due)）", "\(title.english): \(count) (\(due))")
  }

  public static func moreDuties(_ count: Int) -> Message {
    Message("；另 \(count) 个指标", "; and \(count) more duties")
  }

  public static func others(_ count: Int) -> Message {
    Message("另有 \(count) 个，见 calendar_groups.csv", "and \(count) more: see calendar_groups.csv")
  }

  public static func sum(_ count: Int, duties: Int) -> Message {
    Message("\(count) 项，涉及 \(duties) 个指标", "\(count), of \(duties) duties")
  }

  public static let reading = Message(
    "同一天到期的同一事项列为一行；计尚未完成的事项，和任职期满须交流轮岗的岗位。逐单位逐日的数目和对象见 calendar.csv。",
    "What falls due on one day under one duty is one line. Counted is what is not done yet, and posts whose tenure ends. By unit and "
      + "day, with whom it is about, it is all in calendar.csv.")

  public static let nothing = Message("这段时间没有到期的事项。", "Nothing falls due in this time.")

  /// - Parameter number: 1 for Monday to 7 for Sunday.
  public static func weekday(_ number: Int) -> Message { weekdays[(number - 1) % weekdays.count] }

  private static let weekdays = [
    Message("周一", "Mon"), Message("周二", "Tue"), Message("周三", "Wed"), Message("周四", "Thu"), Message("周五", "Fri"),
    Message("周六", "Sat"), Message("周日", "Sun"),
  ]

  // MARK: Events

  public static func calendar(_ unit: String) -> Message {
    Message("\(unit)：到期事项", "\(unit): what falls due")
  }

  public static func summary(_ title: Message, count: Int) -> Message {
    Message("到期：\(title.chinese)（\(count) 项）", "Due: \(title.english) (\(count))")
  }

  /// Somebody of a unit below the calendar's own.
  public static func of(_ unit: String, _ name: String) -> Message {
    Message("\(name)（\(unit)）", "\(name) (\(unit))")
  }

  public static func description(_ article: Message, indicator: String, period: String, subjects: Message, asOf: Day) -> Message {
    Message(
      "条款：\(article.chinese)\n指标：\(indicator)，时期：\(period)\n对象：\(subjects.chinese)\n评估截至：\(asOf)",
      "Article: \(article.english)\nIndicator: \(indicator), period: \(period)\nWho: \(subjects.english)\nAs of: \(asOf)")
  }
}
