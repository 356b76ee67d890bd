public import CadreModel

/// What `cadre db destroy --help` says.
public enum DestroyDatabaseHelp {
  public static let abstract = Message(
    "停止数据库，并删除其中的全部数据。",
    "Stop the server and delete the database with everything in it.")

  public static let discussion = Message(
    """
    删除后无法恢复。只删除 cadre 自己创建的文件，不动目录中的其他文件。
    """,
    """
    There is no way back. Touches only what cadre itself made, never other files in the folder.
    """)

  public static let yes = Message("不再询问。", "Do not ask.")
}
