public import CadreModel

/// Why results can't be read, or a report not be written.
public enum ResultMessages {
  public static func replaced(city: String, asOf: Day) -> Message {
    Message(
      "\(city) 截至 \(asOf) 的评估刚刚被他人重新生成，请重试",
      "somebody else has just judged \(city) as of \(asOf) anew: try again")
  }

  public static func unknownPolicy(_ policy: String) -> Message {
    Message("本程序没有评估所依据的政策“\(policy)”", "this program does not have the policy '\(policy)' that the results are of")
  }

  /// - Parameter reason: what the system says.
  public static func unwritable(_ path: String, reason: Message) -> Message {
    Message(
      "无法写入 \(path)：\(reason.chinese)；请腾出空间或另选位置（--out）",
      "\(path) cannot be written: \(reason.english); make room, or choose another place with --out")
  }
}
