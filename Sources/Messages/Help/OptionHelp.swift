public import CadreModel

/// What help says of options that several commands have.
public enum OptionHelp {
  public static let configuration = Message(
    "配置目录，其中的 policies/*.yaml、cities/*.yaml 和 calendar/workdays.csv 代替程序自带的；不给出时看环境变量 CADRE_CONFIG。目录必须完整。",
    """
    A folder with policies/*.yaml, cities/*.yaml and calendar/workdays.csv that replace those built in; it must hold \
    all of them. Without it CADRE_CONFIG counts.
    """)

  public static let database = Message(
    "所用的 PostgreSQL 数据库，如 postgres://user@host/name。不给出时依次看 DATABASE_URL、PGHOST、PGDATABASE 等环境变量；都没有则用程序自带的数据库，必要时启动它。",
    """
    The PostgreSQL database to use, such as postgres://user@host/name. Without it DATABASE_URL counts, then \
    PGHOST, PGDATABASE and the like; else cadre's own private server, which is started if need be.
    """)

  public static let asOf = Message(
    "评估截至哪一日（含当日）：2025-06-30、2025/6/30、2025年6月30日、今天。",
    "The date to judge at, the end of that day: 2025-06-30, 2025/6/30, today.")

  public static let city = Message("哪个城市，如 quzhou 或 衢州。", "The city, such as quzhou.")

  public static let policy = Message(
    "按哪项政策评估，如 kunming 或 昆明；不给出则用该市自己的。", "The policy to judge under, such as kunming, instead of the city's own.")

  public static let withQuality = Message(
    "另附数据质量：quality.html 和 quality.csv（同 cadre quality），记录多时需要较长时间。",
    "Also write quality.html and quality.csv, as cadre quality does; over many records this takes long.")

  public static let months = Message(
    "趋势回溯几个月末（1 至 60）：尚未评估的月末先评估；不给出则列过去 12 个月末中已评估的，不另行评估。",
    """
    How many ends of months trends go back (1 to 60); those not judged yet are judged. Without it trends show those of the \
    last 12 that are stored, and nothing more is judged.
    """)

  public static let afresh = Message(
    "即使同样的数据、日期和政策已评估过，也全部重新评估。",
    "Judge again even where the same data, date and policy have been judged.")

  public static let knownAsOf = Message(
    "只计到那时为止报送的数据：导入序号（一个市时），或日期（到当日最后一次导入，北京时间）。之后补报、更正、撤销的不计。",
    """
    Count what had been handed in by then: an import's number (of one city), or a day (up to the day's last import, Beijing time). What \
    came, was corrected or withdrawn since is left out.
    """)

  public static let quietPersonal = Message(
    "错误输出中只说明何处有何问题，不显示单元格内容。",
    "Show on standard error where something is wrong and what, never what stands in the cell.")
}
