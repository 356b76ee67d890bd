import Access
import ArgumentParser
import CadreModel
import Messages
import PolicyKit
import PostgresClient
import Schema

/// `cadre migrate`: brings a database's schema up to date.
struct MigrateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "migrate",
      MigrateHelp.abstract,
      discussion: MigrateHelp.discussion)
  }

  @Flag(help: ArgumentHelp(MigrateHelp.status))
  var status = false
  @Flag(help: ArgumentHelp(MigrateHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let connection = try await database.connect(language.language)
    let lang = language.language
    try await OwnSchema.checkEncoding(connection)
    if !status {
      let isQuiet = json
      do {
        try await SchemaUpdate.run(connection, library: library, configuration: configuration) { migration in
          guard !isQuiet else { return }
          Terminal.print(MigrateMessages.applied("\(migration.version) \(migration.name)").text(in: lang))
        }
      } catch OwnSchemaError.notTheOwner(OwnSchema.owner, let user) {
        throw AccessError.missing(login: user, duties: [.serverOperator], cities: [])
      }
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
    let conclusion =
      found.isUpToDate ? MigrateMessages.upToDate(found.version) : MigrateMessages.missing(found.pending.count)
    Terminal.print(conclusion.text(in: lang))
  }

  private static func json(_ found: MigrationStatus) -> JSON {
    .object([
      ("version", .number(String(found.version))),
      ("up_to_date", .bool(found.isUpToDate)),
      ("pending", .array(found.pending.map { .string("\($0.version) \($0.name)") })),
    ])
  }
}
