public import CadreModel

/// What `cadre export results --help` says.
public enum ExportResultsHelp {
  public static let abstract = Message(
    "写出一个城市的全部结论，每个对象每个周期一行，附一句理由。",
    "Write every verdict on a city, one row a subject and period, with the reason in a sentence.")

  public static let discussion = Message(
    """
    该市在该日、按当前数据尚未评估时，先评估。行按政策、目录顺序、周期、对象、类别排列。
    例：cadre export results --as-of 2025-06-30 --city quzhou --status unmet --status at_risk --out unmet.csv
    """,
    """
    The city is judged first if it was not yet at that date on the present data. Rows come by policy, in catalogue \
    order, then by period, subject and class.
    Example: cadre export results --as-of 2025-06-30 --city quzhou --status unmet --status at_risk --out unmet.csv
    """)

  public static let indicators = Message("只要这项指标，可重复给出。", "Only this indicator; may be repeated.")

  public static let statuses = Message("只要这种状态的结果，可重复给出，也可写中文（未达标）。", "Only results of this status; may be repeated.")

  public static let formats = Message(
    "写成 csv、xlsx 或两者，逗号分隔；不给出时看文件名：以 .xlsx 结尾的是工作簿，否则为 csv。",
    "csv, xlsx or both, separated by commas; without it a file called .xlsx is a workbook, any other csv.")

  public static let file = Message("写入的文件；不给出则输出到屏幕。", "The file to write; standard output without it.")
}
