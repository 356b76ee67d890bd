public import CadreModel

/// What was read of a sheet though people may not expect it.
public enum SheetNoticeMessages {
  public static func formulas(_ count: Int, first cell: String) -> Message {
    let cells = Message("个单元格", count == 1 ? "cell is" : "cells are")
    return Message(
      "\(count) \(cells.chinese)是公式，按文件中保存的结果读取（首个为 \(cell)）",
      "\(count) \(cells.english) calculated; the results in the file were read (the first: \(cell))")
  }

  public static func hiddenRows(_ count: Int, first row: Int) -> Message {
    let rows = Message("行", count == 1 ? "row is" : "rows are")
    return Message(
      "\(count) \(rows.chinese)被隐藏或筛掉，已照常读取（首个为第 \(row) 行）",
      "\(count) \(rows.english) hidden or filtered away, and read all the same (the first: row \(row))")
  }

  /// - Parameter columns: by their letters.
  public static func hiddenColumns(_ columns: [String]) -> Message {
    Message("隐藏的列也已读取：\(columns.list.chinese)", "hidden columns were read, too: \(columns.list.english)")
  }

  public static func mergedCells(_ count: Int, first range: String) -> Message {
    let ranges = Message("处", count == 1 ? "place" : "places")
    return Message(
      "数据行中有 \(count) \(ranges.chinese)合并单元格，只有左上角一格有内容（首处为 \(range)）",
      "merged cells among the rows in \(count) \(ranges.english); only the first cell of each holds anything (\(range))")
  }

  public static let empty = Message("是空表，未读取", "an empty sheet, passed over")
}
