public import CadreModel

/// What `cadre check --help` says.
public enum CheckHelp {
  public static let abstract = Message(
    "核对一个城市报送的表格，不入库。", "Check a city's spreadsheets, and store nothing.")

  public static let discussion = Message(
    """
    与 import --dry-run 相同。用 --out 则将有问题的报送材料写成工作簿：错误的单元格标为红色，批注写明原因；第一张工作表汇总各类问题，并链接到单元格。在其中改正后可直接导入。
    """,
    """
    The same as import --dry-run. With --out a delivery that is wrong is handed back as a workbook: wrong cells are red, the \
    reasons are their comments, and a first sheet sums up what is wrong and leads to the cells. Mended there, it can be \
    imported as it is.
    """)

  public static let returns = Message(
    "有问题时，将标出问题的工作簿写入该目录。",
    "Where something is wrong, write a workbook with the problems marked into this folder.")
}
