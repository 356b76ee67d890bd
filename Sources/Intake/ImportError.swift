public import CadreModel
public import DataContract
public import Files
public import Spreadsheet

/// Why an import could not even begin to judge its rows. Wrong rows are no errors: they are the report's findings.
public enum ImportError: Error, Sendable, Hashable {
  case noSuchPath(String)
  case nothingToImport([String])
  /// A file that was asked for by name bears the name of no table.
  case unknownTable(path: String, nearest: [String])
  case twoFiles(TableName, [String])
  case unreadable(path: String, SpreadsheetError)
  /// The file was not the same when it was read the second time.
  case fileChanged(path: String)
  case databaseNotMigrated(pending: Int)
  case quarantineFolder(path: String, reason: SystemError)
  /// Duplicate keys were found too late to set their rows apart.
  case duplicatesTooMany(file: String)
  /// What did not fit in memory could not be put on the disk for a while.
  case spillFile(folder: String, reason: SystemError)
}

extension ImportError {
  /// One sentence: what, where, what to do.
  public func message(in language: Language) -> String {
    switch self {
    case .noSuchPath(let path):
      language(zh: "找不到 \(path)：请给出 <表名>.csv 文件或其所在文件夹", en: "\(path) does not exist: name a <table>.csv file or a folder of them")
    case .nothingToImport(let paths):
      language(
        zh: "\(paths.joined(separator: "、")) 中没有可导入的文件：应有 units.csv、persons.csv 等",
        en: "nothing to import in \(paths.joined(separator: ", ")): expected units.csv, persons.csv and so on")
    case .unknownTable(let path, let nearest):
      language(
        zh: "\(path)：没有这个名称的表\(nearest.isEmpty ? "" : "；相近的有 " + nearest.joined(separator: "、"))",
        en: "\(path): no table has this name\(nearest.isEmpty ? "" : "; much like it: " + nearest.joined(separator: ", "))")
    case .twoFiles(let table, let paths):
      language(
        zh: "表 \(table.rawValue) 有多个文件：\(paths.joined(separator: "、"))；一次导入每表一个文件",
        en: "several files for table \(table.rawValue): \(paths.joined(separator: ", ")); one a table and import")
    case .unreadable(let path, let error): Self.message(path, error, language)
    case .fileChanged(let path):
      language(zh: "\(path) 在导入过程中被改动：请在文件不再变化后重新导入", en: "\(path) changed during the import: import again when it rests")
    case .databaseNotMigrated(let pending):
      language(
        zh: "数据库缺少 \(pending) 个迁移：请先运行 cadre migrate", en: "the database lacks \(pending) migrations: run cadre migrate first")
    case .quarantineFolder(let path, let reason):
      language(zh: "不能写入退回文件夹 \(path)：\(reason.chinese)", en: "cannot write to the quarantine folder \(path): \(reason.english)")
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

  private static func message(_ path: String, _ error: SpreadsheetError, _ language: Language) -> String {
    switch error {
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
