public import CadreModel

/// What `cadre import` says while it works and when it is done.
public enum ImportSummaryMessages {
  /// - Parameters:
  ///   - label: the table in Chinese.
  ///   - tenths: tenths of a megabyte that are checked in a second.
  public static func progress(
    _ table: String, label: String, rows: Int, percent: Int, tenths: Int, secondsLeft: Int
  ) -> Message {
    let speed = "\(tenths / 10).\(tenths % 10)"
    let name = Message(label, table)
    return Message(
      "\(name.chinese)：已检查 \(rows) 行，总进度 \(percent)%，\(speed) MB/s，约剩 \(secondsLeft) 秒",
      "\(name.english): \(rows) rows, \(percent)% of all, \(speed) MB/s, about \(secondsLeft) s left")
  }

  public static let answerLost = Message(
    "提示：提交时数据库连接中断；已核实：本次导入已入库",
    "Note: the connection was lost during the commit; looked up: this import is stored")

  public static func firstFindings(_ count: Int) -> Message {
    Message("逐条列出（前 \(count) 条）：", "One by one, the first \(count):")
  }

  public static func moreFindings(_ count: Int) -> Message {
    Message(
      "……另有 \(count) 处问题未列出，全部问题可用 --findings 文件 写出", "... and \(count) more; --findings FILE writes all of them")
  }

  /// Cells that were read otherwise than written.
  ///
  /// - Parameters:
  ///   - column: as files call it in either language.
  ///   - file: with its sheet, where it is a workbook.
  ///   - reading: how they were read.
  ///   - first: where the first of them is, before what stands there.
  public static func cells(
    _ file: Message, column: Message, count: Int, reading: Message, first: Message, value: String?
  ) -> Message {
    let value = value.map { Message("“\($0)”", " \"\($0)\"") } ?? Message("", "")
    let more = count > 1 ? Message("等", ", ...") : Message("", "")
    let cells = Message("格", count == 1 ? "cell" : "cells")
    return Message(
      "提示：\(file.chinese) 列“\(column.chinese)”有 \(count) \(cells.chinese)\(reading.chinese)"
        + "（\(first.chinese)\(value.chinese)\(more.chinese)）",
      "Note: \(file.english), column \(column.english): \(count) \(cells.english): "
        + "\(reading.english) (\(first.english)\(value.english)\(more.english))")
  }

  /// Rows that contradict each other.
  public static func contradictions(_ kind: Message, stored: Int, new: Int) -> Message {
    let added = new > 0 ? Message("，其中本次新增 \(new) 处", ", \(new) of them new") : Message("", "")
    return Message(
      "核对提示：\(kind.chinese) \(stored) 处\(added.chinese)", "To check: \(kind.english): \(stored)\(added.english)")
  }

  /// Before what is said of a table.
  public static func table(_ name: Message, file: String, encoding: String, hasByteOrderMark: Bool) -> Message {
    let mark = hasByteOrderMark ? Message("（带 BOM）", " with BOM") : Message("", "")
    return Message(
      "\(name.chinese) \(file)（\(encoding)\(mark.chinese)）：", "\(name.english) \(file) (\(encoding)\(mark.english)): ")
  }

  /// The same where it is of sheets of a workbook.
  public static func table(_ name: Message, file: String, sheets: [String]) -> Message {
    let list = sheets.list
    let called = Message("表", sheets.count == 1 ? "sheet" : "sheets")
    return Message(
      "\(name.chinese) \(file) \(called.chinese)“\(list.chinese)”：",
      "\(name.english) \(file), \(called.english) \(list.english): ")
  }

  public static func known(unchanged: Int) -> Message {
    Message("与上次导入相同，未变 \(unchanged) 行", "as imported last, \(unchanged) rows unchanged")
  }

  public static func wrong(rows: Int) -> Message {
    Message("错误 \(rows) 行", "\(rows) rows wrong")
  }

  public static func rows(inserted: Int, updated: Int, unchanged: Int, rejected: Int, withdrawn: Int) -> Message {
    let gone = withdrawn > 0 ? Message("，撤销 \(withdrawn)", ", \(withdrawn) withdrawn") : Message("", "")
    return Message(
      "新增 \(inserted)，更新 \(updated)，未变 \(unchanged)，拒收 \(rejected)\(gone.chinese)",
      "\(inserted) inserted, \(updated) updated, \(unchanged) unchanged, \(rejected) rejected\(gone.english)")
  }

  /// The rows that go, or would go.
  ///
  /// - Parameter keys: the first of them.
  public static func withdrawn(_ table: Message, count: Int, keys: [String]) -> Message {
    let shown = keys.isEmpty ? Message("", "") : Message("：\(keys.list.chinese)", ": \(keys.list.english)")
    let more = count > keys.count && !keys.isEmpty ? Message("等", ", ...") : Message("", "")
    return Message(
      "撤销 \(table.chinese) \(count) 行\(shown.chinese)\(more.chinese)",
      "Withdrawn from \(table.english): \(count) rows\(shown.english)\(more.english)")
  }

  public static func rate(_ rowsPerSecond: Int) -> Message {
    Message("，\(rowsPerSecond) 行/秒", ", \(rowsPerSecond) rows/s")
  }

  /// The workbook in which the delivery was handed back.
  public static func returned(_ file: String, cutCells: Int) -> Message {
    let cut =
      cutCells == 0
      ? Message("", "")
      : Message(
        "（\(cutCells) 个单元格的文字过长，已截断，以“…”结尾）", " (\(cutCells) cells were too long, and cut with … at the end)")
    return Message("标出问题的工作簿：\(file)\(cut.chinese)", "The problems are marked in \(file)\(cut.english)")
  }

  public static func rejectFile(_ file: String) -> Message {
    Message("；拒收行见 \(file)", "; rejected rows in \(file)")
  }
}

/// The last sentence of an import. `city` is called by its name in Chinese and by its code in English.
public enum ImportOutcomeMessages {
  public static func rejected(_ city: CityName, findings: Int) -> Message {
    Message(
      "\(city.chinese)：发现 \(findings) 处问题，未导入任何数据。请改正后重新导入，或用 --quarantine 只导入正确的行。",
      "\(city.code): \(findings) problems, nothing stored. Correct them and import again, or use "
        + "--quarantine to store the good rows.")
  }

  public static func checked(_ city: CityName, rows: Int, findings: Int, seconds: String) -> Message {
    Message(
      "\(city.chinese)：检查完毕，\(rows) 行，\(findings) 处问题；试运行，未导入任何数据。（\(seconds) 秒）",
      "\(city.code): \(rows) rows checked, \(findings) problems; a dry run, nothing stored (\(seconds) s)")
  }

  /// - Parameters:
  ///   - rows: how many were inserted, updated, and so on.
  ///   - rate: how many a second.
  public static func stored(_ city: CityName, number: Int, rows: Message, seconds: String, rate: Message) -> Message {
    Message(
      "\(city.chinese)：第 \(number) 次导入完成，\(rows.chinese)。（\(seconds) 秒\(rate.chinese)）",
      "\(city.code): import \(number) done, \(rows.english) (\(seconds) s\(rate.english))")
  }
}
