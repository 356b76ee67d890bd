public import CadreModel

/// What `cadre report overview --help` says.
public enum ReportOverviewHelp {
  public static let abstract = Message(
    "生成总览 overview.csv、overview_domains.csv、overview.html：各市并列，各按自己的政策。",
    "Write overview.csv, overview_domains.csv and overview.html: all cities, each under its own policy.")

  public static let discussion = Message(
    """
    比率旁列出上年同日的比率；名次在同省内按领域排列。另可要 overview.xlsx 和 overview.pdf。
    例：cadre report overview --as-of 2025-06-30 --out reports
    """,
    """
    Rates stand beside those of the same day of last year. Ranks are within a province, by field of work.
    overview.xlsx and overview.pdf come on request.
    Example: cadre report overview --as-of 2025-06-30 --out reports
    """)
}
