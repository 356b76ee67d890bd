import ArgumentParser

/// A command with those above it: `cadre`, `db`, `start`.
struct CommandPath {
  private(set) var commands: [any ParsableCommand.Type]

  static let root = CommandPath(commands: [Cadre.self])

  /// The command itself.
  var command: any ParsableCommand.Type { commands.last ?? Cadre.self }

  /// As it is typed: `cadre db start`.
  var name: String { commands.compactMap { $0.configuration.commandName }.joined(separator: " ") }

  /// The commands below that help tells of.
  var subcommands: [any ParsableCommand.Type] { command.configuration.subcommands.filter { $0.configuration.shouldDisplay } }

  /// The commands below by their names.
  var subcommandNames: [String] { subcommands.compactMap { $0.configuration.commandName } }

  func descending(to name: String) -> CommandPath? {
    command.configuration.subcommands.first { $0.configuration.commandName == name }.map {
      CommandPath(commands: commands + [$0])
    }
  }

  /// This command and all below it.
  var all: [CommandPath] {
    [self] + subcommands.flatMap { CommandPath(commands: commands + [$0]).all }
  }
}

/// What a command line asks for before any option of a command counts: which command, and whether only for its help.
enum Request {
  case help(CommandPath)
  case version
  case command(CommandPath)
  /// The first name that is no command's.
  case unknownCommand(String, below: CommandPath)

  init(_ arguments: [String]) {
    var path = CommandPath.root
    var rest = arguments[...]
    var asksForHelp = false
    while !path.subcommands.isEmpty {
      guard let first = rest.first else {
        self = .help(path)
        return
      }
      if first == "help" || Self.helpFlags.contains(first) {
        asksForHelp = true
      } else if first == "--version" {
        self = .version
        return
      } else if first.hasPrefix("-") {
        // An option that is none: the parser says so.
        self = .command(path)
        return
      } else if let next = path.descending(to: first) {
        path = next
      } else {
        self = .unknownCommand(first, below: path)
        return
      }
      rest = rest.dropFirst()
    }
    // What follows psql is psql's, unless it is our help that is asked for.
    let own = path.command == DatabaseShell.self ? rest.prefix(1) : rest.prefix { $0 != "--" }
    asksForHelp = asksForHelp || own.contains(where: Self.helpFlags.contains)
    self = asksForHelp ? .help(path) : .command(path)
  }

  private static let helpFlags = ["-h", "--help"]
}
