public import CadreModel

/// What `cadre migrate` says.
public enum MigrateMessages {
  public static func applied(_ migration: String) -> Message {
    Message("已执行 \(migration)", "applied \(migration)")
  }

  public static func upToDate(_ version: Int) -> Message {
    Message("数据库已是最新（迁移 \(version)）。", "The database is up to date (migration \(version)).")
  }

  public static func missing(_ count: Int) -> Message {
    Message("缺少 \(count) 个迁移：请运行 cadre migrate。", "\(count) migrations are missing: run cadre migrate.")
  }
}

/// Why a database cannot be brought up to date, or a calendar not be read. `comparison` is what the database has beside
/// what the program has.
public enum MigrationErrorMessages {
  public static func workdays(line: Int, found: String) -> Message {
    Message(
      "calendar/workdays.csv 第 \(line) 行“\(found)”：应为 date,kind,name 三列，日期如 2025-10-01，"
        + "kind 为 holiday（放假）或 makeup_workday（调休上班）",
      "calendar/workdays.csv line \(line): \(found): expected date,kind,name, a date such as 2025-10-01 and kind holiday "
        + "or makeup_workday")
  }

  public static func changed(version: Int, comparison: String) -> Message {
    Message(
      "已执行的迁移 \(version) 与程序中的不一致：请恢复该文件，把改动写成新的迁移\n\(comparison)",
      "migration \(version) is not the one that was applied to this database: restore the file as it was, and put the "
        + "change into a new migration\n\(comparison)")
  }

  public static func newerDatabase(comparison: String) -> Message {
    Message(
      "数据库由更新版本的程序迁移过：请使用新版程序或另一个数据库\n\(comparison)",
      "this database was migrated by a newer program: use that one, or another database\n\(comparison)")
  }

  public static func outdated(pending: Int) -> Message {
    Message(
      "数据库结构不是最新，缺少 \(pending) 个迁移：请先运行 cadre migrate",
      "the schema is not up to date, \(pending) migrations are missing: run cadre migrate first")
  }
}

/// Why a database's schema is not one to work with.
public enum SchemaErrorMessages {
  public static let missing = Message(
    "数据库中没有 cadre 的表：请先运行 cadre migrate", "the database has no schema cadre: run cadre migrate")

  public static func notTheOwner(_ user: String, owner: String) -> Message {
    Message(
      "库结构属于数据库用户 \(owner)，\(user) 无权变更：请以 \(owner) 或其成员的身份运行 cadre migrate",
      "the schema cadre belongs to \(owner), and \(user) may not act as \(owner): migrate as \(owner), or as a member of it")
  }

  public static func rolesMissing(_ user: String) -> Message {
    Message(
      "数据库服务器上缺少 cadre 的角色，\(user) 无权建立：请由超级用户或有权建立角色的用户运行一次 cadre migrate",
      "roles of cadre's are missing on this server, and \(user) may make none: have cadre migrate run once by a superuser, or "
        + "by a login that may make roles")
  }

  public static func ownedByLesser(_ owner: String, logins: [String]) -> Message {
    Message(
      "库结构属于 \(owner)，\(logins.list.chinese) 可以改动其中的函数，超级用户不应以全部权限运行：请以 \(owner) 或 cadre 各角色的"
        + "身份使用，或把库结构转给没有普通用户参与的角色",
      "the schema cadre belongs to \(owner), and \(logins.list.english) can change what runs in it: a superuser "
        + "would run it with all rights. Work as \(owner) or one of cadre's roles, or give the schema and all in it to a "
        + "role that no lesser login is a member of")
  }

  public static func foreignCode(_ places: [String]) -> Message {
    let all = places.joined(by: Punctuation.semicolon)
    return Message(
      "cadre 的表会运行不属于 cadre 的函数、运算符或类型，请先删除：\(all.chinese)",
      "objects of cadre's run what is not cadre's: \(all.english). Remove them first")
  }

  public static func encoding(_ encoding: String) -> Message {
    Message(
      "数据库编码为 \(encoding)，存不下所有姓名：请新建数据库（create database 库名 encoding 'UTF8' template template0）后重新导入",
      "the database's encoding is \(encoding), which cannot hold every name: create database NAME encoding 'UTF8' "
        + "template template0, and import again")
  }

  /// - Parameters:
  ///   - first: some of the differences.
  ///   - more: how many others there are.
  public static func differs(_ first: [Message], more: Int) -> Message {
    let all = first.joined(by: Punctuation.semicolon)
    let rest = more > 0 ? Message("；另有 \(more) 处", "; \(more) more") : Message("", "")
    return Message(
      "库结构与迁移生成的不一致：\(all.chinese)\(rest.chinese)。cadre doctor 可列出全部",
      "the schema is not the one that cadre's migrations made: \(all.english)\(rest.english). cadre doctor names all")
  }

  /// What the migrations made and is not there.
  public static func lacks(_ thing: String) -> Message {
    Message("缺少 \(thing)", "missing: \(thing)")
  }

  /// What is there and no migration made.
  public static func unknown(_ thing: String) -> Message {
    Message("多出 \(thing)", "not made by a migration: \(thing)")
  }
}
