import Access
import ArgumentParser
import Audit
import Backups
import CadreModel
import FoundationEssentials
import Integrity
import Messages
import PolicyKit
import PostgresClient
import Schema

/// `cadre restore DIR`: puts a backup in the place of the database.
struct RestoreCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("restore", RestoreHelp.abstract, discussion: RestoreHelp.discussion)
  }

  @Argument(help: ArgumentHelp(RestoreHelp.folder, value: ValueNames.folder))
  var folder: String
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let backup = try BackupFolder(folder)
    let restorer = BackupRestorer(
      backup: backup, library: library, files: configuration, isPrivate: try database.isPrivate(),
      language: language.language)
    try await restorer.run(over: try await database.configuration(language.language))
  }
}

/// Brings a backup back, up to date, looked through, and into its place.
struct BackupRestorer {
  let backup: BackupFolder
  let library: PolicyLibrary
  let files: ConfigurationOptions
  /// Whether the server is the private one.
  let isPrivate: Bool
  let language: Language

  func run(over target: ConnectionConfiguration) async throws {
    Terminal.show(BackupMessages.loading.text(in: language))
    let known = try Migrations.shipped().list.last?.version ?? 0
    var found = 0
    let outcome = try await Restoring(backup, over: target, environment: ProcessInfo.processInfo.environment)
      .run(known: known, stamp: BackupFolder.stamp(of: Date()).lowercased()) { beside in found = try await look(through: beside) }
    let record = backup.record
    let rows = record.cities.reduce(0) { $0 + $1.rows }
    Terminal.print(
      BackupMessages.restored(outcome.database, cities: record.cities.count, rows: rows).text(in: language))
    if let kept = outcome.kept { Terminal.print(BackupMessages.replacedKept(kept).text(in: language)) }
    if !outcome.loginsMissing.isEmpty {
      Terminal.print(BackupMessages.loginsMissing(outcome.loginsMissing).text(in: language))
    }
    if found > 0 { Terminal.print(BackupMessages.foundWrong(found).text(in: language)) }
  }

  /// Brings the database to what this program needs, and counts what does not agree in it.
  private func look(through beside: ConnectionConfiguration) async throws -> Int {
    var beside = beside
    beside.schema = OwnSchema.name
    let connection = try await PostgresConnection.connect(beside)
    do {
      try await SchemaUpdate.run(connection, library: library, configuration: files)
      if isPrivate { try await SchemaUpdate.showTablesToOthers(connection) }
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    Terminal.show(BackupMessages.checking.text(in: language))
    var entry = AuditEntry(.restoration, cities: backup.record.cities.map(\.city))
    entry.contentDigest = try backup.digest()
    try await BackupPlace.log(entry, "restore", beside)
    beside.role = HeldAccess.everyDuty
    return try await ConnectionPool.with(2, to: beside) { pool in
      try await IntegrityChecks(check: DeepCheck(library: library, judges: false), pool: pool).findings()
        .count { $0.state != .ok }
    }
  }
}
