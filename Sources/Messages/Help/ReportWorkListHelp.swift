public import CadreModel

/// What `cadre report worklist --help` says.
public enum ReportWorkListHelp {
  public static let abstract = Message(
    "督办清单：各单位未达标、临期和将到期的事项，附督办通知单和回执。",
    "Work list: what is unmet, at risk or falls due, unit by unit, with notices to print.")

  public static let discussion = Message(
    """
    逐项列出对象、职务、条款、还需做什么、期限、自何时起。已批准豁免的另列，并给出计与不计豁免的达标率。文件写入该目录下的 worklist/<城市>：worklist.csv、worklist_groups.csv、worklist_waivers.csv、worklist.html；xlsx 每单位一张工作表，pdf 每单位一份通知单。须有评估职责（evaluator）：豁免的事项要另行评估。
    例：cadre report worklist --city 衢州 --as-of 2025-06-30 --format xlsx,pdf
    """,
    """
    Each item says who, which post, which article, what is missing, by when and since when. Whoever is waived is listed apart, with \
    the rates with and without waivers. The files go to worklist/<city> below the folder: worklist.csv, worklist_groups.csv, \
    worklist_waivers.csv, worklist.html; xlsx has a sheet per unit, pdf a notice per unit with its receipt. It takes the duty of an evaluator: what is waived is \
    judged aside.
    Example: cadre report worklist --city quzhou --as-of 2025-06-30 --format xlsx,pdf
    """)

  public static let unit = Message(
    "只列该单位及其各级下属单位，写编号或名称。", "This unit and all units below it, by its id or name.")

  public static let grouping = Message(
    "按什么归组：unit 责任单位，head 单位主要负责人，indicator 指标。",
    "What it is put together by: unit, head (who heads the unit), indicator.")

  public static let days = Message("往后看多少天内到期的（1 至 366）。", "How many days ahead things fall due (1 to 366).")
}
