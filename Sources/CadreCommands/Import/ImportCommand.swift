public import ArgumentParser
import CadreModel
import Files
public import Intake
import PolicyKit
import PostgresClient
public import Spreadsheet

/// `cadre import`: takes in a city's delivery.
struct ImportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "import",
      Label(
        "核对一个城市报送的表格，并存入数据库。",
        "Check a city's spreadsheets and store them."),
      discussion: Label(
        """
        路径是以表命名的文件（units.csv、persons.csv 等），或这些文件所在的目录。列名中英文均可，列序不限；编码 UTF-8 和 GB18030 自动识别。逐行核对并列出全部问题；有一行不对即整批不入库，除非用 --quarantine 把不对的行另存。重复导入同一文件不产生变化；编号已存在的行以新内容代替。
        """,
        """
        PATH is a file named after its table (units.csv, persons.csv, ...) or a folder of such files. Headings may be \
        Chinese or English, in any order; UTF-8 and GB18030 are told apart. All rows are checked, and all problems \
        shown; one wrong row and nothing is stored, unless --quarantine sets wrong rows apart. Importing a file again changes \
        nothing; a row with a stored key replaces the stored one.
        """))
  }

  @Option(
    help: ArgumentHelp(Label("报送的城市，如 quzhou 或 衢州。", "The city that hands the files in, such as quzhou."), value: .city))
  var city: String
  @Argument(help: ArgumentHelp(Label("文件，或文件所在的目录。", "Files, or folders of files."), value: Label("路径", "path")))
  var paths: [String]
  @Option(
    help: ArgumentHelp(
      Label("文件的编码，自动识别有误时给出。", "The files' encoding, where it is not told right."), value: Label("编码", "encoding")))
  var encoding: TextEncoding?
  @Option(
    help: ArgumentHelp(
      Label(
        "正确的行入库，不对的行连同原因写入该目录下的 <表名>.rejected.csv。",
        "Store the good rows, and write the wrong ones with their reasons to <table>.rejected.csv in this folder."),
      value: .folder))
  var quarantine: String?
  @Option(
    help: ArgumentHelp(
      Label(
        "将全部问题写入该 CSV 文件：文件、行、列、值、应为、类型、建议。",
        "Write all findings to this file as CSV: file, line, column, value, what was expected, kind, proposal."),
      value: Label("文件", "file")))
  var findings: String?
  @Option(
    name: .customLong("fill"),
    help: ArgumentHelp(
      Label(
        "任免审批表和数据交换文件夹中没有的内容，统一按此填写，可多次给出，如 persons.managed_by=county。",
        "What appointment forms and exchange folders do not hold, the same for all their rows; may be given several times, such as "
          + "persons.managed_by=county."),
      value: Label("表.列=值", "table.column=value")))
  var fills: [FieldFill] = []
  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(Label("只核对，不入库。", "Check everything, store nothing.")))
  var isDryRun = false
  @Flag(help: ArgumentHelp(Label("以 JSON 输出汇总。", "Print the summary as JSON.")))
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
    let report = try await database.withConnections(1, library, configuration, language.language) { connections in
      if try database.isPrivate() {
        try await SchemaUpdate.run(connections[0], library: library, configuration: configuration)
      }
      defer { line.clear() }
      do {
        return try await importer.run(paths, on: connections[0]) { progress in
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
    options.fills = fills
    options.language = language.language
    options.catalogue = CatalogueIDs(clauses: Set(library.clauseIDs), indicators: Set(library.indicatorIDs))
    return options
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
    case .unreadable, .fieldFormat, .encodingUnclear, .linesUnaccounted, .findingsFile, .findingsLeft, .rejectsLeft, .fileChanged,
      .databaseNotMigrated, .duplicatesTooMany, .spillFile:
      .rejected
    }
  }
}
