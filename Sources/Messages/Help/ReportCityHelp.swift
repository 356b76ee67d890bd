public import CadreModel

/// What `cadre report city --help` says.
public enum ReportCityHelp {
  public static let abstract = Message(
    "生成一个城市的报告：汇总、各单位、需处理事项、90 天内到期事项、总览页。",
    "Write one city's summary, units, exceptions, what falls due in 90 days, and its dashboard.")

  public static let discussion = Message(
    """
    文件写入该目录下的 city/<城市>：summary.csv、units.csv、exceptions.csv、due.csv、dashboard.html；
    另可要 <城市>.xlsx（一个工作簿含各表、图和说明）和 dashboard.pdf。
    例：cadre report city quzhou --as-of 2025-06-30 --format xlsx,pdf --out reports
    """,
    """
    The files go to city/<city> below the folder: summary.csv, units.csv, exceptions.csv, due.csv, dashboard.html;
    on request <city>.xlsx (one workbook with tables, charts and explanations) and dashboard.pdf.
    Example: cadre report city quzhou --as-of 2025-06-30 --format xlsx,pdf --out reports
    """)
}
