public import CadreModel

/// What `cadre db psql --help` says.
public enum DatabaseShellHelp {
  public static let abstract = Message(
    "打开 PostgreSQL 自带的命令行（psql）。",
    "Open PostgreSQL's own shell on the database.")

  public static let discussion = Message(
    """
    数据库未运行时先启动。后面的内容原样交给 psql。
    例：cadre db psql -c 'select count(*) from persons'
    """,
    """
    Starts the server if need be. What follows is handed to psql.
    Example: cadre db psql -c 'select count(*) from persons'
    """)

  public static let arguments = Message("交给 psql 的参数。", "Arguments for psql.")
}
