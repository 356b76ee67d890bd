import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient
import Reporting

/// `cadre export results`: results.csv.
struct ExportResults: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Write every verdict on a city, one row a subject and period, with the reason in a sentence.",
    discussion: """
      The city is judged first if it was not yet at that date on the present data. Rows come by policy, in catalogue \
      order, then by period, subject and class.
      Example: cadre export results --as-of 2025-06-30 --city quzhou --status unmet --status at_risk --out unmet.csv
      """)

  @OptionGroup var asOf: AsOfOptions
  @Option(help: "The city.")
  var city: String
  @Option(help: ArgumentHelp("The policy to judge under, such as kunming, instead of the city's own."))
  var policy: String?
  @Option(name: .customLong("indicator"), help: "Only this indicator; may be repeated.")
  var indicators: [String] = []
  @Option(
    name: .customLong("status"),
    help: "Only results of this status: met, unmet, pending, at_risk, exempt, no_data or info; may be repeated.")
  var statuses: [Status] = []
  @Option(
    name: .customLong("out"), help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"))
  var file: String?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let lang = language.language
    let (city, policy) = try library.judged(city: city, policy: policy)
    if let unknown = indicators.first(where: { policy.indicator($0) == nil }) {
      let nearest = policy.indicators.map(\.id).filter { $0.contains(unknown) || unknown.contains($0) }
      throw EvaluationError.unknownIndicator(unknown, nearest: nearest)
    }
    let evaluator = Evaluator(library: library, evaluatedBy: Operator.current)
    let rows = try await database.withConnections(1, library, configuration, lang) { connections in
      guard let run = try await evaluator.evaluate(city: city.code, policy: policy, asOf: asOf.day, on: connections[0])
      else { throw EvaluationError.notInEffect(policy, asOf.day) }
      let export = ResultsExport(
        run: run, policy: policy, filter: ResultFilter(indicators: indicators, statuses: statuses), language: lang)
      return try await export.write(to: file, on: connections[0])
    }
    if let file { Terminal.show(lang(zh: "\(rows) 条结果已写入 \(file)", en: "\(rows) results are in \(file)")) }
  }
}
