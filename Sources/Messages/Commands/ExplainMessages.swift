public import CadreModel

/// The headings of an explanation, and what it says beside the words of the policy.
public enum ExplainMessages {
  public static let clause = Message("依据：", "Clause: ")
  public static let gist = Message("要求：", "Asks for: ")
  public static let text = Message("原文：", "Text: ")
  public static let city = Message("城市：", "City: ")
  public static let asOf = Message("评估截至：", "As of: ")
  public static let parameters = Message("参数：", "Parameters: ")
  public static let notJudged = Message("未评估：", "Not judged: ")
  public static let unit = Message("单位：", "Unit: ")
  public static let reason = Message("理由：", "Reason: ")
  public static let arithmetic = Message("算式：", "Arithmetic: ")
  public static let due = Message("期限：", "Due: ")
  public static let remedy = Message("如何改变：", "To turn it: ")

  public static func rows(_ count: Int) -> Message {
    Message("记录（\(count) 条）：", "Rows (\(count)): ")
  }

  /// Behind a parameter: whether the text states it, and where.
  public static func source(basis: Message, clause: String) -> Message {
    Message("（\(basis.chinese)，\(clause)）", " (\(basis.english), \(clause))")
  }

  /// Behind the one of several that is explained.
  public static let thisOne = Message("  ← 本对象", "  <- this one")

  /// Behind what a subject is compared with: how many there are.
  public static func total(_ count: Int) -> Message {
    Message("（共 \(count)）：", " (\(count) in all):")
  }
}
