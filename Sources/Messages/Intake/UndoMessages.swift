public import CadreModel

/// Why an import cannot be undone. Tables and columns are passed as people (Chinese) and as files (English) call them.
public enum UndoMessages {
  public static func noSuchImport(_ number: Int, last: Int?) -> Message {
    let hint = last.map { Message("最后一次是第 \($0) 次", "the last one is \($0)") } ?? Message("该市还没有导入", "the city has none yet")
    return Message("没有第 \(number) 次导入：\(hint.chinese)", "there is no import \(number): \(hint.english)")
  }

  public static func beforeJournal(_ number: Int) -> Message {
    Message(
      "第 \(number) 次导入早于变更留痕，改变前的内容没有保留，不能撤回", "import \(number) is from before changes were noted: what it replaced is not known"
    )
  }

  public static func nothingToUndo(_ number: Int) -> Message {
    Message("第 \(number) 次导入没有改变任何行，无可撤回", "import \(number) changed no row: there is nothing to undo")
  }

  public static func changedSince(_ number: Int, count: Int) -> Message {
    Message(
      "不能撤回第 \(number) 次导入：其中 \(count) 行后来又有改变，须先撤回后来的导入：",
      "import \(number) cannot be undone: \(count) of its rows were changed later; undo the later imports first:")
  }

  public static func later(_ table: Message, key: String, number: Int) -> Message {
    Message("  \(table.chinese) \(key)：第 \(number) 次导入", "  \(table.english) \(key): import \(number)")
  }

  public static func stillReferred(_ number: Int) -> Message {
    Message("不能撤回第 \(number) 次导入：它带来的行仍被引用：", "import \(number) cannot be undone: rows that came with it are referred to:")
  }

  /// - Parameter reason: the sentence that names the referring rows.
  public static func referring(_ table: Message, key: String, _ reason: Message) -> Message {
    Message("  \(table.chinese) \(key)：\(reason.chinese)", "  \(table.english) \(key): \(reason.english)")
  }

  public static func referredGone(_ number: Int, table: Message, column: Message, keys: [String]) -> Message {
    Message(
      "不能撤回第 \(number) 次导入：要恢复的\(table.chinese)行的“\(column.chinese)”所引用的行已不在：\(keys.list.chinese)",
      "import \(number) cannot be undone: rows of \(table.english) that would come back refer by \(column.english) to rows that "
        + "are gone: \(keys.list.english)")
  }

  public static func noSuchRow(_ table: Message, key: String) -> Message {
    Message("\(table.chinese)从未有过主键为 \(key) 的行", "\(table.english) has and had no row with the key \(key)")
  }
}
