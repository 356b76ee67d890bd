public import CadreModel

/// What `cadre db start --help` says.
public enum StartDatabaseHelp {
  public static let abstract = Message(
    "启动数据库；首次使用时先创建。",
    "Start the server; the first time, make the database.")

  public static let discussion = Message(
    """
    已在运行时什么也不做。可以连接时才返回。
    """,
    """
    Does nothing if it is running. Returns when the database takes connections.
    """)
}
