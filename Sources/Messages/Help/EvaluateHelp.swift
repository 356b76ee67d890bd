public import CadreModel

/// What `cadre evaluate --help` says.
public enum EvaluateHelp {
  public static let abstract = Message(
    "评估各市截至某日的情况，并保存结果。",
    "Judge cities at a date, each under its own policy or all under one, and store the results.")

  public static let discussion = Message(
    """
    凡是记录能够判定的条款，均按该日结束时评估：之后的事实不计。各市按自己的政策评估，也可指定同一政策。同样的数据、日期和政策得到同样的结果，直接取用已保存的。
    """,
    """
    Every clause that records can decide is judged as of the end of the day: facts dated later do not count. The \
    same data, date and policy give the same run, which is then taken from the store.
    """)

  public static let cities = Message("要评估的城市，可重复给出；不给出则为所有有数据的城市。", "A city to judge; may be repeated. All with data without it.")

  public static let policy = Message(
    "按哪项政策评估，如 kunming 或 昆明；不给出则各用自己的。", "The policy to judge under, such as kunming, instead of each city's own.")

  public static let json = Message("以 JSON 输出评估批次。", "Print the runs as JSON.")
}
