public import CadreModel

/// What can go wrong with the private server, and what to do about it.
public enum ServerErrorMessages {
  /// - Parameter found: installations of other versions.
  public static func postgresNotFound(_ found: [String]) -> Message {
    let others =
      found.isEmpty
      ? Message("", "") : Message("（找到但不支持：\(found.list.chinese)）", " (found, but not supported: \(found.list.english))")
    return Message(
      """
      本机没有 PostgreSQL 15、16、17 或 18\(others.chinese)。请先安装，再重试。
        Debian、Ubuntu：       apt-get install postgresql
        openEuler、麒麟、Fedora：dnf install postgresql-server
        其他系统：             将 CADRE_POSTGRES_BIN 设为 initdb 和 postgres 所在的文件夹
      """,
      """
      No PostgreSQL 15, 16, 17 or 18 found on this machine\(others.english). Install one, then try again.
        Debian, Ubuntu:           apt-get install postgresql
        Fedora, openEuler, Kylin: dnf install postgresql-server
        elsewhere:                set CADRE_POSTGRES_BIN to the folder that holds initdb and postgres
      """)
  }

  public static func installationUnusable(_ folder: String, reason: Message) -> Message {
    Message(
      "CADRE_POSTGRES_BIN=\(folder) 不可用（\(reason.chinese)）：该文件夹须含 PostgreSQL 15 至 18 的 initdb 和 postgres。",
      "CADRE_POSTGRES_BIN=\(folder) cannot be used: \(reason.english). "
        + "It must be the folder that holds initdb and postgres of PostgreSQL 15 to 18.")
  }

  public static func versionMismatch(_ folder: String, version: String, installed: [String]) -> Message {
    Message(
      "\(folder) 中的数据由 PostgreSQL \(version) 创建，本机未装该版本（已装：\(installed.list.chinese)）。"
        + "请重新安装 PostgreSQL \(version)，或用 pg_upgrade 迁移数据。",
      "The data in \(folder) was made by PostgreSQL \(version), which is not installed (installed: \(installed.list.english)). "
        + "Install PostgreSQL \(version) again, or move the data with pg_upgrade.")
  }

  public static func noAccount(reason: Message) -> Message {
    Message(
      "PostgreSQL 不能以 root 身份运行，而本机没有可用的普通账户（\(reason.chinese)）。"
        + "请添加账户（useradd --system postgres），或以普通用户身份运行 cadre。",
      "PostgreSQL must not run as root, and \(reason.english). "
        + "Add an account (useradd --system postgres), or run cadre as an ordinary user.")
  }

  public static func homeNotWritable(_ folder: String, reason: Message) -> Message {
    Message(
      "无法写入 \(folder)（\(reason.chinese)）。请将 CADRE_HOME 设为可写的文件夹。",
      "Cannot write to \(folder): \(reason.english). Set CADRE_HOME to a folder that you may write to.")
  }

  public static func homeNotOurs(_ folder: String, reason: Message) -> Message {
    Message(
      "\(folder) 不是 cadre 的数据库文件夹（\(reason.chinese)）。请将 CADRE_HOME 设为专用的文件夹。",
      "\(folder) is not a home of cadre's server: \(reason.english). Set CADRE_HOME to a folder of its own.")
  }

  public static func homeUnreachable(_ folder: String, account: String) -> Message {
    Message(
      "数据库以账户 \(account) 运行，但该账户无法进入 \(folder)。请将 CADRE_HOME 设在私人目录以外，例如 /var/lib/cadre。",
      "The account \(account), which the server runs under, may not enter \(folder). "
        + "Set CADRE_HOME to a folder outside private home folders, such as /var/lib/cadre.")
  }

  public static func socketFolderUnsafe(_ folder: String) -> Message {
    Message(
      "套接字文件夹 \(folder) 已存在，且不是本用户的私有文件夹。请删除它，或将 CADRE_HOME 设为更短的路径。",
      "The folder \(folder) for the server's socket exists and is not a private folder of this user. "
        + "Remove it, or set CADRE_HOME to a shorter path.")
  }

  public static func busy(lock: String) -> Message {
    Message(
      "另一个 cadre 命令正在操作数据库（锁文件 \(lock)）。请等它结束后再试。",
      "Another cadre command is busy with the server (lock \(lock)). Wait until it is done, then try again.")
  }

  public static func notCreated(_ home: String) -> Message {
    Message(
      "\(home) 中还没有数据库。创建并启动：cadre db start",
      "There is no private server in \(home) yet. Make and start it with: cadre db start")
  }

  public static func notRunning(_ home: String) -> Message {
    Message(
      "\(home) 中的数据库没有运行。启动：cadre db start",
      "The private server in \(home) is not running. Start it with: cadre db start")
  }

  /// - Parameter tail: the last lines of the log.
  public static func creationFailed(log: String, tail: [String]) -> Message {
    Message(
      "数据库创建失败，完整日志见 \(log)。\(quoted(tail))",
      "The private server's database could not be made; the full log is \(log).\(quoted(tail))")
  }

  /// - Parameter tail: the last lines of the log.
  public static func startFailed(log: String, tail: [String]) -> Message {
    Message(
      "数据库启动失败，完整日志见 \(log)。\(quoted(tail))",
      "The private server did not start; the full log is \(log).\(quoted(tail))")
  }

  public static func startTimedOut(log: String, seconds: Int) -> Message {
    Message(
      "数据库 \(seconds) 秒后仍未就绪（可能还在恢复）。请查看 \(log)，稍后再试。",
      "The private server is not ready after \(seconds) s (it may still be recovering after a crash). "
        + "Look at \(log), then try again.")
  }

  public static func stopTimedOut(process: Int, seconds: Int) -> Message {
    Message(
      "数据库（进程 \(process)）\(seconds) 秒后仍未停止。不等最后一次写盘，直接停止：cadre db stop --force",
      "The private server (process \(process)) has not ended after \(seconds) s. "
        + "Stop it without waiting for its last checkpoint: cadre db stop --force")
  }

  public static func programFailed(_ program: String, reason: Message) -> Message {
    Message("无法运行 \(program)（\(reason.chinese)）。", "Could not run \(program): \(reason.english).")
  }

  private static func quoted(_ tail: [String]) -> String {
    tail.map { "\n  | " + $0 }.joined()
  }
}
