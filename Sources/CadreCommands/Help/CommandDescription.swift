import ArgumentParser
import CadreModel
import FoundationEssentials
import Messages

/// What a command takes, as the command itself declares it: read from the parser's own dump of it.
struct CommandDescription: Decodable {
  let arguments: [Argument]

  /// One option, flag or positional argument.
  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      let kind: String
      let name: String

      /// `--city`, `-h`.
      var spelled: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
    let discussion: String?

    /// Every spelling of its name, short ones first; none of a positional argument.
    var spellings: [String] { (names ?? []).map(\.spelled).sorted { $0.utf8.count < $1.utf8.count } }

    /// How it stands in a usage line: `--city <城市>`, `<路径> ...`.
    var synopsis: String {
      let value = "<\(valueName ?? "")>"
      let plain =
        switch kind {
        case .positional: value
        case .flag: spellings.last ?? ""
        case .option: "\(spellings.last ?? "") \(value)"
        }
      return isRepeating ? plain + " ..." : plain
    }
  }

  /// The command's own arguments, without the `--help` that the parser adds to every command.
  init(of command: any ParsableCommand.Type) {
    // One with others below it takes no options of its own, and its dump would be that of all of them.
    guard command.configuration.subcommands.isEmpty else {
      arguments = []
      return
    }
    let dump = command._dumpHelp()
    arguments =
      ((try? JSONDecoder().decode(Dump.self, from: Data(dump.utf8)))?.command.arguments ?? [])
      .filter { $0.shouldDisplay && !$0.spellings.contains("--help") }
  }

  private struct Dump: Decodable {
    struct Command: Decodable {
      let arguments: [Argument]?
    }
    let command: Command
  }

  /// The options by any of their spellings.
  func argument(spelled spelling: String) -> Argument? {
    arguments.first { $0.spellings.contains(spelling) }
  }

  var positionals: [Argument] { arguments.filter { $0.kind == .positional } }
  var options: [Argument] { arguments.filter { $0.kind != .positional } }

  /// `cadre import --city <城市> <路径> ... [选项]`: what must be given.
  func usage(of path: CommandPath, in language: Language) -> String {
    let required = options.filter { !$0.isOptional }.map(\.synopsis)
    let rest = positionals.map { $0.isOptional ? "[\($0.synopsis)]" : $0.synopsis }
    let more = options.contains(where: \.isOptional) ? [HelpMessages.anyOptions.text(in: language)] : []
    let below = path.command.configuration.subcommands.isEmpty ? [] : [HelpMessages.anyCommand.text(in: language)]
    return ([path.name] + below + required + rest + more).joined(separator: " ")
  }
}
