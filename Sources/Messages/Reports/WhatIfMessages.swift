public import CadreModel

/// What a what-if says: its columns and sheets, and what `cadre whatif` prints.
public enum WhatIfMessages {
  public static let title = Message("参数试算（非正式结果）", "What if (not official)")
  public static let indicators = Message("各项指标", "Indicators")
  public static let units = Message("各单位", "Units")
  public static let flips = Message("结论变化", "Flips")

  // MARK: Columns

  public static func official(_ status: Status) -> Message {
    Message("正式\(status.label)", "official_\(status.rawValue)")
  }

  public static func scenario(_ status: Status) -> Message {
    Message("试算\(status.label)", "scenario_\(status.rawValue)")
  }

  public static let officialRate = Message("正式达标率", "official_rate")
  public static let scenarioRate = Message("试算达标率", "scenario_rate")
  public static let change = Message("变化", "change")
  public static let flipCount = Message("结论变化数", "flips")
  public static let from = Message("正式结论", "from")
  public static let to = Message("试算结论", "to")
  public static let classBefore = Message("正式类别", "class_from")
  public static let classAfter = Message("试算类别", "class_to")
  public static let requiredBefore = Message("正式要求值", "required_from")
  public static let requiredAfter = Message("试算要求值", "required_to")

  // MARK: The cover

  public static let officialValue = Message("正式值", "Official value")
  public static let scenarioValue = Message("试算值", "Tried value")
  public static let changed = Message("试算的参数", "Parameters tried")

  // MARK: Printed

  public static func tried(_ name: String, title: Message, from: String, to: String) -> Message {
    Message("试算：\(title.chinese)（\(name)）由 \(from) 改为 \(to)", "Tried: \(title.english) (\(name)): \(to) instead of \(from)")
  }

  /// A number that the policy prints.
  public static func stated(_ name: String, clause: String) -> Message {
    Message("\(name) 是政策明文规定的（\(clause)），此处只作试算", "\(name) is stated by the policy (\(clause)): this only tries another value")
  }

  public static func line(
    _ city: City, _ indicator: String, _ title: Message, rates: (from: String, to: String), unmet: (from: Int, to: Int),
    flips: Int
  ) -> Message {
    Message(
      "\(city.nameChinese) \(indicator) \(title.chinese)：达标率 \(rates.from) → \(rates.to)，未达标 \(unmet.from) → \(unmet.to)，结论变化 \(flips)",
      "\(city.nameEnglish) \(indicator) \(title.english): compliance \(rates.from) to \(rates.to), unmet \(unmet.from) to "
        + "\(unmet.to), \(flips) flips")
  }

  public static func nothing(_ city: City) -> Message {
    Message("\(city.nameChinese)：没有指标受影响", "\(city.nameEnglish): no indicator depends on it")
  }

  public static let notStored = Message("试算不保存，正式结果不变。", "Nothing of it is stored: official results stay as they are.")

  // MARK: Errors

  public static let nothingToTry = Message(
    "请用 --set 给出要试算的参数，如 --set kunming.4.annual-training.hours=100，或用 --config 给出配置目录",
    "say what to try: --set kunming.4.annual-training.hours=100, or a configuration folder with --config")

  public static let noneConcerned = Message(
    "所给参数与正式参数相同，或不属于这些城市所用的政策", "the parameters are as the official ones, or of no policy that these cities are judged under")

  public static func malformed(_ text: String) -> Message {
    Message(
      "看不懂“\(text)”，应为 政策.参数=值，如 kunming.4.annual-training.hours=100",
      "'\(text)' should read policy.parameter=value, such as kunming.4.annual-training.hours=100")
  }

  public static func unknown(_ name: String, nearest: [String]) -> Message {
    guard !nearest.isEmpty else {
      return Message("没有参数“\(name)”；cadre catalogue 列出全部参数", "no parameter '\(name)'; cadre catalogue lists them")
    }
    let list = nearest.list
    return Message("没有参数“\(name)”，是否应为 \(list.chinese)？", "no parameter '\(name)'; did it mean \(list.english)?")
  }

  public static func wrongKind(_ name: String, value: String, expected: Message) -> Message {
    Message("参数“\(name)”的值“\(value)”应是\(expected.chinese)", "the value '\(value)' of '\(name)' must be \(expected.english)")
  }

  public static let wholeNumber = Message("不小于 0 的整数", "a whole number, 0 or more")
  public static let number = Message("不小于 0 的数字，至多四位小数", "a number, 0 or more, of at most four decimals")
  public static let day = Message("日期，如 2025-12-31", "a date such as 2025-12-31")
  public static let monthDay = Message("每年的某一天，如 12-31", "a day of every year such as 12-31")
  public static let codes = Message("代码，以分号或逗号隔开", "codes, with semicolons or commas between")

  public static func unknownCode(_ name: String, code: String, nearest: [String]) -> Message {
    let hint =
      nearest.isEmpty ? Message("", "") : Message("，是否应为 \(nearest.list.chinese)？", "; did it mean \(nearest.list.english)?")
    return Message(
      "参数“\(name)”不能含代码“\(code)”\(hint.chinese)", "'\(name)' cannot have the code '\(code)'\(hint.english)")
  }

  public static func twice(_ name: String) -> Message {
    Message("参数“\(name)”给出了两次", "the parameter '\(name)' is set twice")
  }
}
