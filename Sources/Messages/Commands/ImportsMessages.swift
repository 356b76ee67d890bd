public import CadreModel

/// What `cadre imports` and `cadre history` say. Tables and columns are passed as people (Chinese) and as files (English) call
/// them.
public enum ImportsMessages {
  public static func none(_ city: CityName) -> Message {
    Message("\(city.chinese)还没有导入", "\(city.code): no imports yet")
  }

  /// - Parameters:
  ///   - login: at the database; empty where it was not noted.
  ///   - rows: how many were inserted, updated, and so on.
  public static func line(
    _ number: Int, on time: String, by operatorName: String, login: String, program: String, undoes: Int?, rows: Message
  ) -> Message {
    let login = login.isEmpty ? Message("", "") : Message("，数据库用户 \(login)", ", login \(login)")
    let undone = undoes.map { Message("，撤回第 \($0) 次", ", undoes \($0)") } ?? Message("", "")
    return Message(
      "第 \(number) 次 \(time) \(operatorName)\(login.chinese)，cadre \(program)\(undone.chinese)：\(rows.chinese)",
      "import \(number), \(time), \(operatorName)\(login.english), cadre \(program)\(undone.english): \(rows.english)")
  }

  public static func watermark(_ watermark: String) -> Message {
    Message("数据水位 \(watermark)", "watermark \(watermark)")
  }

  public static func file(
    _ table: Message, name: String, encoding: String, bytes: Int, sha256: String, rows: Message, isFirstLoad: Bool
  ) -> Message {
    let first = isFirstLoad ? Message("，该表首次入库", ", first load") : Message("", "")
    return Message(
      "  \(table.chinese) \(name)（\(encoding)，\(bytes) 字节，SHA-256 \(sha256)）：\(rows.chinese)\(first.chinese)",
      "  \(table.english) \(name) (\(encoding), \(bytes) bytes, SHA-256 \(sha256)): \(rows.english)\(first.english)")
  }

  public static func firstLoad(_ table: Message, number: Int, rows: Int) -> Message {
    Message("\(table.chinese)：第 \(number) 次导入首次入库，\(rows) 行", "\(table.english): first load by import \(number), \(rows) rows")
  }

  /// - Parameter name: `inserted`, `updated` or `withdrawn`.
  public static func change(_ name: String) -> Message {
    switch name {
    case "inserted": Message("新增", "inserted")
    case "updated": Message("更新", "updated")
    default: Message("撤销", "withdrawn")
    }
  }

  public static func row(_ table: Message, key: String, _ change: Message) -> Message {
    Message("\(table.chinese) \(key) \(change.chinese)", "\(table.english) \(key) \(change.english)")
  }

  public static func cell(_ column: Message, old: String?, new: String?) -> Message {
    let empty = Message("（空）", "(empty)")
    return Message(
      "  \(column.chinese)：\(old ?? empty.chinese) → \(new ?? empty.chinese)",
      "  \(column.english): \(old ?? empty.english) -> \(new ?? empty.english)")
  }

  public static let beforeJournal = Message("变更留痕之前的导入", "an import from before changes were noted")

  public static func rowWithdrawn(reason: String?) -> Message {
    let why = reason.map { Message("：\($0)", ": \($0)") } ?? Message("", "")
    return Message("  撤销\(why.chinese)", "  withdrawn\(why.english)")
  }

  public static func undone(_ city: CityName, _ number: Int, by newNumber: Int, rows: Message) -> Message {
    Message(
      "\(city.chinese)：第 \(number) 次导入已由第 \(newNumber) 次导入撤回，\(rows.chinese)。",
      "\(city.code): import \(number) is undone by import \(newNumber), \(rows.english)")
  }
}
