public import CadreModel

/// What `cadre trend --help` says.
public enum TrendHelp {
  public static let abstract = Message(
    "各市过去若干月末的达标率和计数：trend.csv、trend.html。",
    "Cities at the ends of the last months, rates and counts: trend.csv and trend.html.")

  public static let discussion = Message(
    """
    取已保存的计数；尚未评估、或评估后数据有变化的月末先（增量）评估，几个时点同时进行。文件写入该目录下的 trend。
    截至日不是月末时，另列截至日；12 个月以上时列出已保存的上年同日。首次评估的月末只存计数；列到单位（unit、branch）时须评估并保存结果，较慢。
    例：cadre trend --as-of 2025-12-31 --city 昆明 --by unit --format csv,xlsx
    """,
    """
    Made from stored counts; ends of months that were not judged yet, or whose data has changed since, are judged first, \
    incrementally, several dates at a time. The files go to trend below the folder. A date that ends no month stands beside them; \
    from 12 months on so does the same day of last year, if it is stored. Of ends of months that are judged for the first time counts alone are kept; for units (unit, branch) results are judged \
    and stored, too, which takes longer.
    Example: cadre trend --as-of 2025-12-31 --city kunming --by unit --format csv,xlsx
    """)

  public static let unit = Message(
    "只列该单位及其各级下属单位，写编号或名称；须给出一个 --city。不给出 --by 时列 branch 和 unit。",
    "This unit and all units below it, by its id or name, of the one --city; without --by, branch and unit.")

  public static let months = Message("回溯几个月末，1 至 60。", "How many ends of months to go back, 1 to 60.")

  public static let levels = Message(
    "列到哪些层次，逗号分隔或重复给出：city 城市，domain 领域，indicator 指标，unit 单位（本单位），branch 单位（含各级下属）；不给出则为前三者。",
    """
    Of what: city, domain, indicator, unit (its own results), branch (a unit with all below it), separated by commas or \
    repeated; the first three without it.
    """)
}
