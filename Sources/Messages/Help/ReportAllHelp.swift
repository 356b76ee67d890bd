public import CadreModel

/// What `cadre report all --help` says.
public enum ReportAllHelp {
  public static let abstract = Message(
    "生成总览和各市的报告：以下两个命令的合并。",
    "Write the overview, and the report on each city that has handed in data: both other commands in one.")

  public static let discussion = Message(
    """
    总览的文件写入该目录，各市的写入其下的 city/<城市>；全部出自同一批评估。
    例：cadre report all --as-of 2025-06-30 --out reports
    """,
    """
    The overview's files go into the folder, each city's to city/<city> below it. All come from the same runs.
    Example: cadre report all --as-of 2025-06-30 --out reports
    """)
}
