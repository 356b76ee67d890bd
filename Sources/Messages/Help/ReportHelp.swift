public import CadreModel

/// What `cadre report --help` says, and of the options that reports share.
public enum ReportHelp {
  public static let abstract = Message(
    "生成报告：总览、单个城市、各市对照、督办清单、到期日程、简报、期末预测。",
    "Write reports: overview, cities, comparison, work lists, calendars, briefs, forecasts.")

  public static let discussion = Message(
    """
    城市在该日、按当前数据尚未评估时，先评估。报告先写在旁边，最后一并移入：中途停止时旧报告保持完整。同目录的 about.json 说明报告所依据的数据和参数。
    """,
    """
    A city that was not judged yet at the date, on the present data, is judged first. The files of a report are \
    written aside and moved in place at the end: an interrupted report leaves the old one whole. about.json beside \
    them says what they were made from.
    """)

  public static let province = Message("只含该省的城市，写两位省代码，如 33。", "Only this province, by its two digits: 33.")

  public static let folder = Message("写入的目录；没有则创建。", "The folder to write into; made if need be.")

  public static let formats = Message(
    "写成哪些格式，逗号分隔或重复给出：csv 各表，xlsx 工作簿，html 网页，pdf 打印页（本机需有 Chromium）；不给出则为 csv 和 html。",
    """
    The formats to write, separated by commas or repeated: csv tables, xlsx one workbook, html the page, pdf the page on paper \
    (needs a Chromium here); csv and html without it.
    """)

  public static let json = Message(
    "输出 about.json：评估批次、参数、各文件及其校验值。",
    "Print about.json: runs, parameters and files with their digests.")
}
