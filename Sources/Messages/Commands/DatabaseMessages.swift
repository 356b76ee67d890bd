public import CadreModel

/// What the commands of the private server say (`cadre db`).
public enum DatabaseMessages {
  public static let waiting = Message(
    "数据库服务器正在启动或恢复，请稍候…", "The database server is starting up or recovering: waiting for it ...")

  public static func creating(_ home: String) -> Message {
    Message("首次使用：正在 \(home) 创建数据库……", "First use: making the database in \(home) ...")
  }

  public static let starting = Message("正在启动数据库……", "Starting the database ...")
  public static let recovering = Message(
    "数据库上次未正常关闭，正在恢复……", "The database was not shut down properly; recovering ...")

  public static func started(_ home: String) -> Message {
    Message("数据库已启动（\(home)）。", "The database is running (\(home)).")
  }

  public static func runsAlready(_ home: String) -> Message {
    Message("数据库已在运行（\(home)）。", "The database was running already (\(home)).")
  }

  public static let stopped = Message("数据库已停止。", "The database has stopped.")
  public static let didNotRun = Message("数据库没有在运行。", "The database was not running.")

  public static func destroyUnconfirmed(_ home: String) -> Message {
    Message(
      "此命令将删除 \(home) 中的全部数据；确定要删除请加 --yes", "this deletes all data in \(home); say --yes if you mean it")
  }

  public static func confirmDestroying(_ home: String) -> Message {
    Message(
      "将删除 \(home) 中的数据库及全部数据，无法恢复。确定请输入 yes：",
      "This deletes the database in \(home) with all its data, for good. Type yes to go on:")
  }

  public static let nothingChanged = Message("未作任何改动。", "Nothing was changed.")

  public static func destroyed(_ home: String) -> Message {
    Message("数据库已删除（\(home)）。", "The database is gone (\(home)).")
  }
}

/// What `cadre db status` prints: headings as wide as each other, and the states.
public enum DatabaseStatusMessages {
  public static let database = Message("数据库：", "Database: ")
  public static let folder = Message("文件夹：", "Folder:   ")
  public static let version = Message("版　本：", "Version:  ")
  public static let process = Message("进　程：", "Process:  ")
  public static let started = Message("启动于：", "Started:  ")
  public static let socket = Message("套接字：", "Socket:   ")
  public static let log = Message("日　志：", "Log:      ")

  public static let notCreated = Message("尚未创建（cadre db start 即可创建）", "not made yet (cadre db start makes it)")
  public static let stopped = Message("已停止", "stopped")
  public static let crashed = Message(
    "未正常关闭（下次启动时自动恢复）", "ended without shutting down (the next start recovers)")
  public static let starting = Message("正在启动", "starting")
  public static let running = Message("运行中", "running")
}
