import Access
import ArgumentParser
import Audit
import CadreModel
import Evaluation
import Files
import Messages
import PolicyKit
import PostgresClient
import Reporting
import Results

/// `cadre export results`: results.csv.
struct ExportResults: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "results",
      ExportResultsHelp.abstract,
      discussion: ExportResultsHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @Option(
    help: ArgumentHelp(OptionHelp.policy, value: ValueNames.policy))
  var policy: String?
  @Option(
    name: .customLong("indicator"),
    help: ArgumentHelp(ExportResultsHelp.indicators, value: ValueNames.indicator))
  var indicators: [String] = []
  @Option(
    name: .customLong("status"),
    help: ArgumentHelp(ExportResultsHelp.statuses, value: ValueNames.status))
  var statuses: [Status] = []
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(ExportResultsHelp.file, value: ValueNames.file))
  var file: String?
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(ExportResultsHelp.formats, value: ValueNames.format))
  var lists: [FormatList<ExportFormat>] = []
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let files = try ExportFiles(file, Set(lists.flatMap(\.formats)))
    for file in files.paths { try Destination.checkFile(file) }
    let library = try configuration.library()
    let lang = language.language
    let city = try library.judged(city: city, policy: policy, asOf: asOf.day)
    let policy = city.policy
    if let unknown = indicators.first(where: { policy.indicator($0) == nil }) {
      throw EvaluationError.unknownIndicator(unknown, nearest: library.indicators(like: unknown, of: policy))
    }
    let evaluator = Operator.evaluator(library, lang)
    let (rows, sheets) = try await database.withConnection(library, configuration, lang, needing: .reading([city.city])) {
      connection in
      guard let run = try await evaluator.evaluate(EvaluationJob(city, asOf: asOf.day, known: known.known), on: connection)
      else { throw EvaluationError.notInEffect(city, asOf.day) }
      let export = ResultsExport(
        run: run, policy: policy, filter: ResultFilter(indicators: indicators, statuses: statuses), language: lang)
      let author = Operator.author(of: "export results")
      guard let workbook = files.workbook else {
        return (try await export.write(to: files.csv, by: author, on: connection), 1)
      }
      return try await export.write(workbook: workbook, csv: files.csv, of: city.city, by: author, on: connection)
    }
    for file in files.paths { Terminal.show(ExportMessages.written(results: rows, to: file).text(in: lang)) }
    if sheets > 1 { Terminal.show(ExportMessages.split(sheets: sheets).text(in: lang)) }
  }
}
