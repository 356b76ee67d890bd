public import CadreModel

/// What `cadre report` says beside the reports themselves.
public enum ReportCommandMessages {
  public static func noCityOfProvince(_ code: String, known: [String]) -> Message {
    Message(
      "没有省代码为“\(code)”的城市；有城市的省：\(known.list.chinese)",
      "no city of province '\(code)'; there are cities of \(known.list.english)")
  }

  public static func monthsOutOfRange(most: Int) -> Message {
    Message("--months 应为 1 至 \(most)", "--months is from 1 to \(most)")
  }

  public static func judged(_ city: City) -> Message {
    Message("\(city.nameChinese)：评估完毕", "\(city.nameEnglish): judged")
  }

  public static func written(_ folder: String) -> Message {
    Message("报告已写入 \(folder)", "The report is in \(folder)")
  }

  public static func note(_ warning: Message) -> Message {
    Message("提示：\(warning.chinese)", "Note: \(warning.english)")
  }
}

/// Why something could not be written.
public enum OutputMessages {
  public static let standardOutput = Message("标准输出", "standard output")

  public static func unwritable(_ path: Message, reason: Message) -> Message {
    Message(
      "无法写入 \(path.chinese)：\(reason.chinese)；请腾出空间或另选位置（--out）",
      "\(path.english) cannot be written: \(reason.english); make room, or choose another place with --out")
  }
}
