public import CadreModel

/// What is said of backups: made, looked through, brought back.
public enum BackupMessages {
  public static func needsSuperuser(_ login: String) -> Message {
    Message(
      "登录名 \(login) 不是服务器的超级用户：备份和恢复涉及全部城市，请改用超级用户连接（--database）",
      "the login \(login) is no superuser of the server: a backup holds every city; connect as a superuser (--database)")
  }

  public static func noProgram(_ name: String, version: Int) -> Message {
    Message(
      "本机没有 PostgreSQL \(version) 或更新版本的 \(name)；请安装 postgresql-client-\(version)，或用 CADRE_POSTGRES_BIN 指明其文件夹",
      "no \(name) of PostgreSQL \(version) or later on this machine: install postgresql-client-\(version), or set "
        + "CADRE_POSTGRES_BIN to its folder")
  }

  public static func programFailed(_ name: String, said: String) -> Message {
    Message("\(name) 没有完成：\(said)；数据库未作任何改动", "\(name) failed: \(said); the database is as it was")
  }

  public static func noBackup(_ folder: String) -> Message {
    Message(
      "\(folder) 中没有备份：应为 cadre backup 写出的文件夹，其中有 about.json",
      "\(folder) holds no backup: it should be a folder that cadre backup wrote, with an about.json in it")
  }

  public static func fileChanged(_ path: String) -> Message {
    Message(
      "备份不完整或被改动：\(path) 与 about.json 所记摘要不符；请改用另一份备份，数据库未作任何改动",
      "the backup is not as it was written: \(path) is missing or differs from its digest in about.json; take another "
        + "backup. The database is as it was")
  }

  public static func newerProgram(migration: Int, known: Int) -> Message {
    Message(
      "备份来自更新版本的程序（数据库升级到第 \(migration) 步，本程序只到第 \(known) 步）；请先升级程序",
      "the backup is of a newer program (its migrations go to \(migration), this program's to \(known)): install that "
        + "program first")
  }

  public static func contentDiffers(_ city: String) -> Message {
    Message(
      "恢复出来的内容与备份时不符（\(city)）；原数据库未作任何改动，请改用另一份备份",
      "what came back is not what was backed up (\(city)); the database is as it was: take another backup")
  }

  public static func chainDiffers(_ chain: String) -> Message {
    Message(
      "恢复出来的链与备份时不符（\(chain)）；原数据库未作任何改动，请改用另一份备份",
      "a chain of what came back does not end as it did (\(chain)); the database is as it was: take another backup")
  }

  public static func inUse(_ database: String, sessions: Int) -> Message {
    Message(
      "数据库 \(database) 还有 \(sessions) 个连接在使用，未予替换；请待其结束（或停止 cadre serve、psql 等）后重试",
      "\(sessions) other sessions use the database \(database): nothing was replaced. End them (cadre serve, psql ...) and "
        + "try again")
  }

  public static let busy = Message(
    "另一条命令正在本服务器上恢复备份；请待其结束后重试",
    "another command is bringing a backup back on this server: wait until it has ended, then try again")

  public static func file(_ path: String, reason: Message) -> Message {
    Message("\(path)：\(reason.chinese)", "\(path): \(reason.english)")
  }

  public static func made(_ folder: String, cities: Int, rows: Int, bytes: String) -> Message {
    Message(
      "已备份到 \(folder)：\(cities) 个城市，\(rows) 行，\(bytes)。",
      "Backed up to \(folder): \(cities) cities, \(rows) rows, \(bytes).")
  }

  public static func digest(_ digest: String) -> Message {
    Message("about.json 的 SHA-256：\(digest)", "SHA-256 of about.json: \(digest)")
  }

  public static let keyApart = Message(
    "身份证号密钥不在备份中，请另行妥善保存。",
    "The key of the identity numbers is not in the backup: keep it apart, and safe.")

  public static func removed(_ folder: String) -> Message {
    Message("已删除旧备份 \(folder)。", "Removed the old backup \(folder).")
  }

  public static func sound(_ folder: String, files: Int) -> Message {
    Message("\(folder)：\(files) 个文件均与摘要相符。", "\(folder): all \(files) files are as they were written.")
  }

  public static let loading = Message("正在恢复到旁边的数据库……", "Bringing the backup back into a database beside ...")
  public static let checking = Message("正在核对全部内容……", "Checking all that came back ...")

  public static func restored(_ database: String, cities: Int, rows: Int) -> Message {
    Message(
      "已恢复到数据库 \(database)：\(cities) 个城市，\(rows) 行，内容与备份时一致。",
      "The database \(database) is as it was backed up: \(cities) cities, \(rows) rows, checked.")
  }

  public static func replacedKept(_ database: String) -> Message {
    Message(
      "原数据库保留为 \(database)；确认无误后可删除：cadre db psql -c 'drop database \(database)'",
      "What was there before is kept as \(database); once all is well: cadre db psql -c 'drop database \(database)'")
  }

  public static func loginsMissing(_ logins: [String]) -> Message {
    let list = logins.joined(separator: ", ")
    return Message(
      "这些登录名在本服务器上不存在，请建立后用 cadre access grant 重新授权：\(list)",
      "These logins are not on this server; make them, then give them their duties by cadre access grant: \(list)")
  }

  public static func foundWrong(_ findings: Int) -> Message {
    Message(
      "恢复出来的内容有 \(findings) 处与摘要或原始数据不符（备份时即如此）；照常恢复，请用 cadre doctor --deep 查看",
      "\(findings) places of what came back do not agree with their digests or sources, as was so when it was backed up; "
        + "it is in place: look with cadre doctor --deep")
  }

  public static func upgraded(from old: Int, to new: Int) -> Message {
    Message("数据库由第 \(old) 步升级到第 \(new) 步。", "The database went from migration \(old) to \(new).")
  }

  public static let upToDate = Message("数据库已是最新。", "The database is up to date.")

  public static func judgedAgain(_ city: CityName, asOf: Day, policy: String) -> Message {
    Message(
      "\(city.chinese) \(asOf)：规则已变，按 \(policy) 重新评估，结果如下",
      "\(city.english) at \(asOf): the rules are others; judged again under \(policy)")
  }

  public static func unchangedCounts(_ city: CityName, asOf: Day) -> Message {
    Message("\(city.chinese) \(asOf)：重新评估，各指标计数不变。", "\(city.english) at \(asOf): judged again, no count changed.")
  }

  public static func countChanged(_ indicator: String, status: String, before: Int, after: Int) -> Message {
    Message("  \(indicator) \(status)：\(before) → \(after)", "  \(indicator) \(status): \(before) -> \(after)")
  }

  public static let allCurrent = Message("各次评估所依据的规则未变。", "No run's rules have changed.")

  public static func serverUpgraded(from old: String, to new: String, kept: String) -> Message {
    Message(
      "数据库服务器由 PostgreSQL \(old) 升级到 \(new)，内容已核对；旧数据保留在 \(kept)，确认无误后可删除。",
      "The server went from PostgreSQL \(old) to \(new), and all was checked; the old data stay in \(kept) until you remove "
        + "them.")
  }

  public static func newestAlready(_ version: String) -> Message {
    Message(
      "数据库服务器已是本机最新的 PostgreSQL \(version)。", "The server is of this machine's newest PostgreSQL already, \(version).")
  }
}
