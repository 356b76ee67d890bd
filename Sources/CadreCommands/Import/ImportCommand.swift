public import ArgumentParser
public import Intake
import Messages
public import Spreadsheet

/// `cadre import`: takes in a city's delivery.
struct ImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "import",
      ImportHelp.abstract,
      discussion: ImportHelp.discussion)
  }

  @Option(
    help: ArgumentHelp(ImportHelp.city, value: ValueNames.city))
  var city: String
  @Argument(help: ArgumentHelp(ImportHelp.paths, value: ValueNames.path))
  var paths: [String]
  @Option(
    help: ArgumentHelp(ImportHelp.encoding, value: ValueNames.encoding))
  var encoding: TextEncoding?
  @Option(
    help: ArgumentHelp(ImportHelp.quarantine, value: ValueNames.folder))
  var quarantine: String?
  @Option(
    help: ArgumentHelp(ImportHelp.findings, value: ValueNames.file))
  var findings: String?
  @Option(name: .customLong("fill"), help: ArgumentHelp(ImportHelp.fills, value: ValueNames.fill))
  var fills: [FieldFill] = []
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(CheckHelp.returns, value: ValueNames.folder))
  var returns: String?
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(ImportHelp.isDryRun))
  var isDryRun = false
  @Flag(help: ArgumentHelp(ImportHelp.json))
  var json = false
  @OptionGroup var privacy: PrivacyOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let run = ImportRun(
      city: city, paths: paths, encoding: encoding, quarantine: quarantine, findings: findings, returns: returns,
      fills: fills,
      isDryRun: isDryRun, json: json, isQuiet: privacy.isQuiet, configuration: configuration, database: database,
      language: language.language)
    try await run.run()
  }
}

extension FieldFill: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension TextEncoding: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(named: argument)
  }

  public static var allValueStrings: [String] { ["utf-8", "gb18030"] }
}

extension ImportError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .noSuchPath, .nothingToImport, .findingsReplaceData, .unknownTable, .twoFiles, .quarantineFolder, .notImported,
      .folderUnreadable:
      .usage
    case .commitLost, .commitUnknown: .unreachable
    case .unreadable, .workbookUnreadable, .fieldFormat, .encodingUnclear, .linesUnaccounted, .findingsFile, .findingsLeft,
      .rejectsLeft, .fileChanged,
      .databaseNotMigrated, .duplicatesTooMany, .spillFile:
      .rejected
    }
  }
}
