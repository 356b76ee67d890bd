public import CadreModel

/// What `cadre doctor` finds in the database. Each finding stands with its remedy.
public enum DoctorDatabaseMessages {
  public static let repeatWhenReachable = Message(
    "数据库可用后再运行 cadre doctor", "run cadre doctor again when it can be reached")

  public static func reached(as user: String) -> Message {
    Message("已连接，用户 \(user)", "reached, as \(user)")
  }

  public static let useSupportedServer = Message("请改用 PostgreSQL 15 至 18", "use PostgreSQL 15 to 18")

  public static func unsuitableEncoding(_ encoding: String) -> Message {
    Message("\(encoding)，存不下所有姓名", "\(encoding), which cannot hold every name")
  }

  public static let makeInUTF8 = Message(
    "新建数据库：create database cadre encoding 'UTF8' template template0，再重新导入",
    "make another: create database cadre encoding 'UTF8' template template0, and import again")

  public static func fragileCollation(_ collation: String) -> Message {
    Message(
      "\(collation)：结果不受影响，但系统升级后索引可能失效",
      "\(collation): results are the same, but an update of the system may break its indexes")
  }

  public static let reindex = Message(
    "系统（glibc、ICU）升级后运行 reindex database；新建时可用 lc_collate 'C'",
    "run reindex database after updates of glibc or ICU; a new database can have lc_collate 'C'")

  public static let makeTemporaryTables = Message("建临时表", "make temporary tables")
  public static let reachTables = Message("访问 cadre 的表", "reach cadre's tables")

  public static func permitted(_ user: String) -> Message {
    Message("\(user) 可访问 cadre 的表、可建临时表", "\(user) can reach cadre's tables and make temporary ones")
  }

  public static func forbidden(_ user: String, _ deeds: [Message]) -> Message {
    let all = deeds.joined(by: Punctuation.listSeparator)
    return Message("\(user) 无权：\(all.chinese)", "\(user) cannot: \(all.english)")
  }

  public static func grant(_ statements: String) -> Message {
    Message("请管理员执行：\(statements)", "have the administrator run: \(statements)")
  }

  public static func upToDate(migration: Int) -> Message {
    Message("已是最新（迁移 \(migration)）", "up to date (migration \(migration))")
  }

  public static func migrationsMissing(_ count: Int) -> Message {
    Message("缺少 \(count) 个迁移", "\(count) migrations are missing")
  }

  public static let migrate = Message("请运行 cadre migrate", "run cadre migrate")
  public static let useFittingVersion = Message(
    "请使用与数据库相符的 cadre 版本", "use the version of cadre that fits the database")

  public static let asMigrated = Message("与迁移生成的一致", "as the migrations made it")
  public static let undoOrRestore = Message("撤销该改动，或从备份恢复", "undo that change, or restore a backup")
  public static let askAdministrator = Message("请数据库管理员处理", "have the database's administrator see to it")

  public static let noData = Message("还没有任何城市的数据", "no city has handed in data yet")
  public static let importFirst = Message(
    "请运行 cadre import --city 城市 目录", "run cadre import --city CITY FOLDER")

  /// - Parameter number: of the entry in the log.
  public static func entered(_ number: Int) -> Message {
    Message("本次检查记为第 \(number) 条", "this check is entry \(number)")
  }

  public static let logIsReadOnly = Message(
    "此服务器只读（备机或正在恢复）：本次检查没有留痕，也不能输出报告",
    "this server is read-only (a standby, or recovering): this check has no entry, and no report can be handed out"
  )

  public static let usePrimary = Message("恢复后再试，或使用主机的地址", "try again when it has recovered, or use the address of its primary")

  public static let grantRoles = Message(
    "没有留痕就不能输出：请管理员授予 cadre 的角色之一，或运行 cadre doctor 所提示的其他处理",
    "without it nothing is handed out: have the administrator grant one of cadre's roles, and see to what else failed here")

  /// - Parameter day: `2025-03-01`.
  public static func imported(_ city: String, on day: String) -> Message {
    Message("\(city)（\(day) 导入）", "\(city) (imported on \(day))")
  }
}

/// What `cadre doctor` finds of the working calendar. `range` is the years it knows: `2019–2025`.
public enum DoctorCalendarMessages {
  public static let empty = Message("没有任何节假日", "no holidays at all")
  public static let storeShipped = Message(
    "请运行 cadre migrate，写入自带的日历", "run cadre migrate, which stores the calendar that comes with cadre")

  public static func gaps(_ range: String, missing: String) -> Message {
    Message(
      "已有 \(range)，缺 \(missing) 年：落在该年的工作日期限和节假日条款无法判定，结果为缺数据",
      "\(range) without \(missing): what is due in working days there, or asks for its holidays, is no_data")
  }

  public static func notYet(_ range: String, next year: Int) -> Message {
    Message(
      "已有 \(range)，尚无 \(year) 年：跨入该年的工作日期限无法判定，结果为缺数据",
      "\(range), not yet \(year): deadlines in working days that run into it are no_data")
  }

  public static func known(_ range: String) -> Message {
    Message("已有 \(range)", "\(range)")
  }

  public static let addYear = Message(
    "在 calendar/workdays.csv 中补上该年的放假与调休，再运行 cadre migrate --config 目录",
    "add that year's holidays and make-up days to calendar/workdays.csv, then run cadre migrate --config DIR")
}
