import CadreModel
import Messages

/// A command line that cannot be understood: what is wrong with it, and what would be right.
struct UsageError: MessageProviding, ExitStatusProviding {
  enum Problem {
    case unknownCommand(String, known: [String])
    case unknownOption(String, known: [String])
    case missingValue(CommandDescription.Argument)
    case missing([CommandDescription.Argument])
    case repeated(CommandDescription.Argument)
    case noValueTaken(option: String, value: String)
    case leftOver([String])
    case wrongValue(String, CommandDescription.Argument?, cause: (any Error)?)
    case unknownLanguage(String?)
    /// What the parser says in its own words, for what no sentence of ours is made for.
    case other(String)
  }

  let problem: Problem
  let path: CommandPath
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String {
    let usage = CommandDescription(of: path.command).usage(of: path, in: language)
    let help =
      path.command == DatabaseShell.self || !path.subcommands.isEmpty || path.commands.count > 1
      ? "\(path.name) --help" : "cadre --help"
    return [sentence(language).text(in: language)]
      .appending(UsageMessages.usage(usage).text(in: language))
      .appending(UsageMessages.help(help).text(in: language))
      .joined(separator: "\n")
  }

  /// - Parameter language: in which commands describe their options.
  private func sentence(_ language: Language) -> Message {
    switch problem {
    case .unknownCommand(let name, let known):
      let typed = "\(path.name) \(name)"
      guard let nearest = NearMiss.nearest(name, in: known, limit: 1).first else {
        return UsageMessages.unknownCommand(typed, known: known)
      }
      return UsageMessages.unknownCommand(typed, nearest: "\(path.name) \(nearest)")
    case .unknownOption(let name, let known):
      guard let nearest = NearMiss.nearest(name, in: known, limit: 1).first else {
        return UsageMessages.unknownOption(name, of: path.name)
      }
      return UsageMessages.unknownOption(name, of: path.name, nearest: nearest)
    case .missingValue(let argument):
      return UsageMessages.missingValue(argument.synopsis, meaning: meaning(argument, language))
    case .missing(let arguments):
      let meanings = arguments.map { "\n  \($0.synopsis)  " + meaning($0, language) }.joined()
      let missing = UsageMessages.missing(arguments.map(\.synopsis))
      return Message(missing.chinese + meanings, missing.english + meanings)
    case .repeated(let argument): return UsageMessages.repeated(argument.spellings.last ?? "")
    case .noValueTaken(let option, let value): return UsageMessages.noValueTaken(option, value: value)
    case .leftOver(let values): return UsageMessages.leftOver(values)
    case .wrongValue(let value, let argument, let cause):
      let right = (cause as? any MessageProviding)?.message(in: language) ?? argument.map { meaning($0, language) } ?? ""
      guard let argument else { return UsageMessages.wrongValue(value, right: right) }
      return UsageMessages.wrongValue(value, of: argument.synopsis, right: right)
    case .unknownLanguage(let value?): return UsageMessages.unknownLanguage(value)
    case .unknownLanguage(nil): return UsageMessages.languageMissing
    case .other(let text): return Message(text, text)
    }
  }

  /// What the argument means, and what it may be.
  private func meaning(_ argument: CommandDescription.Argument, _ language: Language) -> String {
    let values = argument.allValues ?? []
    guard argument.kind == .option, !values.isEmpty else { return argument.abstract ?? "" }
    return UsageMessages.values(values).text(in: language)
  }
}

extension [String] {
  fileprivate func appending(_ line: String) -> [String] { self + [line] }
}
