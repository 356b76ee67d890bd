public import CadreModel

/// What `cadre doctor --help` says.
public enum DoctorHelp {
  public static let abstract = Message(
    "检查数据库、表结构、日历、权限和政策配置，并说明如何处理。",
    "Check server, schema, calendar, permissions and policies, and say what to do.")

  public static let discussion = Message(
    """
    除记一条留痕外不作任何改动，只在必要时启动自带的数据库。退出码：0 没有失败的检查，1 有失败的检查，3 无法连接数据库。
    """,
    """
    Changes nothing but for an entry in the log; the private server is started if need be. The exit status is 0 if no check failed, \
    1 if one did, 3 if the database cannot be reached.
    """)

  public static let deep = Message(
    "另查内容：各表与内容摘要、培训合计与记录、单位计数与结果是否一致，找出绕过本程序的改动。",
    """
    Also look through all that is stored: tables against their digests, training sums against records, units' counts \
    against results; finds what was changed past the program.
    """)

  public static let judge = Message("与 --deep 一起：重新评估，与现存结果比较。", "With --deep: judge afresh and compare with the stored results.")

  public static let json = Message("以 JSON 输出检查结果。", "Print the findings as JSON.")
}
