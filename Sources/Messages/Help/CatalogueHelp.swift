public import CadreModel

/// What `cadre catalogue --help` says.
public enum CatalogueHelp {
  public static let abstract = Message(
    "列出各项政策的条款、指标、判定方式和参数。",
    "List every article of the policies, its indicators, how each is judged and under which parameters.")

  public static let discussion = Message(
    """
    文件写明的数值为“明文规定”，文件未写明的为“系统假定”；两者都在 config/policies/*.yaml 中，注明从何日起适用。
    """,
    """
    A number that the policy prints is stated; one that it leaves open is assumed. Both stand in \
    config/policies/*.yaml with the date from which they hold.
    """)

  public static let policy = Message("只列一项政策，如 quzhou 或 衢州。", "One policy only, such as quzhou.")

  public static let format = Message("输出格式。", "How it is written.")

  public static let sql = Message(
    "打印判定某项指标的 SQL，与 --city、--as-of 同用。",
    "Print an indicator's SQL; with --city and --as-of.")

  public static let city = Message("SQL 评估哪个城市。", "The city that the SQL judges.")

  public static let asOf = Message("SQL 评估截至哪一日（含当日）。", "The date the SQL judges at, the end of that day.")

  public static let needs = Message(
    "列出各项指标要用哪些表的哪些列，哪些必须报送。", "List which columns of which tables each indicator needs, and what must be handed in.")

  public static let coverage = Message(
    "逐条列出文件的各项要求，以及由哪些指标判定。", "List what the texts ask, duty by duty, and by which indicators it is judged.")
}
