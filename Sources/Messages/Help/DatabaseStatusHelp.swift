public import CadreModel

/// What `cadre db status --help` says.
public enum DatabaseStatusHelp {
  public static let abstract = Message(
    "显示数据库是否在运行、文件在哪里。",
    "Tell whether the server runs, and where its files are.")

  public static let discussion = Message(
    """
    可以连接时退出码为 0，否则为 3。
    """,
    """
    The exit status is 0 if it takes connections, else 3.
    """)

  public static let json = Message("以 JSON 输出，供程序读取。", "Print JSON, for programs.")
}
