public import CadreModel

/// What `cadre quality --help` says.
public enum QualityHelp {
  public static let abstract = Message(
    "查找一个城市已存数据中的可疑之处，并说明影响哪些指标。", "Find what is doubtful in a city's data, and which indicators read it.")
  public static let discussion = Message(
    """
    查看：互相矛盾的数据、系列中断（如十二个月只报了十个月）、重复、离群值、不可能的网络学时、各表的新鲜度。屏幕上只有编号；给出 --out 时写出 quality.csv（全部行）、quality.html 和 about.json。
    例：cadre quality --city quzhou --as-of 2025-06-30 --out quality
    """,
    """
    Looked for are contradictions, gaps in series (ten reports of twelve months), duplicates, outliers, online hours that \
    cannot be, and tables that have grown old. The screen shows ids alone; with --out all rows go to quality.csv, beside \
    quality.html and about.json.
    Example: cadre quality --city quzhou --as-of 2025-06-30 --out quality
    """)
  public static let asOf = Message(
    "截至哪一日（含当日），写法同 cadre evaluate；不给出则为今天。", "The date to look at, written as for evaluate; today without it.")
  public static let out = Message("写入的目录；不给出则只显示在屏幕上。", "The folder to write into; without it nothing is written.")
  public static let json = Message("以 JSON 输出。", "Print as JSON.")
}
