public import CadreModel

/// What `cadre audit --help` says, and its commands'.
public enum AuditHelp {
  public static let abstract = Message("查阅、核验留痕：谁取出了什么。", "Read and verify the log of who looked.")

  public static let discussion = Message(
    """
    报告、导出、解释、发布、检查，以及每次导入，都在留痕中记一条：登录名、系统用户、时间、命令、城市、指标、对象编号（从不记姓名）、
    所取出内容的摘要。留痕只追加，每条含上一条的摘要。写不进留痕，就不输出任何内容。
    """,
    """
    Reports, exports, explanations, publications, checks and every import make an entry: login and user, time, command, city, \
    indicator, the subject's id (never a name), and the digest of what was handed out. Entries are only appended, and each holds \
    the digest of the one before. What cannot be entered is not handed out.
    """)

  public static let list = Message("列出留痕，旧的在前。", "List the entries, the oldest first.")
  public static let listDiscussion = Message(
    "查阅本身也记一条。例：cadre audit list --since 2025-06-01 --city quzhou --csv",
    "That somebody read the log is entered, too. Example: cadre audit list --since 2025-06-01 --city quzhou --csv")
  public static let since = Message("从哪一日起（北京时间）。", "From which day on, Beijing time.")
  public static let city = Message("只列涉及该市的。", "Only entries about this city.")
  public static let kind = Message("只列该类的。", "Only entries of this kind.")
  public static let csv = Message("以 CSV 输出。", "Print CSV.")
  public static let json = Message("以 JSON 输出。", "Print JSON.")

  public static let verify = Message("从第一条起重新计算，看留痕是否被改动。", "Recompute the chain from its first entry.")
  public static let verifyDiscussion = Message(
    """
    指出第一条被改动、删除、插入或调换的条目，以及与留痕不符的导入记录；给出条数和链头。把链头抄在数据库之外，
    日后以 --known 核对，连整条重写也能发现。退出码：0 完整，1 有误。
    """,
    """
    Names the first entry that was changed, removed, inserted or moved, and imports whose record is not as entered; prints the \
    number of entries and the head. Note the head down outside of the database: with --known even a log that was written anew \
    as a whole is found. The exit status is 0 if the log is whole, 1 if not.
    """)
  public static let known = Message(
    "以前抄下的链头（至少前 8 位）：留痕中必须仍有它。", "A head noted down earlier, 8 digits at least, which the log must still hold.")
}
