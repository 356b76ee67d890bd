import ArgumentParser
import CadreModel
import Messages

typealias Language = CadreModel.Language

/// `--lang zh|en`, shown in the help of every command that prints something for people.
///
/// Its value is taken before the command line is parsed, so that even what is wrong with it is told in that language.
struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: ArgumentHelp(HelpMessages.language, value: ValueNames.language))
  var code: String?

  init() {}

  var language: Language { .spoken }
}

/// The language that a command line asks for, wherever `--lang` stands in it, and the rest of the command line.
struct LanguageChoice {
  private(set) var language = Language.chinese
  private(set) var rest: [String] = []
  /// What `--lang` said and is no language; an empty text where it said nothing.
  private(set) var unknown: String?

  init(_ arguments: [String]) {
    var arguments = arguments[...]
    // What follows psql is psql's, and what follows `--` is no option.
    while rest != ["db", "psql"], let word = arguments.first, word != "--" {
      arguments = arguments.dropFirst()
      if word == "--lang" {
        take(arguments.popFirst() ?? "")
      } else if word.hasPrefix("--lang=") {
        take(String(word.dropFirst("--lang=".count)))
      } else {
        rest.append(word)
      }
    }
    rest += arguments
  }

  private mutating func take(_ code: String) {
    if let found = Language(rawValue: code) { language = found } else { unknown = code }
  }
}
