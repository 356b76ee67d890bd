import ArgumentParser

/// `cadre export`: stored rows as files.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export every result of a city.", subcommands: [ExportResults.self])
}
