public import CadreModel

/// What stands in a delivery that is handed back to be mended, besides the findings themselves.
public enum ReturnMessages {
  /// - Parameter number: from 2, where earlier ones lie there already.
  public static func fileName(_ delivery: String, number: Int?) -> Message {
    let number = number.map { "-\($0)" } ?? ""
    return Message("\(delivery).核对\(number).xlsx", "\(delivery).checked\(number).xlsx")
  }

  public static func title(_ city: CityName, findings: Int) -> Message {
    Message("\(city.chinese)：发现 \(findings) 处问题", "\(city.english): \(findings) problems")
  }

  public static let lines = [
    Message(
      "请在各表中改正标为红色的单元格：鼠标移到上面，显示错在哪里、应当怎样填写。整行标为黄色的，原因写在该行第一个单元格上。",
      "Mend the red cells: point at one to see what is wrong and what would be right. Where all of a row is yellow, the reason is on its first cell."
    ),
    Message(
      "全部改正后，本工作簿可直接导入；颜色、批注和本页不影响导入，不必删除。",
      "When all is mended, this workbook can be imported as it is: colours, comments and this sheet do no harm."),
    Message("各单元格均为文本，照原样保留。", "All cells are text, and say what they said in the delivery."),
  ]

  public static func onlyWrongRows(_ table: Message, rows: Int) -> Message {
    Message(
      "“\(table.chinese)”行数过多，只列出有问题的 \(rows) 行：其余的行请用 --quarantine 先行导入，或在原文件中改正。",
      "\(table.english) has too many rows; only the \(rows) wrong ones are here. Import the others with --quarantine, or mend the file itself."
    )
  }

  public static func leftOut(_ table: Message) -> Message {
    Message(
      "“\(table.chinese)”没有问题，行数过多，未列入：请另行导入原文件。",
      "\(table.english) has no problems and too many rows to be here: import its own file.")
  }

  public static func notMarked(_ table: Message, findings: Int) -> Message {
    Message(
      "“\(table.chinese)”另有 \(findings) 处问题未标出：请先改正已标出的，再核对一次，或用 --findings 列出全部。",
      "\(table.english) has \(findings) more problems that are not marked: mend these and check again, or list all with --findings."
    )
  }

  public static let byKind = Message("按种类汇总", "By kind")
  public static let each = Message("逐处", "One by one")
  public static let table = Message("表", "table")
  public static let column = Message("列", "column")
  public static let cell = Message("单元格", "cell")
  public static let problem = Message("应为", "expected")
  public static let count = Message("处数", "how many")
  public static let first = Message("首处", "the first")
  public static let proposalHeading = Message("建议", "proposal")

  /// How many are listed, where not all are.
  public static func listedOnly(_ count: Int) -> Message {
    Message("只列出前 \(count) 处。", "Only the first \(count) are listed.")
  }

  /// Below what is wrong with a cell.
  public static func proposal(_ proposal: String) -> Message {
    Message("建议：\(proposal)", "Proposal: \(proposal)")
  }
}
