import ArgumentParser
import Messages

/// `cadre imports`: what was handed in, and how it is taken back.
struct ImportsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "imports",
      ImportsHelp.abstract,
      subcommands: [
        ListImports.self, ShowImport.self, DifferenceOfImports.self, UndoImport.self,
      ])
  }
}

/// The city whose imports are meant, and where they are.
struct PastImportOptions: ParsableArguments {
  @Option(help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @Flag(help: ArgumentHelp(ImportsHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  init() {}
}
