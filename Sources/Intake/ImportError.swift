public import CadreModel
public import DataContract
public import FieldFormats
public import Files
public import Spreadsheet

/// Why an import could not even begin to judge its rows. Wrong rows are no errors: they are the report's findings.
public enum ImportError: Error, Sendable, Hashable {
  case noSuchPath(String)
  case nothingToImport([String], passedOver: [PassedOver])
  case folderUnreadable(String)
  /// What was asked for by name can't be imported.
  case notImported(PassedOver)
  /// A file that was asked for by name bears the name of no table.
  case unknownTable(path: String, nearest: [String])
  case twoFiles(TableName, [String])
  case unreadable(path: String, SpreadsheetError)
  /// A file of the field's own formats cannot be read.
  case fieldFormat(FieldFormatError)
  /// The bytes fit both encodings, or neither: the line that shows it best, read both ways.
  case encodingUnclear(path: String, line: Int, readings: LineReadings?)
  /// The rows that were read don't account for every line of the file.
  case linesUnaccounted(path: String, lines: Int, accounted: Int)
  /// The file was not the same when it was read the second time.
  case fileChanged(path: String)
  case databaseNotMigrated(pending: Int)
  case quarantineFolder(path: String, reason: SystemError)
  /// The file for all findings could not be written.
  case findingsFile(path: String, reason: SystemError)
  /// The file for all findings is one of the delivery, or of its rejects.
  case findingsReplaceData(path: String)
  /// All is done, but the file of all findings could not be given its name; with the import's number where it was stored.
  case findingsLeft(at: String, wanted: String, number: Int?, reason: SystemError)
  /// The import was stored, but a file of its rejects could not be given its name.
  case rejectsLeft(at: String, wanted: String, number: Int, reason: SystemError)
  /// The connection was lost while the import was committed; nothing of it was stored.
  case commitLost
  /// The connection was lost while the import was committed, and nobody could be asked what became of it.
  case commitUnknown(quarantine: String?)
  /// Duplicate keys were found too late to set their rows apart.
  case duplicatesTooMany(file: String)
  /// What did not fit in memory could not be put on the disk for a while.
  case spillFile(folder: String, reason: SystemError)
}

/// One line of a file, read both ways, as it may be shown.
public struct LineReadings: Sendable, Hashable {
  public let asUTF8: String
  public let asGB18030: String

  public init(asUTF8: String, asGB18030: String) {
    self.asUTF8 = asUTF8
    self.asGB18030 = asGB18030
  }
}

extension ImportError {
  /// One sentence: what, where, what to do.
  public func message(in language: Language) -> String {
    switch self {
    case .noSuchPath(let path):
      language(
        zh: "找不到 \(path)：请给出 <表名>.csv 文件或其所在文件夹", en: "\(path) does not exist: name a <table>.csv file or a folder of them")
    case .nothingToImport(let paths, let passedOver):
      language(
        zh: "\(paths.joined(separator: "、")) 中没有可导入的文件：应有 units.csv（或 单位.csv）、persons.csv（或 人员.csv）等",
        en: "nothing to import in \(paths.joined(separator: ", ")): expected units.csv, persons.csv and so on")
        + passedOver.prefix(20).map { "\n" + $0.text(in: language) }.joined()
        + (passedOver.count > 20 ? "\n…" : "")
    case .folderUnreadable(let path):
      language(zh: "无法读取文件夹 \(path)：请检查权限", en: "cannot read the folder \(path): look at its permissions")
    case .notImported(let entry): entry.text(in: language)
    case .encodingUnclear(let path, let line, let readings?):
      language(
        zh: "无法确定 \(path) 的编码，第 \(line) 行：按 UTF-8 为“\(readings.asUTF8)”，按 GB18030 为“\(readings.asGB18030)”；"
          + "请用 --encoding utf-8 或 --encoding gb18030 指明",
        en:
          "\(path): its encoding is in doubt. Line \(line) reads \"\(readings.asUTF8)\" in UTF-8 and \"\(readings.asGB18030)\" in "
          + "GB18030: say which with --encoding utf-8 or --encoding gb18030")
    case .encodingUnclear(let path, let line, nil):
      language(
        zh: "无法确定 \(path) 的编码，请看第 \(line) 行；请用 --encoding utf-8 或 --encoding gb18030 指明",
        en: "\(path): its encoding is in doubt, see line \(line): say which with --encoding utf-8 or --encoding gb18030")
    case .linesUnaccounted(let path, let lines, let accounted):
      language(
        zh: "\(path) 共 \(lines) 行，读到的记录只对应 \(accounted) 行，未导入任何数据：请检查引号和换行",
        en:
          "\(path) has \(lines) lines, but the rows read from it account for \(accounted): nothing stored; look at quotes and line "
          + "ends")
    case .unknownTable(let path, let nearest):
      language(
        zh: "\(path)：没有这个名称的表\(nearest.isEmpty ? "" : "；相近的有 " + nearest.joined(separator: "、"))",
        en: "\(path): no table has this name\(nearest.isEmpty ? "" : "; much like it: " + nearest.joined(separator: ", "))")
    case .twoFiles(let table, let paths):
      language(
        zh: "表 \(table.rawValue) 有多个文件：\(paths.joined(separator: "、"))；一次导入每表一个文件",
        en: "several files for table \(table.rawValue): \(paths.joined(separator: ", ")); one a table and import")
    case .unreadable(let path, let error): Self.message(path, error, language)
    case .fieldFormat(.unreadable(let path, let error)): Self.message(path, error, language)
    case .fieldFormat(let error): error.message.text(in: language)
    case .findingsFile(let path, let reason):
      language(zh: "不能写入问题清单 \(path)", en: "cannot write the list of findings \(path)")
        + language(zh: "：\(reason.chinese)", en: ": \(reason.english)")
    case .findingsReplaceData(let path):
      language(
        zh: "问题清单不能写到 \(path)：它是报送的文件或退回的文件；请另起文件名",
        en: "the list of findings cannot be written to \(path): a delivered file, or one of rejects; choose another name")
    case .findingsLeft(let path, let wanted, let number, let reason):
      language(
        zh: number.map { "第 \($0) 次导入已入库，" } ?? "没有导入任何数据；",
        en: number.map { "import \($0) is stored, " } ?? "nothing was stored; ")
        + language(
          zh: "问题清单在 \(path)，不能改名为 \(wanted)：\(reason.chinese)",
          en: "the list of findings is in \(path) and cannot be renamed to \(wanted): \(reason.english)")
    case .fileChanged(let path):
      language(zh: "\(path) 在导入过程中被改动：请在文件不再变化后重新导入", en: "\(path) changed during the import: import again when it rests")
    case .databaseNotMigrated(let pending):
      language(
        zh: "数据库缺少 \(pending) 个迁移：请先运行 cadre migrate", en: "the database lacks \(pending) migrations: run cadre migrate first")
    case .quarantineFolder(let path, let reason):
      language(zh: "不能写入退回文件夹 \(path)：\(reason.chinese)", en: "cannot write to the quarantine folder \(path): \(reason.english)")
    case .rejectsLeft(let path, let wanted, let number, let reason):
      language(
        zh: "第 \(number) 次导入已入库，但 \(path) 不能改名为 \(wanted)：\(reason.chinese)；请腾出该名称后重新导入",
        en:
          "import \(number) is stored, but \(path) cannot be renamed to \(wanted): \(reason.english); make way for it, then import again"
      )
    case .commitLost:
      language(
        zh: "提交时数据库连接中断；已核实：本次导入没有入库，原有数据未变。请重新导入",
        en: "the connection was lost during the commit; looked up: nothing of this import was stored. Import again")
    case .commitUnknown(let quarantine):
      language(
        zh: "提交时数据库连接中断，数据库也无法再连接，不能核实本次导入是否已入库。请在数据库恢复后重新导入同一批文件：已入库的行不会重复",
        en:
          "the connection was lost during the commit, and the database cannot be reached to look whether this import was stored. Import the same "
          + "files again when it is back: what is stored already does not change")
        + (quarantine.map {
          language(zh: "；退回的行暂存于 \($0)，届时一并处理", en: "; the rejected rows wait in \($0) until then")
        } ?? "")
    case .spillFile(let folder, let reason):
      language(
        zh: "不能在 \(folder) 暂存数据：\(reason.chinese)；请腾出空间，或用环境变量 TMPDIR 指定其他文件夹",
        en: "cannot keep data in \(folder) for a while: \(reason.english); make room, or name another folder in TMPDIR")
    case .duplicatesTooMany(let file):
      language(
        zh: "\(file)：文件很大、未按键排序且有重复的键，无法逐行隔离；请先去除重复或按键排序",
        en: "\(file): large, not sorted by key, and with duplicate keys: remove these or sort it, then import again")
    }
  }

  static func message(_ path: String, _ error: SpreadsheetError, _ language: Language) -> String {
    switch error {
    case .notAFile: language(zh: "\(path) 不是普通文件，未读取", en: "\(path) is no plain file: not read")
    case .file(_, let reason): language(zh: "无法读取 \(path)：\(reason.chinese)", en: "cannot read \(path): \(reason.english)")
    case .recordTooLong(let line, let limit):
      language(
        zh: "\(path) 第 \(line) 行：一行超过 \(limit >> 20) MB，可能有引号没有闭合",
        en: "\(path) line \(line): a record of more than \(limit >> 20) MB; a quote may not be closed")
    case .notText(.workbook):
      language(zh: "\(path) 是 Excel 工作簿：请另存为 CSV", en: "\(path) is an Excel workbook: save it as CSV")
    case .notText(.utf16):
      language(zh: "\(path) 是 UTF-16 编码：请另存为 UTF-8 或 GB18030 的 CSV", en: "\(path) is UTF-16: save it as CSV in UTF-8 or GB18030")
    case .notText(.binary): language(zh: "\(path) 不是文本文件：应为 CSV", en: "\(path) is no text file: expected CSV")
    case .converterMissing(let encoding):
      language(
        zh: "\(path)：本机缺少 \(encoding) 转换支持", en: "\(path): this machine has no converter for \(encoding)")
    }
  }
}

extension ImportError: CustomStringConvertible {
  public var description: String { message(in: .english) }
}
