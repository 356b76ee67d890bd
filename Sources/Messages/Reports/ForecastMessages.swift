public import CadreModel

/// What forecasts say: their columns, the page, and how they are to be read.
public enum ForecastMessages {
  public static let title = Message("期末预测", "Forecast")
  public static let units = Message("各单位", "Units")
  public static let horizonDay = Message("预测至", "Foreseen up to")

  // MARK: Columns

  public static let unmetNow = Message("现未达标", "unmet_now")
  public static let open = Message("尚未完成", "open_now")
  public static let ifNothing = Message("不再办理则未达标", "unmet_if_nothing")
  public static let ofOpen = Message("其中现未完成的", "of_open")
  public static let ofLater = Message("其中以后才开始的", "of_later")
  public static let ifAllDone = Message("全部办结则未达标", "unmet_if_all_done")
  public static let expected = Message("按往年预计未达标", "unmet_expected")
  public static let errorCount = Message("预计误差（±）", "error_count")
  public static let pastShare = Message("往年按期办结比例", "past_share_met")
  public static let error = Message("回测误差", "back_test_error")
  public static let past = Message("往年（达标/判定）", "past_years")
  public static let rateNow = Message("现达标率", "rate_now")
  public static let rateIfNothing = Message("不再办理的达标率", "rate_if_nothing")
  public static let rateIfAllDone = Message("全部办结的达标率", "rate_if_all_done")
  public static let rateExpected = Message("预计达标率", "rate_expected")

  public static let notBegun = Message("尚未开始的周期（不预测）", "not_begun")

  // MARK: The page

  public static func span(_ asOf: Day, _ end: Day) -> Message {
    Message("自 \(asOf) 预测至 \(end)", "from \(asOf) to \(end)")
  }

  public static let duty = Message("事项", "Duty")
  public static let clause = Message("条款", "Article")
  public static let now = Message("现未达标", "Unmet now")
  public static let openNow = Message("尚未完成", "Open")
  public static let nothing = Message("不再办理", "If nothing more")
  public static let allDone = Message("全部办结", "If all is done")
  public static let usual = Message("按往年预计", "As in other years")
  public static let share = Message("往年办结", "Met in other years")
  public static let backTest = Message("回测误差", "Back-test")
  public static let rates = Message("达标率：现 → 不再办理 / 预计 / 全部办结", "Rate now, then: nothing, expected, all done")
  public static let sum = Message("合计", "Total")
  public static let noneOpen = Message("没有尚未完成的事项。", "Nothing is open.")

  public static func years(_ count: Int) -> Message {
    Message("\(count) 年", "\(count) years")
  }

  /// How it is to be read.
  public static let reading = Message(
    "不再办理：以现有数据评估期末，结果与到时数据不变时的正式评估相同。全部办结：现未完成和以后才开始的都按期办结。"
      + "按往年预计：现未完成和以后才开始的，按往年（最多三年）同日未完成的事项到期末达标的比例办结。"
      + "回测误差：以更早各年的比例预测该年，与该年实际比例之差的平均值；不足两年时不计。比例按各项指标分别计算。",
    "If nothing more: the day ahead judged on the data there are now; if these stay, the official results will be the same. If all is done: "
      + "what is open, and what begins later, is done in time. As in other years: of these as many are done as of those that were open on "
      + "this day of the last three years at most. Back-test: by how much the share of a year differed, on average, from that of the years "
      + "before it; it takes two years. Shares are by indicator.")

  /// Data of days that a forecast takes for unknown.
  public static func dataAhead(_ asOf: Day, newest: Day) -> Message {
    Message(
      "数据中已有 \(asOf) 之后的事项（至 \(newest)）：期末按全部现有数据评估，已计入这些事项。",
      "The data reach beyond \(asOf), up to \(newest): the day ahead is judged on all of them.")
  }

  public static let noPast = Message(
    "没有往年数据可比：政策在往年未施行，或当时没有未完成的事项。", "No earlier year to compare with: the policy was not in force, or nothing was open then.")

  // MARK: Errors

  public static func horizon(_ asOf: Day, last: Day) -> Message {
    Message(
      "--horizon 须在 \(asOf) 之后、不晚于 \(last)；年底那天没有当年的事项可预测，须给出次年的日期",
      "--horizon must lie after \(asOf) and not after \(last); on a year's last day nothing of that year is left to foresee: give a day "
        + "of the next one")
  }

  /// What is not foreseen.
  public static func notBegun(_ count: Int, end: Day) -> Message {
    Message(
      "到 \(end) 另有 \(count) 项属于次年才开始的周期，现在尚未开始，不预测；当年内结束的周期预测到其期末。",
      "By \(end) there are \(count) more, of periods that begin only after the year's end: nothing is foreseen of them. Periods that end within "
        + "the year are foreseen to their end.")
  }
}
