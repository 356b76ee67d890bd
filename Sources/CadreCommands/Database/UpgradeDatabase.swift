import ArgumentParser
import Backups
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import Messages
import PostgresClient
import Schema

/// `cadre db upgrade`: the private server's data under a new major version of PostgreSQL.
struct UpgradeDatabase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("upgrade", UpgradeDatabaseHelp.abstract, discussion: UpgradeDatabaseHelp.discussion)
  }

  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let lang = language.language
    let server = PrivateServer.ofEnvironment
    try await server.start(in: lang)
    guard let move = try server.versionMove() else {
      return Terminal.print(BackupMessages.newestAlready(server.majorVersion).text(in: lang))
    }
    var database = ConnectionConfiguration(conninfo: try server.connectionParameters())
    database.schema = OwnSchema.name
    let backup = try await Backup(of: database, environment: ProcessInfo.processInfo.environment)
      .make(in: BackupPlace.ofEnvironment, at: Date(), by: Operator.current)
    BackupPlace.tell(backup, lang)
    let kept = try await server.move(move) { successor in
      try await successor.start(in: lang)
      var target = ConnectionConfiguration(conninfo: try successor.connectionParameters())
      target.schema = OwnSchema.name
      let restorer = BackupRestorer(backup: backup, library: library, files: configuration, isPrivate: true, language: lang)
      try await restorer.run(over: target)
    }
    Terminal.print(
      BackupMessages.serverUpgraded(from: String(move.from), to: String(move.to), kept: kept).text(in: lang))
  }
}
