import Access
import ArgumentParser
import Audit
import CadreModel
import DataContract
import Files
import Forms
import FoundationEssentials
import Messages
import PolicyKit
import PostgresClient

/// `cadre template`: writes workbooks for a city to fill in.
struct TemplateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "template",
      TemplateHelp.abstract,
      discussion: TemplateHelp.discussion)
  }

  @Option(help: ArgumentHelp(TemplateHelp.city, value: ValueNames.city))
  var city: String
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(TemplateHelp.folder, value: ValueNames.folder))
  var folder: String
  @Flag(name: .customLong("per-table"), help: ArgumentHelp(TemplateHelp.perTable))
  var isPerTable = false
  @Flag(name: .customLong("with-data"), help: ArgumentHelp(TemplateHelp.withData))
  var isFilled = false
  @OptionGroup var unmask: UnmaskOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try Destination.checkFolder(folder)
    let library = try configuration.library()
    let city = try library.city(called: city)
    let language = language.language
    let template = Template(
      city, arrangement: isPerTable ? .workbookPerTable : .oneWorkbook,
      examples: FormExamples(city, clause: library.clauseIDs.first, indicator: library.indicatorIDs.first),
      created: Int(Date().timeIntervalSince1970), in: language)
    let line = ProgressLine(language)
    defer { line.clear() }
    let progress: @Sendable (TableName, Int) -> Void = { table, rows in
      line.show { _ in
        TemplateMessages.progress(Message(Table[table].label, table.rawValue), rows: rows).text(in: language)
      }
    }
    let summary: TemplateSummary
    if isFilled {
      summary = try await database.withConnection(library, configuration, language, needing: unmask.need([city])) { connection in
        // What the workbooks will hold is not known yet, and they are not held back.
        try await AuditLog(author: Operator.author(of: "template")).append(
          AuditEntry(.export, cities: [city.code]), on: connection)
        let numbers = try await unmask.numbers(of: city, for: "template", database, on: connection)
        return try await template.write(into: folder, rowsFrom: connection, numbers: numbers, progress: progress)
      }
    } else {
      summary = try await template.write(into: folder, rowsFrom: nil)
    }
    line.clear()
    if summary.cutCells > 0 { Terminal.report(TemplateMessages.cut(summary.cutCells).text(in: language)) }
    let written = TemplateMessages.written(files: summary.files.count, rows: summary.rows, to: folder)
    Terminal.print(written.text(in: language))
  }
}

extension WorkbookOutputError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .isThere: .usage
    case .system, .library: .rejected
    }
  }

  func message(in language: CadreModel.Language) -> String {
    let message =
      switch self {
      case .isThere(let path): TemplateMessages.isThere(path)
      case .system(let path, let reason): TemplateMessages.cannotWrite(path, reason: reason.message)
      case .library(let path, let detail): TemplateMessages.cannotMake(path, detail: detail)
      }
    return message.text(in: language)
  }
}
