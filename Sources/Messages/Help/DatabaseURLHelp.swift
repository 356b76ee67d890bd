public import CadreModel

/// What `cadre db url --help` says.
public enum DatabaseURLHelp {
  public static let abstract = Message(
    "输出数据库的连接地址，供其他程序使用。",
    "Print the database's URL, for other programs.")

  public static let discussion = Message(
    """
    数据库未运行时先启动。地址中含有口令：不要写进他人能读到的文件。
    例：pg_dump "$(cadre db url)" > backup.sql
    """,
    """
    Starts the server if need be. The URL holds the password: do not put it into files that others can read.
    Example: pg_dump "$(cadre db url)" > backup.sql
    """)
}
