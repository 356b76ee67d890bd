import Access
import ArgumentParser
import Audit
import CadreModel
import Messages
import PolicyKit
import PostgresClient

/// `cadre audit verify`: whether the log is as it was written.
struct AuditVerify: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("verify", AuditHelp.verify, discussion: AuditHelp.verifyDiscussion)
  }

  @Option(help: ArgumentHelp(AuditHelp.known, value: ValueNames.digest))
  var known: String?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    if let known, known.utf8.count < 8 || !known.allSatisfy(\.isHexDigit) { throw ArgumentProblem(AuditMessages.malformedDigest) }
    let lang = language.language
    let (library, known) = (try configuration.library(), known)
    let verdict = try await database.withConnection(library, configuration, lang, needing: .duty(.auditor)) { connection in
      try await AuditVerifier(connection: connection).verify(known: known)
    }
    for flaw in verdict.flaws { Terminal.report(flaw.message.text(in: lang)) }
    Terminal.print(AuditMessages.verified(verdict.entries, head: verdict.head, flaws: verdict.flaws.count).text(in: lang))
    if !verdict.flaws.isEmpty { throw ExitCode(ExitStatus.rejected.rawValue) }
  }
}
