import ArgumentParser
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import PolicyKit
import PostgresClient

/// `cadre doctor`: checks what the program stands on, and says what to do.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check server, schema, calendar, permissions and policies, and say what to do.",
    discussion: """
      Changes nothing, except that the private server is started if need be. The exit status is 0 if no check failed, \
      1 if one did, 3 if the database cannot be reached.
      """)

  @Flag(help: "Print the findings as JSON.")
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
    let home = ServerHome(environment: environment)
    if isPrivate, let disk = LocalChecks.disk(home.dataFolder) { findings.append(disk) }
    let report = DoctorReport(findings: findings)
    let lang = language.language
    Terminal.print(json ? report.json(in: lang).text : report.text(in: lang))
    if report.exitStatus != .done { throw ExitCode(report.exitStatus.rawValue) }
  }

  private func policies() -> DoctorFinding {
    do {
      let policies = try configuration.library().policies
      let codes = policies.map(\.code).joined(separator: ", ")
      return .ok(.configuration, Label("\(policies.count) 项政策：\(codes)", "\(policies.count) policies: \(codes)"))
    } catch {
      let place = String(describing: error)
      return .failed(.configuration, Label(place, place), Label("请改正该文件", "correct that file"))
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
      return [
        .failed(
          .server, Label(error.message(in: .chinese), error.message(in: .english)),
          Label("数据库可用后再运行 cadre doctor", "run cadre doctor again when it can be reached"))
      ]
    }
  }
}
