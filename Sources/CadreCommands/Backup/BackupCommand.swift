import ArgumentParser
import Audit
import Backups
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import Messages
import PostgresClient
import Schema

/// `cadre backup`: the whole database as a folder.
struct BackupCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("backup", BackupHelp.abstract, discussion: BackupHelp.discussion)
  }

  @Option(help: ArgumentHelp(BackupHelp.out, value: ValueNames.folder))
  var out: String?
  @Option(help: ArgumentHelp(BackupHelp.keep, value: ValueNames.count))
  var keep: Int?
  @Option(help: ArgumentHelp(BackupHelp.check, value: ValueNames.folder))
  var check: String?
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if let keep, keep < 1 { throw ArgumentProblem(BackupHelp.keepAtLeastOne) }
  }

  func run() async throws {
    let lang = language.language
    if let check {
      let backup = try BackupFolder(check)
      try backup.check()
      return Terminal.print(BackupMessages.sound(check, files: backup.record.files.count).text(in: lang))
    }
    let folder = out ?? BackupPlace.ofEnvironment
    let backup = try await BackupPlace.make(in: folder, database, lang)
    BackupPlace.tell(backup, lang)
    guard let keep else { return }
    for removed in try BackupFolder.keep(keep, in: folder) {
      Terminal.print(BackupMessages.removed(removed).text(in: lang))
    }
  }
}

/// Where backups are made, and how.
enum BackupPlace {
  /// `backups` in the private server's home, whatever database it is.
  static var ofEnvironment: String {
    ServerHome(environment: ProcessInfo.processInfo.environment).path + "/backups"
  }

  /// Makes a backup, and enters it in the log: it is everything that left the database.
  static func make(in folder: String, _ database: DatabaseOptions, _ language: Language) async throws -> BackupFolder {
    let configuration = try await database.configuration(language)
    // A database that was never migrated has nothing to tell.
    let connection = try await database.connect(language)
    do { try await OwnSchema.check(connection) } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    let environment = ProcessInfo.processInfo.environment
    let backup = try await Backup(of: configuration, environment: environment)
      .make(in: folder, at: Date(), by: Operator.current)
    var entry = AuditEntry(.backup, cities: backup.record.cities.map(\.city))
    entry.contentDigest = try backup.digest()
    try await log(entry, "backup", configuration)
    return backup
  }

  static func log(_ entry: AuditEntry, _ command: String, _ configuration: ConnectionConfiguration) async throws {
    let connection = try await PostgresConnection.connect(configuration)
    do {
      try await connection.withTransaction { connection in
        _ = try await AuditLog(author: Operator.author(of: command)).append(entry, on: connection)
      }
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }

  static func tell(_ backup: BackupFolder, _ language: Language) {
    let record = backup.record
    let bytes = record.files.reduce(0) { $0 + $1.bytes }
    let size = bytes < 10_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
    let rows = record.cities.reduce(0) { $0 + $1.rows }
    Terminal.print(
      BackupMessages.made(backup.path, cities: record.cities.count, rows: rows, bytes: size).text(in: language))
    if let digest = try? backup.digest() { Terminal.print(BackupMessages.digest(digest).text(in: language)) }
    Terminal.print(BackupMessages.keyApart.text(in: language))
  }
}

extension BackupError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .noProgram: .unreachable
    default: .rejected
    }
  }

  func message(in language: Language) -> String { message.text(in: language) }
}
