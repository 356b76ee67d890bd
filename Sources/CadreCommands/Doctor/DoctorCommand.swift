import ArgumentParser
import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import PolicyKit
import PostgresClient

/// `cadre doctor`: checks what the program stands on, and says what to do.
struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "doctor",
      Label(
        "检查数据库、表结构、日历、权限和政策配置，并说明如何处理。",
        "Check server, schema, calendar, permissions and policies, and say what to do."),
      discussion: Label(
        """
        不作任何改动，只在必要时启动自带的数据库。退出码：0 没有失败的检查，1 有失败的检查，3 无法连接数据库。
        """,
        """
        Changes nothing, except that the private server is started if need be. The exit status is 0 if no check failed, \
        1 if one did, 3 if the database cannot be reached.
        """))
  }

  @Flag(help: ArgumentHelp(Label("以 JSON 输出检查结果。", "Print the findings as JSON.")))
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
      let library = try configuration.library()
      return .configuration(library, changes: library.changes)
    } catch {
      let found = (error as? any MessageProviding).map { Label($0.message(in: .chinese), $0.message(in: .english)) }
      return .failed(
        .configuration, found ?? Label("无法读取", "cannot be read"),
        Label("请改正后再运行 cadre doctor", "correct that, and run cadre doctor again"))
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
