public import CadreModel

/// What `cadre report brief --help` says.
public enum ReportBriefHelp {
  public static let abstract = Message(
    "会议用的一页简报：数据、短板、下降、到期、待办最多的单位，背面注明来源。",
    "One sheet for a meeting: data, shortfalls, what got worse, what falls due, and the sources on its back.")

  public static let discussion = Message(
    """
    正反两面一张 A4：正面为数据是否及时、未达标人数最多的事项、同比下降的事项、本月和下月到期、待办最多的单位及负责人；背面逐项注明每个数字的来源。文件写入该目录下的 brief：brief.csv、brief.html；另可要 brief.pdf、brief.xlsx。
    例：cadre report brief --as-of 2025-06-30 --format pdf
    """,
    """
    One A4 sheet of two sides: how fresh the data are, the duties that most persons fall short of, what got worse, what falls due this \
    month and next, and the units with the most open items with their heads; the back says where each number comes from. The files \
    go to brief below the folder: brief.csv, brief.html; brief.pdf and brief.xlsx on request.
    Example: cadre report brief --as-of 2025-06-30 --format pdf
    """)
}
