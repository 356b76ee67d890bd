import ArgumentParser
import CadreModel
import PolicyKit
import PostgresClient
import Schema

/// `cadre migrate`: brings a database's schema up to date.
struct MigrateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "migrate",
      Label(
        "把数据库的表结构、城市和日历更新到本程序所需。",
        "Bring a database's tables, cities and calendar up to date."),
      discussion: Label(
        """
        逐个执行迁移，各在一个事务中，并记录其摘要。已执行的迁移与本程序不符的数据库，拒绝使用。程序自带的数据库会自动更新。
        """,
        """
        Migrations are applied in order, each in a transaction of its own, and remembered with their digests. A database \
        whose applied migrations differ from the program's is refused. The private server's database is kept up to date \
        by itself.
        """))
  }

  @Flag(help: ArgumentHelp(Label("只显示已执行和尚缺的迁移。", "Only say what is applied and what is missing.")))
  var status = false
  @Flag(
    help: ArgumentHelp(
      Label(
        "同时创建角色 cadre_reader、cadre_evaluator、cadre_importer，并启用行级安全。",
        "Also make the roles cadre_reader, cadre_evaluator, cadre_importer, and turn row-level security on.")))
  var roles = false
  @Flag(help: ArgumentHelp(Label("以 JSON 输出状态。", "Print the state as JSON.")))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    guard status && roles else { return }
    throw ArgumentProblem(
      "--status 只查看、不改动：请去掉 --roles 或 --status", "--status changes nothing: leave out --roles, or --status")
  }

  func run() async throws {
    let library = try configuration.library()
    let connection = try await database.connect(language.language)
    let lang = language.language
    try await OwnSchema.checkEncoding(connection)
    if !status {
      let isQuiet = json
      try await SchemaUpdate.run(connection, library: library, configuration: configuration) { migration in
        if !isQuiet { Terminal.print(lang(zh: "已执行 ", en: "applied ") + "\(migration.version) \(migration.name)") }
      }
      // Tables that came with this update are the roles', too.
      let areApplied = roles ? true : try await Roles.areApplied(in: connection)
      if areApplied { try await Roles.apply(to: connection) }
    }
    let found = try await Migrations.shipped().status(of: connection)
    await connection.close()
    if json { Terminal.print(Self.json(found).text) } else { show(found) }
    if status && !found.isUpToDate { throw ExitCode(ExitStatus.rejected.rawValue) }
  }

  private func show(_ found: MigrationStatus) {
    let lang = language.language
    if status {
      for migration in found.applied { Terminal.print("✓ \(migration.version) \(migration.name)") }
      for migration in found.pending { Terminal.print("- \(migration.version) \(migration.name)") }
    }
    Terminal.print(
      found.isUpToDate
        ? lang(zh: "数据库已是最新（迁移 \(found.version)）。", en: "The database is up to date (migration \(found.version)).")
        : lang(
          zh: "缺少 \(found.pending.count) 个迁移：请运行 cadre migrate。",
          en: "\(found.pending.count) migrations are missing: run cadre migrate."))
  }

  private static func json(_ found: MigrationStatus) -> JSON {
    .object([
      ("version", .number(String(found.version))),
      ("up_to_date", .bool(found.isUpToDate)),
      ("pending", .array(found.pending.map { .string("\($0.version) \($0.name)") })),
    ])
  }
}
