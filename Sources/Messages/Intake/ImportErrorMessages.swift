public import CadreModel

/// Why an import could not begin to judge its rows, or not be finished: what, where, what to do. Reasons are the system's.
public enum ImportErrorMessages {
  public static func noSuchPath(_ path: String) -> Message {
    Message(
      "找不到 \(path)：请给出工作簿、<表名>.csv 文件或其所在文件夹",
      "\(path) does not exist: name a workbook, a <table>.csv file or a folder of them")
  }

  /// - Parameter passedOver: what lies there instead, a line each.
  public static func nothingToImport(_ paths: [String], passedOver: [Message], areMore: Bool) -> Message {
    let lineEnd = "\n"
    let lines = passedOver.map { Message("\(lineEnd)\($0.chinese)", "\(lineEnd)\($0.english)") }.joined(by: Message("", ""))
    let more = areMore ? "\(lineEnd)…" : ""
    return Message(
      "\(paths.list.chinese) 中没有可导入的文件：应有工作簿，或 units.csv（或 单位.csv）、persons.csv（或 人员.csv）等\(lines.chinese)\(more)",
      "nothing to import in \(paths.list.english): expected a workbook, or units.csv, persons.csv and so on\(lines.english)\(more)"
    )
  }

  public static func folderUnreadable(_ path: String) -> Message {
    Message("无法读取文件夹 \(path)：请检查权限", "cannot read the folder \(path): look at its permissions")
  }

  /// - Parameter nearest: tables whose names are much like it.
  public static func unknownTable(_ path: String, nearest: [String]) -> Message {
    let hint =
      nearest.isEmpty
      ? Message("", "") : Message("；相近的有 \(nearest.list.chinese)", "; much like it: \(nearest.list.english)")
    return Message("\(path)：没有这个名称的表\(hint.chinese)", "\(path): no table has this name\(hint.english)")
  }

  public static func twoFiles(_ table: String, _ paths: [String]) -> Message {
    Message(
      "表 \(table) 有多个文件：\(paths.list.chinese)；一次导入每表一个文件",
      "several files for table \(table): \(paths.list.english); one a table and import")
  }

  public static func fileChanged(_ path: String) -> Message {
    Message("\(path) 在导入过程中被改动：请在文件不再变化后重新导入", "\(path) changed during the import: import again when it rests")
  }

  public static func databaseNotMigrated(pending: Int) -> Message {
    Message(
      "数据库缺少 \(pending) 个迁移：请先运行 cadre migrate", "the database lacks \(pending) migrations: run cadre migrate first")
  }

  public static func quarantineFolder(_ path: String, reason: Message) -> Message {
    Message(
      "不能写入退回文件夹 \(path)：\(reason.chinese)", "cannot write to the quarantine folder \(path): \(reason.english)")
  }

  public static func rejectsLeft(at path: String, wanted: String, number: Int, reason: Message) -> Message {
    Message(
      "第 \(number) 次导入已入库，但 \(path) 不能改名为 \(wanted)：\(reason.chinese)；请腾出该名称后重新导入",
      "import \(number) is stored, but \(path) cannot be renamed to \(wanted): \(reason.english); make way for it, then "
        + "import again")
  }

  public static let commitLost = Message(
    "提交时数据库连接中断；已核实：本次导入没有入库，原有数据未变。请重新导入",
    "the connection was lost during the commit; looked up: nothing of this import was stored. Import again")

  /// - Parameter quarantine: where the rejected rows wait.
  public static func commitUnknown(quarantine: String?) -> Message {
    let rejects =
      quarantine.map { Message("；退回的行暂存于 \($0)，届时一并处理", "; the rejected rows wait in \($0) until then") }
      ?? Message("", "")
    return Message(
      "提交时数据库连接中断，数据库也无法再连接，不能核实本次导入是否已入库。请在数据库恢复后重新导入同一批文件：已入库的行不会重复\(rejects.chinese)",
      "the connection was lost during the commit, and the database cannot be reached to look whether this import was stored. "
        + "Import the same files again when it is back: what is stored already does not change\(rejects.english)")
  }

  public static func duplicatesTooMany(_ file: String) -> Message {
    Message(
      "\(file)：文件很大、未按键排序且有重复的键，无法逐行隔离；请先去除重复或按键排序",
      "\(file): large, not sorted by key, and with duplicate keys: remove these or sort it, then import again")
  }

  public static func spillFile(_ folder: String, reason: Message) -> Message {
    Message(
      "不能在 \(folder) 暂存数据：\(reason.chinese)；请腾出空间，或用环境变量 TMPDIR 指定其他文件夹",
      "cannot keep data in \(folder) for a while: \(reason.english); make room, or name another folder in TMPDIR")
  }
}

/// Why the list of all findings could not be written where it was wanted.
public enum FindingsFileErrorMessages {
  public static func notWritten(_ path: String, reason: Message) -> Message {
    Message("不能写入问题清单 \(path)：\(reason.chinese)", "cannot write the list of findings \(path): \(reason.english)")
  }

  public static func replacesData(_ path: String) -> Message {
    Message(
      "问题清单不能写到 \(path)：它是报送的文件或退回的文件；请另起文件名",
      "the list of findings cannot be written to \(path): a delivered file, or one of rejects; choose another name")
  }

  /// - Parameter number: of the import, where it was stored.
  public static func left(at path: String, wanted: String, number: Int?, reason: Message) -> Message {
    let stored =
      number.map { Message("第 \($0) 次导入已入库，", "import \($0) is stored, ") } ?? Message("没有导入任何数据；", "nothing was stored; ")
    return Message(
      "\(stored.chinese)问题清单在 \(path)，不能改名为 \(wanted)：\(reason.chinese)",
      "\(stored.english)the list of findings is in \(path) and cannot be renamed to \(wanted): \(reason.english)")
  }
}
