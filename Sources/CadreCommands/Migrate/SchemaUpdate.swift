import CadreModel
import PolicyKit
import PostgresClient
import Schema

/// Brings a database to what this program needs.
enum SchemaUpdate {
  /// Applies missing migrations, and stores cities and calendar.
  /// - Returns: the migrations that were missing.
  @discardableResult
  static func run(
    _ connection: PostgresConnection, library: PolicyLibrary, configuration: ConfigurationOptions,
    report: (Migration) -> Void = { _ in }
  ) async throws -> [Migration] {
    let applied = try await Migrations.shipped().apply(to: connection, by: Operator.current, report: report)
    let workdays = try configuration.source().calendar()
    try await ReferenceData.store(cities: library.cities, workdays: workdays, in: connection)
    return applied
  }
}

extension WorkdaysError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String {
    language(
      zh:
        "calendar/workdays.csv 第 \(line) 行“\(found)”：应为 date,kind,name 三列，日期如 2025-10-01，kind 为 holiday（放假）或 makeup_workday（调休上班）",
      en: "calendar/\(description)")
  }
}

extension MigrationError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String {
    switch self {
    case .fileName, .numbering: description
    case .changed(let version, let comparison):
      language(
        zh: "已执行的迁移 \(version) 与程序中的不一致：请恢复该文件，把改动写成新的迁移\n\(comparison)", en: description)
    case .newerDatabase(let comparison):
      language(zh: "数据库由更新版本的程序迁移过：请使用新版程序或另一个数据库\n\(comparison)", en: description)
    case .outdated(let pending):
      language(zh: "数据库结构不是最新，缺少 \(pending) 个迁移：请先运行 cadre migrate", en: description)
    }
  }
}

extension OwnSchemaError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String {
    language(zh: chinese, en: description)
  }

  private var chinese: String {
    switch self {
    case .missing: "数据库中没有 cadre 的表：请先运行 cadre migrate"
    case .notTheOwner(let owner, let user):
      "库结构属于数据库用户 \(owner)，\(user) 无权变更：请以 \(owner) 或其成员的身份运行 cadre migrate"
    case .ownedByLesser(let owner, let logins):
      "库结构属于 \(owner)，\(logins.joined(separator: "、")) 可以改动其中的函数，超级用户不应以全部权限运行：请以 \(owner) 或 cadre 各角色的"
        + "身份使用，或把库结构转给没有普通用户参与的角色"
    case .foreignCode(let places):
      "cadre 的表会运行不属于 cadre 的函数、运算符或类型，请先删除：\(places.joined(separator: "；"))"
    case .encoding(let encoding):
      "数据库编码为 \(encoding)，存不下所有姓名：请新建数据库（create database 库名 encoding 'UTF8' template template0）后重新导入"
    case .differs(let differences):
      "库结构与迁移生成的不一致：" + differences.prefix(3).map { $0.message(in: .chinese) }.joined(separator: "；")
        + (differences.count > 3 ? "；另有 \(differences.count - 3) 处" : "") + "。cadre doctor 可列出全部"
    }
  }
}

extension SchemaDifference {
  func message(in language: Language) -> String {
    switch self {
    case .missing(let thing): language(zh: "缺少 \(thing)", en: description)
    case .unknown(let thing): language(zh: "多出 \(thing)", en: description)
    }
  }
}
