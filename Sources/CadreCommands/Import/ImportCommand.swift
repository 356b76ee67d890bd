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

  @OptionGroup var delivery: DeliveryArguments
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
  @Option(help: ArgumentHelp(ImportHelp.complete, value: ValueNames.tables))
  var complete: TableList?
  @Option(help: ArgumentHelp(ImportHelp.withdraw, value: ValueNames.count))
  var withdraw: Int?
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(ImportHelp.isDryRun))
  var isDryRun = false
  @OptionGroup var options: DeliveryOptions

  func run() async throws {
    let run = ImportRun(
      delivery: delivery, encoding: encoding, quarantine: quarantine, findings: findings, returns: returns, fills: fills,
      complete: complete?.tables ?? [], withdraw: withdraw, isDryRun: isDryRun, shown: options)
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
      .folderUnreadable, .twoWithdrawals, .completeNotDelivered, .completeWithQuarantine:
      .usage
    case .commitLost, .commitUnknown: .unreachable
    case .unreadable, .workbookUnreadable, .fieldFormat, .encodingUnclear, .linesUnaccounted, .findingsFile, .findingsLeft,
      .rejectsLeft, .fileChanged,
      .databaseNotMigrated, .duplicatesTooMany, .spillFile, .tooManyWithdrawn:
      .rejected
    }
  }
}
