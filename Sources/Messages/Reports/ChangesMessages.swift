public import CadreModel

/// What a report of changes says: its columns, sheets and page, and what `cadre changes` prints.
public enum ChangesMessages {
  public static let title = Message("结论变化及其原因", "What changed, and why")
  public static let indicators = Message("各项指标", "Indicators")
  public static let causes = Message("变化原因", "Causes")
  public static let flips = Message("结论变化", "Changed results")
  public static let rows = Message("有关数据行", "Rows that made it so")

  // MARK: Columns

  public static let number = Message("序号", "number")
  public static let from = Message("变化前", "from")
  public static let to = Message("变化后", "to")
  public static let classBefore = Message("变化前类别", "class_from")
  public static let classAfter = Message("变化后类别", "class_to")
  public static let observedBefore = Message("变化前实际值", "observed_from")
  public static let observedAfter = Message("变化后实际值", "observed_to")
  public static let requiredBefore = Message("变化前要求值", "required_from")
  public static let requiredAfter = Message("变化后要求值", "required_to")
  public static let cause = Message("原因", "cause")
  public static let rateBefore = Message("变化前达标率", "from_rate")
  public static let rateAfter = Message("变化后达标率", "to_rate")
  public static let change = Message("达标率变化", "rate_change")
  public static let flipCount = Message("结论变化数", "flips")
  public static let table = Message("表", "table")
  public static let key = Message("主键", "key")
  public static let imports = Message("导入序号", "imports")
  public static let rowChange = Message("变更", "row_change")
  public static let column = Message("列", "column")
  public static let old = Message("原值", "old")
  public static let new = Message("新值", "new")

  public static func before(_ status: Status) -> Message { Message("变化前\(status.label)", "from_\(status.rawValue)") }
  public static func after(_ status: Status) -> Message { Message("变化后\(status.label)", "to_\(status.rawValue)") }
  public static func difference(_ status: Status) -> Message { Message("\(status.label)增减", "change_\(status.rawValue)") }

  // MARK: Causes

  public static let rules = Message("规则更新", "rules updated")
  public static let data = Message("数据补报或更正", "data handed in or corrected")
  public static let parameters = Message("参数调整", "parameter changed")
  public static let waiverBegan = Message("豁免开始", "waiver began")
  public static let waiverEnded = Message("豁免结束", "waiver ended")
  public static let periodBegan = Message("新周期开始", "period began")
  public static let periodEnded = Message("周期结束", "period ended")
  public static let entered = Message("进入评估范围", "entered the population")
  public static let left = Message("离开评估范围", "left the population")
  public static let duePassed = Message("期限已过", "deadline passed")
  public static let dueNear = Message("期限临近", "deadline near")
  public static let facts = Message("期间有新的事实", "something happened in between")
  public static let timePassed = Message("时间推移（统计窗口移动或日期到达）", "time passed (a window moved, a date came)")

  // MARK: Rows

  public static let inserted = Message("新增", "inserted")
  public static let updated = Message("更新", "updated")
  public static let withdrawn = Message("撤销", "withdrawn")
  public static let wholeTable = Message("整表", "whole_table")
  public static let firstLoad = Message("首次入库", "first_load")

  // MARK: The page

  public static let reading = Message(
    "每个变化的结论只有一个原因：依次换上现行规则、后来报送的数据、后来的参数，最后换上后来的日期，结论最后一次改变时所换的即为原因。各原因的增减之和等于前后之差；达标率的变化按此顺序逐步计算。时间所致的，按结论本身再分。",
    """
    Every result that stands otherwise has one cause: in turn today's rules, the later data, the later parameters and at last the \
    later date are put in place of the former ones, and what changed the result last is the cause. The causes add up to the \
    difference; rates are told step by step in this order. What time has changed is told apart by the results themselves.
    """)

  public static func sides(from: Day, to: Day) -> Message {
    from == to ? Message("截至 \(to)", "As of \(to)") : Message("\(from) 至 \(to)", "From \(from) to \(to)")
  }

  /// Which imports both sides have seen.
  public static func known(before: Int, after: Int) -> Message {
    Message("数据：第 \(before) 次导入之后，第 \(after) 次导入之后", "Data: after import \(before); after import \(after)")
  }

  public static func first(_ count: Int, of all: Int) -> Message {
    count == all
      ? Message("共 \(all) 个", "\(all) in all")
      : Message("前 \(count) 个，共 \(all) 个，其余见 changes.csv", "The first \(count) of \(all); the others are in changes.csv")
  }

  public static let parametersChanged = Message("期间调整的参数", "Parameters that changed in between")
  public static let valueBefore = Message("原值", "Value before")
  public static let valueAfter = Message("新值", "Value after")
  public static let absent = Message("—", "—")

  // MARK: Printed

  public static func line(
    _ city: City, _ indicator: String, _ title: Message, rates: (from: String, to: String), flips: Int, causes: Message
  ) -> Message {
    Message(
      "\(city.nameChinese) \(indicator) \(title.chinese)：达标率 \(rates.from) → \(rates.to)，结论变化 \(flips)（\(causes.chinese)）",
      "\(city.nameEnglish) \(indicator) \(title.english): compliance \(rates.from) to \(rates.to), \(flips) changed "
        + "(\(causes.english))")
  }

  public static func counted(_ cause: Message, _ count: Int) -> Message {
    Message("\(cause.chinese) \(count)", "\(cause.english) \(count)")
  }

  /// A cause with its part of the change of a rate, in points.
  public static func counted(_ cause: Message, _ count: Int, points: String) -> Message {
    Message("\(cause.chinese) \(count)（\(points)）", "\(cause.english) \(count) (\(points))")
  }

  public static func total(_ city: City, _ count: Int, causes: Message) -> Message {
    count == 0
      ? Message("\(city.nameChinese)：没有结论变化", "\(city.nameEnglish): no result stands otherwise")
      : Message(
        "\(city.nameChinese)：结论变化 \(count)（\(causes.chinese)）", "\(city.nameEnglish): \(count) changed (\(causes.english))")
  }

  // MARK: Errors

  public static let whichSides = Message(
    "请给出 --as-of 日期 和 --known（一个或两个），或 --from 日期 --to 日期，或 --from-run 批次 --to-run 批次（不与其他并用）",
    "say --as-of DATE with one or two --known, or --from DATE --to DATE, or --from-run RUN --to-run RUN alone")

  public static func runAfterRun(_ from: Day, _ to: Day) -> Message {
    Message(
      "--from-run 的日期 \(from) 晚于 --to-run 的日期 \(to)；请对调",
      "the run of --from-run is as of \(from), after that of --to-run, \(to): put the other one first")
  }

  public static let tooManyKnown = Message(
    "--known 至多给出两个：前一个是变化前的，后一个是变化后的", "at most two --known: the former state's, then the later one's")

  public static func fromAfterTo(_ from: Day, _ to: Day) -> Message {
    Message(
      "--from \(from) 应早于 --to \(to)；同一日期请用 --as-of 和 --known",
      "--from \(from) must be before --to \(to); for one date say --as-of and --known")
  }
}
