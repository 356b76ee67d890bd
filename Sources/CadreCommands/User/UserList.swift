import Access
import Accounts
import ArgumentParser
import CadreModel
import Messages
import PostgresClient

/// `cadre user list`.
struct UserList: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("list", UserHelp.list) }

  @Flag(help: ArgumentHelp(UserHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let lang = language.language
    let accounts = try await database.withConnection(
      try configuration.library(), configuration, lang, needing: AccessNeed([[.accessAdministrator, .auditor]])
    ) { connection in
      try await AccountOffice(connection: connection, osUser: Operator.current).list()
    }
    if json { return try Terminal.print(.array(accounts.map(Self.item))) }
    if accounts.isEmpty { Terminal.print(AccountMessages.nobody.text(in: lang)) }
    for account in accounts {
      let rights = account.rights
      let line = AccountMessages.line(
        account.name, display: account.displayName,
        duties: Duty.allCases.filter(rights.duties.contains).map(\.name), cities: rights.cities.sorted(), unit: rights.unit,
        state: account.state.name, sessions: account.sessions)
      Terminal.print(line.text(in: lang))
    }
  }

  private static func item(_ account: ListedAccount) -> JSON {
    .object([
      ("name", .string(account.name)), ("display_name", .string(account.displayName)),
      ("duties", .array(account.rights.duties.map(\.rawValue).sorted().map(JSON.string))),
      ("cities", .array(account.rights.cities.sorted().map(JSON.string))),
      ("unit", account.rights.unit.map(JSON.string) ?? .null), ("state", .string(account.state.rawValue)),
      ("sessions", .number(String(account.sessions))),
      ("seen_on", account.seenOn.map { .string($0.description) } ?? .null),
    ])
  }
}
