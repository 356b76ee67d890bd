import ArgumentParser
import CadreModel

extension Language {
  /// The language in which the command line at hand is answered. Commands describe themselves in it.
  @TaskLocal static var spoken: Language = .chinese
}

extension CommandConfiguration {
  /// A command's name, and what it does, in the language spoken.
  init(
    _ name: String, _ abstract: Label, discussion: Label? = nil, isShown: Bool = true,
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: abstract.text(in: .spoken), discussion: discussion?.text(in: .spoken) ?? "",
      shouldDisplay: isShown, subcommands: subcommands)
  }
}

extension ArgumentHelp {
  /// What an option or argument means, and how its value is called, in the language spoken.
  init(_ meaning: Label, value: Label? = nil) {
    self.init(meaning.text(in: .spoken), valueName: value?.text(in: .spoken))
  }
}

extension Label {
  /// How values of options are called.
  static let city = Label("城市", "city")
  static let policy = Label("政策", "policy")
  static let folder = Label("目录", "dir")
  static let file = Label("文件", "file")
  static let count = Label("数量", "n")
  static let year = Label("年份", "year")
  static let date = Label("日期", "date")
}
