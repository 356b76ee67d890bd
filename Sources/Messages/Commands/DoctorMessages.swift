public import CadreModel

/// What `cadre doctor` calls its checks and how they came out.
public enum DoctorMessages {
  public static let ok = Message("正常", "ok")
  public static let warning = Message("注意", "warning")
  public static let failed = Message("失败", "failed")

  public static let configuration = Message("政策配置", "policy configuration")
  public static let postgres = Message("PostgreSQL 程序", "PostgreSQL programs")
  public static let server = Message("数据库连接", "server")
  public static let version = Message("服务器版本", "server version")
  public static let libpq = Message("libpq 版本", "libpq")
  public static let migrations = Message("数据库结构", "migrations")
  public static let schema = Message("结构核对", "schema")
  public static let encoding = Message("数据库编码", "encoding")
  public static let collation = Message("排序规则", "collation")
  public static let calendar = Message("工作日历", "calendar")
  public static let permissions = Message("数据库权限", "permissions")
  public static let cities = Message("城市数据", "cities")
  public static let log = Message("留痕", "log")
  public static let identityNumbers = Message("证件号加密", "identity numbers")
  public static let disk = Message("磁盘空间", "disk space")
  public static let integrity = Message("内容完整", "integrity")

  /// A line of the report.
  public static func finding(state: Message, check: Message, found: Message) -> Message {
    Message(
      "[\(state.chinese)] \(check.chinese)：\(found.chinese)", "[\(state.english)] \(check.english): \(found.english)")
  }

  public static func summary(checks: Int, failed: Int, warnings: Int) -> Message {
    Message(
      "共 \(checks) 项检查，失败 \(failed) 项，注意 \(warnings) 项。",
      "\(checks) checks, \(failed) failed, \(warnings) with a warning.")
  }
}
