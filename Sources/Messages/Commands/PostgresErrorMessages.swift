public import CadreModel

/// What is said around PostgreSQL's own words when it reports an error: what it means, and what to do.
public enum PostgresErrorMessages {
  public static func unsuitableSetting(_ name: String, found: String, wanted: String) -> Message {
    Message(
      "该数据库用户的设置 \(name) 为“\(found)”，须为“\(wanted)”：请管理员执行 alter role 用户 reset \(name)，或 alter database 库名 reset \(name)",
      "the setting \(name) is '\(found)' for this login and has to be '\(wanted)': "
        + "alter role or alter database ... reset \(name)")
  }

  // What happened.
  public static let outcomeUnknown = Message(
    "提交时与数据库的连接中断，数据可能已全部保存，也可能全部未保存",
    "The connection to the database broke during the commit: either all of it is stored, or nothing is")
  public static let connectionLost = Message(
    "与数据库的连接中断，未完成的操作已撤销",
    "The connection to the database broke, and what was not done is undone")
  public static let unreachable = Message("无法连接数据库", "The database cannot be reached")
  public static let reported = Message("数据库报错", "The database reports an error")

  // What to do.
  public static let tryLater = Message("请稍后再试", "try again later")
  public static let doAgain = Message(
    "请待数据库恢复后重做一次：已保存的不会重复",
    "do it again when the database is back: what is stored is not stored twice")
  public static let useThePrimary = Message(
    "该服务器只读（备用服务器），请使用主服务器的地址",
    "this server is a read-only standby: use the address of its primary")
  public static let seeWhetherItRuns = Message(
    "请用 cadre db status（自带数据库）或 --database 的地址检查数据库是否运行，然后重试",
    "see whether it runs (cadre db status, or the address in --database), then try again")
  public static let migrateFirst = Message(
    "数据库结构不是最新，请先运行 cadre migrate", "the schema is not up to date: run cadre migrate first")
  public static let lacksRights = Message(
    "该用户权限不足，请用 cadre doctor 检查", "the user lacks rights: cadre doctor tells which")
  public static let diskFull = Message("磁盘已满，请清理后重试", "the disk is full: make room, then try again")
  public static let somethingElseAtWork = Message(
    "另一操作正在进行，请稍后再试", "something else is at work: try again later")
}
