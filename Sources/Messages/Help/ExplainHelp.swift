public import CadreModel

/// What `cadre explain --help` says.
public enum ExplainHelp {
  public static let abstract = Message(
    "说明某人或某单位为何如此判定：条款、参数、所计的记录、算式、结论。",
    "Show why one subject was judged as it was: clause, parameters, rows counted, arithmetic, verdict.")

  public static let discussion = Message(
    """
    按当前数据重新评估该指标。对象即结果中的编号：人员编号、单位编号、两人（P1>P2，加引号），或城市代码（全市的统计）。
    """,
    """
    The indicator is judged again from the present data. Subjects are those of the results: a person's id, a pair \
    (P1>P2, in quotes), the city's code for figures of the whole jurisdiction.
    """)

  public static let indicator = Message("指标，如 kunming.4.annual-training。", "The indicator, such as kunming.4.annual-training.")

  public static let subject = Message("对象在结果中的编号。", "The subject's id as it stands in the results.")

  public static let city = Message("评估哪个城市的数据。", "The city whose data is judged.")

  public static let json = Message("以 JSON 输出说明。", "Print the explanation as JSON.")
}
