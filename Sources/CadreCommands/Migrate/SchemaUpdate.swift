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
      zh: "calendar/workdays.csv 第 \(line) 行“\(found)”：应为 date,kind,name 三列，日期如 2025-10-01，kind 为 holiday（放假）或 makeup_workday（调休上班）",
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
    }
  }
}
