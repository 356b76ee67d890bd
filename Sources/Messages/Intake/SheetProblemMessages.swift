public import CadreModel

/// What is wrong with cells and headings as only workbooks have it.
public enum SheetProblemMessages {
  public static let digitsLost = Message(
    "是超过 15 位的数字，表格软件已丢失末几位：请把该列设为文本后重新录入",
    "a number of more than 15 digits, the last of which the spreadsheet has lost: format the column as text and type it anew")

  public static let failedFormula = Message(
    "是公式的错误值：请改正公式，或改填内容", "a formula that ended in an error: correct it, or type what belongs there")

  public static let formulaWithoutValue = Message(
    "是公式，但文件中没有它的结果：请用 Excel 或 WPS 打开并保存后重新导入",
    "a formula whose result is not in the file: open and save it in Excel or WPS, then import again")

  public static let empty = Message("工作表是空的：应有表头行", "the sheet is empty: expected a row of headings")

  public static func wrongTable(_ table: Message) -> Message {
    Message(
      "表头是“\(table.chinese)”（\(table.english)）表的：请将工作表改名为 \(table.chinese)",
      "these are the headings of \(table.english): name the sheet \(table.english)")
  }
}
