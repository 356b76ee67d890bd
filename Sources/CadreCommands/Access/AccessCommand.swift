import Access
import ArgumentParser
import CadreModel
import Messages
import PostgresClient

/// `cadre access`: who may do what.
struct AccessCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "access", AccessHelp.abstract, discussion: AccessHelp.discussion,
      subcommands: [AccessGrant.self, AccessRevoke.self, AccessList.self])
  }
}

extension AccessError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .noSuchLogin: .usage
    default: .rejected
    }
  }

  func message(in language: Language) -> String { message.text(in: language) }
}

/// To whom what is given, or from whom it is taken.
struct AccessOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(AccessHelp.login, value: ValueNames.login))
  var login: String
  @Option(name: .customLong("duty"), help: ArgumentHelp(AccessHelp.duty, value: ValueNames.duty))
  var duties: [Duty] = []
  @Option(name: .customLong("city"), help: ArgumentHelp(AccessHelp.city, value: ValueNames.city))
  var cities: [String] = []
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  init() {}

  func validate() throws {
    if duties.isEmpty && cities.isEmpty { throw ArgumentProblem(AccessMessages.nothingNamed) }
  }

  /// Runs `body` with each duty and each city, all in one transaction, and says then what was done.
  func change(_ body: (AccessOffice, Duty?, City?) async throws -> Message) async throws {
    let library = try configuration.library()
    let cities = try cities.map { try library.city(called: $0) }
    let duties = duties
    let done = try await database.withConnection(
      library, configuration, language.language, needing: .duty(.accessAdministrator)
    ) { connection in
      try await connection.withTransaction { connection in
        let office = AccessOffice(connection: connection, osUser: Operator.current)
        var done: [Message] = []
        for duty in duties { done.append(try await body(office, duty, nil)) }
        for city in cities { done.append(try await body(office, nil, city)) }
        return done
      }
    }
    for message in done { Terminal.print(message.text(in: language.language)) }
  }
}

/// `cadre access grant LOGIN`.
struct AccessGrant: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("grant", AccessHelp.grant, discussion: AccessHelp.grantDiscussion)
  }

  @OptionGroup var options: AccessOptions

  func run() async throws {
    let login = options.login
    try await options.change { office, duty, city in
      try await office.grant(duty, city, to: login)
      return AccessMessages.granted(login, duty: duty?.name, city: city?.name)
    }
  }
}

/// `cadre access revoke LOGIN`.
struct AccessRevoke: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("revoke", AccessHelp.revoke, discussion: AccessHelp.revokeDiscussion)
  }

  @OptionGroup var options: AccessOptions

  func run() async throws {
    let login = options.login
    try await options.change { office, duty, city in
      try await office.revoke(duty, city, from: login)
      return AccessMessages.revoked(login, duty: duty?.name, city: city?.name)
    }
  }
}

/// `cadre access list`.
struct AccessList: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("list", AccessHelp.list) }

  @Flag(help: ArgumentHelp(AccessHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let lang = language.language
    let granted = try await database.withConnection(
      try configuration.library(), configuration, lang, needing: AccessNeed([[.accessAdministrator, .auditor, .serverOperator]])
    ) { connection in
      try await AccessOffice(connection: connection, osUser: Operator.current).list()
    }
    if json {
      let items = granted.map { entry in
        JSON.object([
          ("login", .string(entry.login)), ("duties", .array(entry.duties.map { .string($0.rawValue) })),
          ("cities", .array(entry.cities.map(JSON.string))),
        ])
      }
      return try Terminal.print(.array(items))
    }
    if granted.isEmpty { Terminal.print(AccessMessages.nobody.text(in: lang)) }
    for entry in granted {
      Terminal.print(
        AccessMessages.line(entry.login, duties: entry.duties.map(\.name), cities: entry.cities).text(in: lang))
    }
  }
}
