import Access
import ArgumentParser
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import Integrity
import Messages
import PolicyKit
import PostgresClient

/// `cadre doctor`: checks what the program stands on, and says what to do.
struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "doctor",
      DoctorHelp.abstract,
      discussion: DoctorHelp.discussion)
  }

  @Flag(help: ArgumentHelp(DoctorHelp.deep))
  var deep = false
  @Flag(help: ArgumentHelp(DoctorHelp.judge))
  var judge = false
  @Flag(help: ArgumentHelp(DoctorHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    var findings = [policies(), LocalChecks.libpq(version: ClientLibrary.version)]
    let isPrivate = try database.isPrivate()
    if isPrivate { findings.append(LocalChecks.postgres(environment)) }
    findings += try await databaseFindings()
    if deep || judge, !findings.contains(where: { $0.state == .failed }) { findings += try await integrityFindings() }
    let home = ServerHome(environment: environment)
    if isPrivate, let disk = LocalChecks.disk(home.dataFolder) { findings.append(disk) }
    let report = DoctorReport(findings: findings)
    let lang = language.language
    Terminal.print(json ? report.json(in: lang).text : report.text(in: lang))
    if report.exitStatus != .done { throw ExitCode(report.exitStatus.rawValue) }
  }

  private func policies() -> DoctorFinding {
    do {
      let library = try configuration.library()
      return .configuration(library, changes: library.changes)
    } catch {
      let found = (error as? any MessageProviding)?.message ?? DoctorPlaceMessages.unreadable
      return .failed(.configuration, found, DoctorPlaceMessages.correctAndRepeat)
    }
  }

  private func integrityFindings() async throws -> [DoctorFinding] {
    let library = try configuration.library()
    return try await database.withPool(
      2, library, configuration, language.language, needing: judge ? AccessNeed([[.evaluator]]) : .reading()
    ) { pool in
      try await IntegrityChecks(check: DeepCheck(library: library, judges: judge), pool: pool).findings()
    }
  }

  /// What the database says, or why it cannot be asked.
  private func databaseFindings() async throws -> [DoctorFinding] {
    do {
      let connection = try await database.connect(language.language)
      let findings = try await DatabaseChecks(connection: connection).findings()
      await connection.close()
      return findings
    } catch let error as any MessageProviding & ExitStatusProviding where error.exitStatus == .unreachable {
      return [.failed(.server, error.message, DoctorDatabaseMessages.repeatWhenReachable)]
    }
  }
}
