import ArgumentParser
import CadreModel
import Messages

extension Language {
  /// The language in which the command line at hand is answered. Commands describe themselves in it.
  @TaskLocal static var spoken: Language = .chinese
}

extension CommandConfiguration {
  /// A command's name, and what it does, in the language spoken.
  init(
    _ name: String, _ abstract: Message, discussion: Message? = nil, isShown: Bool = true,
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: abstract.text(in: .spoken), discussion: discussion?.text(in: .spoken) ?? "",
      shouldDisplay: isShown, subcommands: subcommands)
  }
}

extension ArgumentHelp {
  /// What an option or argument means, and how its value is called, in the language spoken.
  init(_ meaning: Message, value: Message? = nil) {
    self.init(meaning.text(in: .spoken), valueName: value?.text(in: .spoken))
  }
}
