public import CadreModel

/// What is wrong with a row that is to go. Tables and columns are passed as people (Chinese) and as files (English) call them.
public enum WithdrawalMessages {
  /// - Parameter nearest: tables whose names are much like it.
  public static func table(nearest: [String]) -> Message {
    let hint =
      nearest.isEmpty
      ? Message("", "") : Message("；相近的有 \(nearest.list.chinese)", "; much like it: \(nearest.list.english)")
    return Message("没有这个名称的表\(hint.chinese)", "no table has this name\(hint.english)")
  }

  public static func key(of table: Message, columns: [String]) -> Message {
    let form = columns.joined(separator: ":")
    return Message("应为\(table.chinese)的主键 \(form)", "expected the key of \(table.english), \(form)")
  }

  public static func notStored(in table: Message) -> Message {
    Message("\(table.chinese)中没有这一行，不能撤销", "\(table.english) has no such row to withdraw")
  }

  public static func referredTo(by table: Message, column: Message, count: Int, keys: [String]) -> Message {
    let shown =
      keys.isEmpty ? Message("", "") : Message("：\(keys.list.chinese)", ": \(keys.list.english)")
    let more = count > keys.count && !keys.isEmpty ? Message("等", ", ...") : Message("", "")
    return Message(
      "不能撤销：\(table.chinese)仍有 \(count) 行的“\(column.chinese)”引用它\(shown.chinese)\(more.chinese)",
      "cannot be withdrawn: \(count) rows of \(table.english) refer to it by \(column.english)\(shown.english)\(more.english)")
  }
}

/// Why rows could not be withdrawn at all.
public enum WithdrawalErrorMessages {
  public static func twoLists(_ paths: [String]) -> Message {
    Message(
      "撤销清单有多个：\(paths.list.chinese)；一次导入一个", "several lists of withdrawals: \(paths.list.english); one an import")
  }

  public static func completeNotDelivered(_ table: Message) -> Message {
    Message(
      "--complete 指明\(table.chinese)为全表，但没有该表的文件", "--complete names \(table.english), and no file of it is delivered")
  }

  public static let completeWithQuarantine = Message(
    "--complete 不能与 --quarantine 同用：被隔离的行会被当作应撤销的行",
    "--complete and --quarantine do not go together: a row set apart would be taken for one to withdraw")

  public static func tooMany(missing: Int, said: Int?) -> Message {
    let said = said.map { Message("，--withdraw 给出的是 \($0)", ", and --withdraw says \($0)") } ?? Message("", "")
    return Message(
      "全表文件缺少已入库的 \(missing) 行\(said.chinese)；没有导入任何数据。先用 --dry-run 核对清单，确认后加 --withdraw \(missing)",
      "the complete files lack \(missing) stored rows\(said.english); nothing was stored. See which with --dry-run, and if they "
        + "are to go, add --withdraw \(missing)")
  }
}
