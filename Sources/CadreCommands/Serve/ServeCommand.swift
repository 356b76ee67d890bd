import Access
import ArgumentParser
import CadreModel
import Dashboard
import FoundationEssentials
import Logging
import Messages
import PolicyKit
import PostgresClient
import ServiceLifecycle

/// `cadre serve`: the dashboard's pages, for who runs it.
struct ServeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("serve", ServeHelp.abstract, discussion: ServeHelp.discussion)
  }

  @Option(help: ArgumentHelp(ServeHelp.port, value: ValueNames.number))
  var port = 8080
  @Option(help: ArgumentHelp(ServeHelp.connections, value: ValueNames.count))
  var connections = 8
  @Flag(help: ArgumentHelp(ServeHelp.accounts))
  var accounts = false
  @Option(help: ArgumentHelp(ServeHelp.host, value: ValueNames.address))
  var host: String?
  @Option(help: ArgumentHelp(ServeHelp.certificate, value: ValueNames.file))
  var tlsCertificate: String?
  @Option(help: ArgumentHelp(ServeHelp.key, value: ValueNames.file))
  var tlsKey: String?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    guard (1...65_535).contains(port) else { throw ArgumentProblem(ServeMessages.portRange) }
    guard (1...200).contains(connections) else { throw ArgumentProblem(ServeMessages.connectionRange) }
    let place = try ServedPlace(accounts: accounts, host: host, certificate: tlsCertificate, key: tlsKey)
    let library = try configuration.library()
    let books = try books(of: library)
    let (lang, port) = (language.language, port)
    if accounts { return try await serveAccounts(library, books, lang, at: place) }
    try await database.withPool(connections, library, configuration, lang, needing: .any) { pool in
      let held = try await pool.withConnection { try await HeldAccess.read(from: $0) }
      let viewer = LocalViewer(author: Operator.current, held: held, known: library.cities, language: lang)
      let entrance = LocalEntrance(viewer, port: port)
      let server = DashboardServer(pool: pool, books: books, entrance: entrance, logger: Self.logger)
      let address = "http://127.0.0.1:\(port)/enter/\(entrance.link.text)"
      let application = try server.application(ServerSettings(port: port)) { _ in
        Terminal.print(ServeMessages.listening(address).text(in: lang))
      }
      try await run(application, lang)
    }
  }

  /// Runs until the command is interrupted; then requests under way are finished first.
  func run(_ service: some Service, _ lang: Language) async throws {
    do {
      try await Self.run(service)
    } catch let error where !(error is CancellationError) {
      throw ServeProblem(message: ServeMessages.portTaken(port, reason: "\(error)"))
    }
    Terminal.report(ServeMessages.stopped.text(in: lang))
  }

  private static func run(_ service: some Service) async throws {
    var configuration = ServiceGroupConfiguration(services: [.init(service: service)], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(20)
    let group = ServiceGroup(configuration: configuration)
    // A task of its own: what is cancelled is the command, not what is under way.
    let running = Task { try await group.run() }
    try await withTaskCancellationHandler {
      try await running.value
    } onCancel: {
      Task { await group.triggerGracefulShutdown() }
    }
  }

  private func books(of library: PolicyLibrary) throws -> Books {
    var readings: [String: Readings] = [:]
    var texts: [String: ArticleTexts] = [:]
    let source = try configuration.source()
    for policy in library.policies {
      readings[policy.code] = try CatalogueBooks.readings(of: policy)
      texts[policy.code] = try source.articleTexts(of: policy.text)
    }
    return Books(library: library, readings: readings, texts: texts, sharedDuties: try CatalogueBooks.sharedDuties())
  }

  static let logger = Logger(label: "cadre") { label in
    JSONLog(label: label, now: { Date.now.formatted(.iso8601) }) { Terminal.report($0) }
  }
}

/// Why the pages cannot be served.
struct ServeProblem: MessageProviding, ExitStatusProviding {
  let message: Message
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String { message.text(in: language) }
}
