public import CadreModel

/// What is said of a name on the command line that is not registered.
public enum NameMessages {
  public static let city = Message("城市", "city")
  public static let policy = Message("政策", "policy")
  /// One that a sample can be made after.
  public static let sampleCity = Message("可仿照的城市", "city to be like")

  /// - Parameters:
  ///   - kind: what was named.
  ///   - nearest: what may have been meant.
  public static func unknown(_ kind: Message, _ written: String, nearest: String?, known: [CityName]) -> Message {
    let list = known.map { Message("\($0.chinese)（\($0.code)）", "\($0.code) (\($0.chinese))") }
      .joined(by: Punctuation.listSeparator)
    let start = Message("没有\(kind.chinese)“\(written)”", "no \(kind.english) '\(written)'")
    guard let nearest else {
      return Message(
        "\(start.chinese)；已登记的有：\(list.chinese)", "\(start.english); registered are \(list.english)")
    }
    return Message(
      "\(start.chinese)，是否应为 \(nearest)？已登记的有：\(list.chinese)",
      "\(start.english); did it mean \(nearest)? Registered are \(list.english)")
  }
}

/// What is said of a date on the command line that cannot be read.
public enum DayMessages {
  public static let malformed = Message(
    "看不懂这个日期，请写 2025-12-31、2025/12/31、20251231、2025年12月31日 或 今天",
    "no date; write 2025-12-31, 2025/12/31, 20251231 or today")
  public static let impossible = Message("日历上没有这一天", "there is no such day")
  public static let outOfRange = Message("年份应在 1900 至 2100 之间", "years are from 1900 to 2100")
}
