public import CadreModel

/// What would turn a verdict. Words in braces are filled from the verdict: `{due_on}`, `{subject}`, and how much is missing,
/// as `{missing}` with its `{unit}` and, of another quantity, `{missing_other}`.
public enum RemedyMessages {
  /// - Parameter lacking: what has to be handed in.
  public static func handIn(_ lacking: Message) -> Message {
    Message("补报\(lacking.chinese)后重新评估", "hand in \(lacking.english) and evaluate again")
  }

  public static let doneLate = Message("已完成但逾期，不能补正", "done, but late: nothing can turn it")
  public static let overdue = Message("期限 {due_on} 已过；尽快完成，仍记逾期", "{due_on} has passed; done now it still counts as late")
  public static let toBeDone = Message("须于 {due_on} 前完成", "to be done by {due_on}")
  public static let inOfficeTooLong = Message(
    "任职年限已满；不再担任该职务后不再计入", "in office too long; once the post is left it is no longer counted")
  public static let rotationOverdue = Message(
    "期限 {due_on} 已过；交流或轮岗后不再计入", "{due_on} has passed; once rotated the post is no longer counted")

  public static let rotate = Message("须于 {due_on} 前交流或轮岗", "rotate by {due_on}")
  public static let attest = Message("填报本年度“已落实”的自查", "attest the clause as done this year")
  public static let talkOverdue = Message(
    "差 {missing}{unit}：{subject}；期限 {due_on} 已过", "{missing} {unit} short: {subject}; {due_on} has passed")

  public static let talk = Message(
    "须于 {due_on} 前谈话：{subject}，还差 {missing}{unit}", "talk by {due_on}: {subject}, {missing} {unit} to go")

  public static let setRight = Message("改正后（或更正记录后）重新评估", "set right, or correct the record, and evaluate again")
  public static let stillOpen = Message("尚可补正，办结后即判定", "still open: judged once it is closed")

  /// How much is missing of one quantity, or of either of two.
  public static let gap = Message("\(amount)\(unit)", "\(amount) \(unit)")
  public static let eitherGap = Message("\(gap.chinese)或 {missing_other}", "\(gap.english) or {missing_other}")
  private static let amount = "{missing}"
  private static let unit = "{unit}"

  public static func missing(_ gap: Message) -> Message {
    Message("还差 \(gap.chinese)", "\(gap.english) to go")
  }

  public static func missingInTime(_ gap: Message) -> Message {
    Message("还差 \(gap.chinese)，最迟 {due_on}", "\(gap.english) to go, by {due_on}")
  }

  public static func missingOverdue(_ gap: Message) -> Message {
    Message(
      "差 \(gap.chinese)；期限 {due_on} 已过，本期不能补正，补录遗漏的记录除外",
      "\(gap.english) short; {due_on} has passed: only records left out could still count")
  }
}
