import Access
import ArgumentParser
import CadreModel
import Digest
import Messages
import PolicyKit
import PostgresClient
import Publications

/// `cadre verify DIR`: whether a report's folder is as it was written.
struct VerifyCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("verify", PublicationHelp.verifyFolder, discussion: PublicationHelp.verifyFolderDiscussion)
  }

  @Argument(help: ArgumentHelp(PublicationHelp.folder, value: ValueNames.folder))
  var folder: String
  @Option(name: .customLong("public-key"), help: ArgumentHelp(PublicationHelp.publicKey, value: ValueNames.file))
  var keyFile: String?
  @Flag(name: .customLong("offline"), help: ArgumentHelp(PublicationHelp.offline))
  var isOffline = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let lang = language.language
    let verifier = try FolderVerifier(folder)
    let verdict: FolderVerdict
    if let keyFile {
      guard let key = VerifyingKey(pem: try KeyFile.bytes(keyFile)) else { throw PublicationError.key(keyFile) }
      verdict = try await verifier.verify(key: key)
    } else {
      verdict = try await compared(verifier, lang)
    }
    for flaw in verdict.flaws { Terminal.report(flaw.message.text(in: lang)) }
    guard verdict.flaws.isEmpty else {
      Terminal.print(PublicationMessages.folderWrong(verdict.flaws.count).text(in: lang))
      throw ExitCode(ExitStatus.rejected.rawValue)
    }
    let publication =
      switch (verdict.publication, verdict.digest) {
      case (nil, _): ReportWorkbookMessages.notPublished
      case (let number?, nil): PublicationMessages.publication(number)
      case (let number?, let head?): PublicationMessages.publication(number, head: head)
      }
    Terminal.print(PublicationMessages.folderVerified(verdict.files, publication: publication).text(in: lang))
  }

  /// A folder that says it is a publication is compared with what the database sealed.
  private func compared(_ verifier: FolderVerifier, _ language: Language) async throws -> FolderVerdict {
    let alone = try await verifier.verify()
    guard !isOffline, alone.publication != nil else { return alone }
    return try await database.withConnection(try configuration.library(), configuration, language, needing: .any) { connection in
      let store = PublicationStore(connection: connection)
      return try await verifier.verify { try await store.publication($0) }
    }
  }
}
