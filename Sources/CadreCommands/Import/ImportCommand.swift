public import ArgumentParser
import CadreModel
import Files
import Intake
import Messages
import PolicyKit
import PostgresClient
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
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(ImportHelp.isDryRun))
  var isDryRun = false
  @Flag(help: ArgumentHelp(ImportHelp.json))
  var json = false
  @OptionGroup var privacy: PrivacyOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    if let quarantine { try Destination.checkFolder(quarantine) }
    if let findings { try Destination.checkFile(findings) }
    let library = try configuration.library()
    let city = try library.city(called: city)
    let line = ProgressLine(language.language)
    let spool = json ? ImportSummary.spool(language.language, withValues: !privacy.isQuiet) : nil
    let importer = Importer(city: city, options: options(library, spool))
    let report = try await database.withConnection(library, configuration, language.language) { connection in
      if try database.isPrivate() {
        try await SchemaUpdate.run(connection, library: library, configuration: configuration)
      }
      defer { line.clear() }
      do {
        return try await importer.run(paths, on: connection) { progress in
          line.show { progress.text(after: $0, in: line.language) }
        }
      } catch let error as ImportError where privacy.isQuiet {
        throw error.withoutValues
      }
    }
    let summary = ImportSummary(privacy.isQuiet ? report.withoutValues : report, of: city.name)
    if let spool {
      try Terminal.print(summary.json(language.language, findings: spool))
    } else {
      summary.print(in: language.language)
    }
    if report.outcome == .rejected { throw ExitCode(ExitStatus.rejected.rawValue) }
  }

  private func options(_ library: PolicyLibrary, _ spool: FindingSpool?) -> ImportOptions {
    var options = ImportOptions(importedBy: Operator.current, programVersion: ProgramVersion.current)
    options.encoding = encoding
    options.quarantine = quarantine
    options.findings = findings
    options.spool = spool
    options.isDryRun = isDryRun
    options.language = language.language
    options.catalogue = CatalogueIDs(clauses: Set(library.clauseIDs), indicators: Set(library.indicatorIDs))
    return options
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
    case .unreadable, .workbookUnreadable, .encodingUnclear, .linesUnaccounted, .findingsFile, .findingsLeft, .rejectsLeft,
      .fileChanged,
      .databaseNotMigrated, .duplicatesTooMany, .spillFile:
      .rejected
    }
  }
}
