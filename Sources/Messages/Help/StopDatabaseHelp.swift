public import CadreModel

/// What `cadre db stop --help` says.
public enum StopDatabaseHelp {
  public static let abstract = Message(
    "停止数据库。",
    "Stop the server.")

  public static let discussion = Message(
    """
    正在执行的查询被中止，其事务回滚；已提交的全部保留。服务器结束后才返回。
    """,
    """
    Running queries are stopped and their transactions rolled back; all that was committed is kept. Returns when \
    the server has ended.
    """)

  public static let force = Message(
    "不等全部数据写盘就停止；下次启动较慢，已提交的不丢失。",
    "Do not wait for everything to be written; the next start takes longer. Nothing committed is lost.")
}
