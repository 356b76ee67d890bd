import ArgumentParser
import Messages

/// `cadre export`: results and stored rows as files.
struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "export",
      ExportHelp.abstract,
      subcommands: [
        ExportResults.self,
        ExportPersons.self,
      ])
  }
}
