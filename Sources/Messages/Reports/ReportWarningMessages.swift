public import CadreModel

/// What the reader of a report should know before the figures.
public enum ReportWarningMessages {
  public static func asOfInFuture(_ asOf: Day) -> Message {
    Message("评估截至 \(asOf)，这一天尚未到来，结果会随数据变化。", "The as-of date \(asOf) lies in the future: results will change.")
  }

  public static func asOfAfterNewestFact(_ asOf: Day, newest: Day) -> Message {
    Message(
      "评估截至 \(asOf)，而数据最新只到 \(newest)，其后发生的事项未计入。",
      "Judged as of \(asOf), but the newest data is of \(newest): what happened since is not counted.")
  }

  public static func knownAsOf(importNumber number: Int) -> Message {
    Message(
      "本报告只计到第 \(number) 次导入为止报送的数据，之后补报、更正、撤销的不计；姓名、单位名称为现在的",
      "this report counts what had been handed in by import \(number), and nothing that came or was corrected since; names are "
        + "those of today")
  }

  public static func contradictions(_ kind: Message, count: Int) -> Message {
    Message("核对提示：\(kind.chinese)，\(count) 处。", "To be checked: \(kind.english), \(count).")
  }
}
