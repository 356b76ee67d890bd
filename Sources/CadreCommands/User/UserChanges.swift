import Accounts
import ArgumentParser
import Messages

/// `cadre user add NAME`.
struct UserAdd: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("add", UserHelp.add, discussion: UserHelp.addDiscussion)
  }

  @OptionGroup var options: UserOptions
  @Option(help: ArgumentHelp(UserHelp.display, value: ValueNames.name))
  var display: String?
  @OptionGroup var rights: RightsOptions
  @OptionGroup var link: LinkOptions

  func run() async throws {
    let account = NewAccount(
      name: options.name, displayName: display ?? options.name, language: options.language.language,
      rights: try rights.rights(of: options.name, options.configuration.library()))
    let made = try await options.change { try await $0.add(account) }
    options.tell(AccountMessages.added(options.name))
    link.tell(made, options)
  }
}

/// `cadre user change NAME`.
struct UserChange: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("change", UserHelp.change) }

  @OptionGroup var options: UserOptions
  @OptionGroup var rights: RightsOptions

  func run() async throws {
    let rights = try rights.rights(of: options.name, options.configuration.library())
    try await options.change { try await $0.change(options.name, to: rights) }
    options.tell(AccountMessages.changed(options.name))
  }
}

/// `cadre user disable NAME`.
struct UserDisable: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("disable", UserHelp.disable) }

  @OptionGroup var options: UserOptions

  func run() async throws {
    try await options.change { try await $0.disable(options.name) }
    options.tell(AccountMessages.disabled(options.name))
  }
}

/// `cadre user enable NAME`.
struct UserEnable: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("enable", UserHelp.enable) }

  @OptionGroup var options: UserOptions

  func run() async throws {
    try await options.change { try await $0.enable(options.name) }
    options.tell(AccountMessages.enabled(options.name))
  }
}

/// `cadre user reset NAME`.
struct UserReset: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("reset", UserHelp.reset) }

  @OptionGroup var options: UserOptions
  @OptionGroup var link: LinkOptions

  func run() async throws {
    let made = try await options.change { try await $0.reset(options.name) }
    options.tell(AccountMessages.reset(options.name))
    link.tell(made, options)
  }
}
