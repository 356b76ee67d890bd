public import ArgumentParser
public import CadreModel

typealias Language = CadreModel.Language

extension Language: ExpressibleByArgument {
  /// What `--lang` says in arguments that may be wrong otherwise, so that even the error about them is in the right
  /// language.
  static func asked(in arguments: [String]) -> Language {
    var values = zip(arguments, arguments.dropFirst()).filter { $0.0 == "--lang" }.map(\.1)
    values += arguments.filter { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
    return values.compactMap(Language.init(rawValue:)).first ?? .chinese
  }
}

/// `--lang zh|en`, for every command that prints something for people.
struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "The language of messages and headings: zh or en.")
  var language: Language = .chinese

  init() {}
}
