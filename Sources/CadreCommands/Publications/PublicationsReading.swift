import Access
import ArgumentParser
import Audit
import CadreModel
import Files
import Messages
import PolicyKit
import PostgresClient
import Publications

/// `cadre publications list`.
struct PublicationsList: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("list", PublicationHelp.list) }

  @Flag(help: ArgumentHelp(AuditHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let lang = language.language
    let library = try configuration.library()
    let publications = try await database.withConnection(library, configuration, lang, needing: .seals) {
      try await PublicationStore(connection: $0).all()
    }
    let text = PublicationText(language: lang)
    if json { return try Terminal.print(.array(publications.map(text.json))) }
    for publication in publications { Terminal.print(text.line(publication)) }
    Terminal.print(PublicationMessages.count(publications.count).text(in: lang))
  }
}

/// `cadre publications show N`: the text that was sealed.
struct PublicationsShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("show", PublicationHelp.show, discussion: PublicationHelp.showDiscussion)
  }

  @Argument(help: ArgumentHelp(PublicationHelp.number, value: ValueNames.number))
  var number: Int
  @Flag(help: ArgumentHelp(AuditHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let lang = language.language
    let (library, number) = (try configuration.library(), number)
    let publication = try await database.withConnection(library, configuration, lang, needing: .seals) {
      try await PublicationStore(connection: $0).publication(number)
    }
    guard let publication else { throw PublicationError.unknown(number) }
    if json { return try Terminal.print(PublicationText(language: lang).json(publication)) }
    // As it is: its digest is the seal.
    Terminal.printRaw(Array(publication.sealText.utf8))
    Terminal.report(PublicationText(language: lang).line(publication))
  }
}

/// `cadre publications write N --out DIR`: its files, byte for byte as they were published.
struct PublicationsWrite: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("write", PublicationHelp.write, discussion: PublicationHelp.writeDiscussion)
  }

  @Argument(help: ArgumentHelp(PublicationHelp.number, value: ValueNames.number))
  var number: Int
  @Option(name: .customLong("out"), help: ArgumentHelp(PublicationHelp.out, value: ValueNames.folder))
  var folder: String
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try Destination.checkFolder(folder)
    let lang = language.language
    let (library, number, folder) = (try configuration.library(), number, folder)
    try await database.withConnection(library, configuration, lang, needing: .reading()) { connection in
      let store = PublicationStore(connection: connection)
      guard let publication = try await store.publication(number) else { throw PublicationError.unknown(number) }
      try await store.write(publication, to: folder, by: Operator.author(of: "publications write"))
    }
    Terminal.print(PublicationMessages.written(number, to: folder).text(in: lang))
  }
}

/// `cadre publications verify [N]`: whether all is as it was sealed.
struct PublicationsVerify: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("verify", PublicationHelp.verify, discussion: PublicationHelp.verifyDiscussion)
  }

  @Argument(help: ArgumentHelp(PublicationHelp.onlyNumber, value: ValueNames.number))
  var number: Int?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let lang = language.language
    let (library, number) = (try configuration.library(), number)
    let verdict = try await database.withConnection(library, configuration, lang, needing: .seals) { connection in
      if let number, try await PublicationStore(connection: connection).publication(number) == nil {
        throw PublicationError.unknown(number)
      }
      return try await PublicationVerifier(connection: connection).verify(number)
    }
    for flaw in verdict.flaws { Terminal.report(flaw.message.text(in: lang)) }
    if !verdict.unseen.isEmpty { Terminal.report(PublicationMessages.unseen(verdict.unseen).text(in: lang)) }
    Terminal.print(
      PublicationMessages.verified(verdict.publications, head: verdict.head, flaws: verdict.flaws.count).text(in: lang))
    if !verdict.flaws.isEmpty { throw ExitCode(ExitStatus.rejected.rawValue) }
  }
}

extension AccessNeed {
  /// What was sealed holds nothing of persons: who watches may read it, too.
  fileprivate static let seals = AccessNeed([Duty.reading + [.auditor]])
}

/// Publications as people and programs read them.
struct PublicationText {
  let language: Language

  func line(_ publication: RecordedPublication) -> String {
    guard let seal = publication.seal else {
      return "\(publication.number)  " + PublicationMessages.unreadable(publication.number).text(in: language)
    }
    var parts = [
      "\(seal.number)", seal.publishedOn, seal.title, seal.asOf.description, seal.cities.joined(separator: ","),
      AuditMessages.who(seal.publishedBy, login: seal.login).text(in: language), publication.digest,
    ]
    if publication.signature != nil { parts.append(PublicationMessages.signed.text(in: language)) }
    return parts.joined(separator: "  ")
  }

  func json(_ publication: RecordedPublication) -> JSON {
    guard let seal = publication.seal else {
      return .object([("number", .number(String(publication.number))), ("digest", .string(publication.digest))])
    }
    return .object([
      ("number", .number(String(seal.number))), ("title", .string(seal.title)), ("as_of", .string(seal.asOf.description)),
      ("cities", .array(seal.cities.map(JSON.string))), ("published_on", .string(seal.publishedOn)),
      ("published_by", .string(seal.publishedBy)), ("login", .string(seal.login)),
      ("program_version", .string(seal.programVersion)), ("content_digest", .string(seal.contentDigest)),
      ("previous", .string(seal.previous)), ("digest", .string(publication.digest)),
      ("signed", .bool(publication.signature != nil)),
      (
        "runs",
        .array(
          seal.runs.map { run in
            .object([
              ("city", .string(run.city)), ("policy", .string(run.policy)), ("as_of", .string(run.asOf)),
              ("run_id", .string(run.runID)), ("rules_digest", .string(run.rulesDigest)),
              ("parameters_digest", .string(run.parametersDigest)), ("watermark", .string(run.watermark)),
              ("results", .number(String(run.resultCount))), ("results_digest", .string(run.resultsDigest)),
            ])
          })
      ),
      (
        "files",
        .array(
          seal.files.map { file in
            .object([
              ("path", .string(file.path)), ("size", .number(String(file.size))), ("sha256", .string(file.sha256)),
            ])
          })
      ),
    ])
  }
}
