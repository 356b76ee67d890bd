import Access
import Accounts
import ArgumentParser
import CadreModel
import Messages
import PolicyKit
import PostgresClient
import Results

/// `cadre user`: who signs in to the pages.
struct UserCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "user", UserHelp.abstract, discussion: UserHelp.discussion,
      subcommands: [UserAdd.self, UserList.self, UserChange.self, UserDisable.self, UserEnable.self, UserReset.self])
  }
}

extension AccountError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .badName, .noSuchAccount, .noDuty, .noSuchCity: .usage
    default: .rejected
    }
  }

  func message(in language: Language) -> String { message.text(in: language) }
}

/// Which account, in which database.
struct UserOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(UserHelp.account, value: ValueNames.account))
  var name: String
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  init() {}

  /// Runs `body` with who may change accounts.
  func change<T>(_ body: (AccountOffice) async throws -> T) async throws -> T {
    try await database.withConnection(
      try configuration.library(), configuration, language.language, needing: .duty(.accessAdministrator)
    ) { connection in
      try await body(AccountOffice(connection: connection, osUser: Operator.current))
    }
  }

  func tell(_ message: Message) { Terminal.print(message.text(in: language.language)) }
}

/// What an account may do.
struct RightsOptions: ParsableArguments {
  @Option(name: .customLong("duty"), help: ArgumentHelp(UserHelp.duty, value: ValueNames.duty))
  var duties: [Duty] = []
  @Option(name: .customLong("city"), help: ArgumentHelp(UserHelp.city, value: ValueNames.city))
  var cities: [String] = []
  @Option(help: ArgumentHelp(UserHelp.unit, value: ValueNames.unit))
  var unit: String?

  init() {}

  func rights(of name: String, _ library: PolicyLibrary) throws -> AccountRights {
    if duties.isEmpty { throw AccountError.noDuty(name) }
    if duties.contains(.web) { throw ArgumentProblem(AccountMessages.webIsOfLogins) }
    return AccountRights(
      duties: Set(duties), cities: Set(try cities.map { try library.city(called: $0).code }), unit: unit)
  }
}

/// The one-time link, and where it leads.
struct LinkOptions: ParsableArguments {
  @Option(help: ArgumentHelp(UserHelp.url, value: ValueNames.url))
  var url: String?

  init() {}

  func tell(_ link: EnrolmentLink, _ options: UserOptions) {
    var base = url ?? ""
    while base.hasSuffix("/") { base.removeLast() }
    options.tell(AccountMessages.link(base + link.token.path, ends: link.endsOn.officialText))
    if url == nil { Terminal.report(AccountMessages.linkIsPath.text(in: options.language.language)) }
  }
}
