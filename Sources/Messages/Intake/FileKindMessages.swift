public import CadreModel

/// What a file is that has the name of a workbook, and what to do about it.
public enum FileKindMessages {
  public static let empty = Message("是空文件：请重新取得", "an empty file: get it again")
  public static let onlyZeros = Message("内容全是零，文件已损坏：请重新取得", "nothing but zeros, damaged: get it again")
  public static let encrypted = Message(
    "是加密的工作簿：请在 Excel 或 WPS 中取消打开密码后重新保存", "a workbook protected by a password: take the password off in Excel or WPS")

  public static let legacy = Message(
    "是旧格式的工作簿（.xls、.et）：请另存为 .xlsx", "a workbook of the old format (.xls, .et): save it as .xlsx")

  public static let compound = Message(
    "是旧格式的文档，不是工作簿：请将表格另存为 .xlsx", "a document of an old format, no workbook: save the table as .xlsx")

  public static let binary = Message("是二进制工作簿（.xlsb）：请另存为 .xlsx", "a binary workbook (.xlsb): save it as .xlsx")
  public static let openDocument = Message("是 OpenDocument 表格（.ods）：请另存为 .xlsx", "an OpenDocument sheet (.ods): save it as .xlsx")
  public static let numbers = Message("是 Numbers 表格：请导出为 .xlsx", "a table of Numbers: export it as .xlsx")
  public static let wordDocument = Message(
    "是 Word 文档：请将其中的表格复制到工作簿，存为 .xlsx", "a Word document: copy its table into a workbook and save it as .xlsx")

  public static let presentation = Message("是演示文稿，不是工作簿", "a presentation, no workbook")
  public static let otherArchive = Message("是压缩包，不是工作簿：请先解压", "an archive, no workbook: unpack it first")
  public static let spreadsheetXML = Message(
    "是 XML 表格（Excel 2003）：请用 Excel 或 WPS 打开后另存为 .xlsx", "an XML spreadsheet of Excel 2003: open it and save it as .xlsx")

  public static let otherXML = Message("是 XML 文件，不是工作簿", "an XML file, no workbook")
  public static let webPage = Message(
    "实为网页（有的系统这样导出）：请用 Excel 或 WPS 打开后另存为 .xlsx",
    "a web page, as some systems export tables: open it in Excel or WPS and save it as .xlsx")

  public static let text = Message(
    "实为文本，可能是 CSV：请将扩展名改为 .csv", "a text, most likely CSV: give it the ending .csv")

  public static let pdf = Message("是 PDF，不是工作簿", "a PDF, no workbook")
  public static let picture = Message("是图片，不是工作簿", "a picture, no workbook")
  public static let unknown = Message("不是工作簿，也看不出是什么", "no workbook, and nothing known")
}
