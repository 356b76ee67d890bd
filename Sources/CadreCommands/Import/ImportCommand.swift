public import ArgumentParser
import CadreModel
import Files
import Intake
import PolicyKit
import PostgresClient
public import Spreadsheet

/// `cadre import`: takes in a city's delivery.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Check a city's spreadsheets and store them.",
    discussion: """
      PATH is a file named after its table (units.csv, persons.csv, ...) or a folder of such files. Headings may be \
      Chinese or English, in any order; UTF-8 and GB18030 are told apart. All rows are checked, and all problems \
      shown; one wrong row and nothing is stored, unless --quarantine sets wrong rows apart. Importing a file again changes \
      nothing; a row with a stored key replaces the stored one.
      """)

  @Option(help: ArgumentHelp("The city that hands the files in, such as quzhou."))
  var city: String
  @Argument(help: ArgumentHelp("Files, or folders of files.", valueName: "path"))
  var paths: [String]
  @Option(help: ArgumentHelp("The files' encoding, utf-8 or gb18030, where it is not told right."))
  var encoding: TextEncoding?
  @Option(
    help: ArgumentHelp(
      "Store the good rows, and write the wrong ones with their reasons to <table>.rejected.csv in this folder.",
      valueName: "dir"))
  var quarantine: String?
  @Flag(name: .customLong("dry-run"), help: "Check everything, store nothing.")
  var isDryRun = false
  @Flag(help: "Print the summary as JSON.")
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    if let quarantine { try Destination.checkFolder(quarantine) }
    let library = try configuration.library()
    guard let city = library.city(city) else { throw UnknownCity(code: city, known: library.cities.map(\.code)) }
    let line = ProgressLine(language.language)
    let importer = Importer(city: city, options: options(library))
    let report = try await database.withConnections(1, library, configuration, language.language) { connections in
      if try database.isPrivate() {
        try await SchemaUpdate.run(connections[0], library: library, configuration: configuration)
      }
      defer { line.clear() }
      return try await importer.run(paths, on: connections[0]) { progress in
        line.show { progress.text(after: $0, in: line.language) }
      }
    }
    if json {
      Terminal.print(ImportSummary(report).json(language.language).text)
    } else {
      ImportSummary(report).print(in: language.language)
    }
    if report.outcome == .rejected { throw ExitCode(ExitStatus.rejected.rawValue) }
  }

  private func options(_ library: PolicyLibrary) -> ImportOptions {
    var options = ImportOptions(importedBy: Operator.current, programVersion: ProgramVersion.current)
    options.encoding = encoding
    options.quarantine = quarantine
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

/// A city that no policy is registered for.
struct UnknownCity: MessageProviding, ExitStatusProviding {
  let code: String
  let known: [String]
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String {
    language(
      zh: "没有城市 \(code)：已登记的有 \(known.joined(separator: "、"))",
      en: "no city \(code): registered are \(known.joined(separator: ", "))")
  }
}

extension ImportError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .noSuchPath, .nothingToImport, .unknownTable, .twoFiles, .quarantineFolder, .notImported, .folderUnreadable: .usage
    case .commitLost, .commitUnknown: .unreachable
    case .unreadable, .encodingUnclear, .linesUnaccounted, .rejectsLeft, .fileChanged, .databaseNotMigrated, .duplicatesTooMany, .spillFile: .rejected
    }
  }
}
