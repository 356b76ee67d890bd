import ArgumentParser
import Intake
import Messages
import Spreadsheet

/// `cadre check`: checks a city's delivery and stores nothing.
struct CheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "check",
      CheckHelp.abstract,
      discussion: CheckHelp.discussion)
  }

  @Option(
    help: ArgumentHelp(ImportHelp.city, value: ValueNames.city))
  var city: String
  @Argument(help: ArgumentHelp(ImportHelp.paths, value: ValueNames.path))
  var paths: [String]
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(CheckHelp.returns, value: ValueNames.folder))
  var returns: String?
  @Option(
    help: ArgumentHelp(ImportHelp.encoding, value: ValueNames.encoding))
  var encoding: TextEncoding?
  @Option(
    help: ArgumentHelp(ImportHelp.findings, value: ValueNames.file))
  var findings: String?
  @Option(name: .customLong("fill"), help: ArgumentHelp(ImportHelp.fills, value: ValueNames.fill))
  var fills: [FieldFill] = []
  @Flag(help: ArgumentHelp(ImportHelp.json))
  var json = false
  @OptionGroup var privacy: PrivacyOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let run = ImportRun(
      city: city, paths: paths, encoding: encoding, quarantine: nil, findings: findings, returns: returns,
      fills: fills, isDryRun: true, json: json, isQuiet: privacy.isQuiet, configuration: configuration, database: database,
      language: language.language)
    try await run.run()
  }
}
