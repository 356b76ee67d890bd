import ArgumentParser
import CadreModel
import Evaluation
import Files
import PolicyKit
import PostgresClient
import Reporting
import Results

/// `cadre export results`: results.csv.
struct ExportResults: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "results",
      Label(
        "写出一个城市的全部结论，每个对象每个周期一行，附一句理由。",
        "Write every verdict on a city, one row a subject and period, with the reason in a sentence."),
      discussion: Label(
        """
        该市在该日、按当前数据尚未评估时，先评估。行按政策、目录顺序、周期、对象、类别排列。
        例：cadre export results --as-of 2025-06-30 --city quzhou --status unmet --status at_risk --out unmet.csv
        """,
        """
        The city is judged first if it was not yet at that date on the present data. Rows come by policy, in catalogue \
        order, then by period, subject and class.
        Example: cadre export results --as-of 2025-06-30 --city quzhou --status unmet --status at_risk --out unmet.csv
        """))
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(help: ArgumentHelp(Label("哪个城市，如 quzhou 或 衢州。", "The city, such as quzhou."), value: .city))
  var city: String
  @Option(
    help: ArgumentHelp(
      Label("按哪项政策评估，如 kunming 或 昆明；不给出则用该市自己的。", "The policy to judge under, such as kunming, instead of the city's own."),
      value: .policy))
  var policy: String?
  @Option(
    name: .customLong("indicator"),
    help: ArgumentHelp(Label("只要这项指标，可重复给出。", "Only this indicator; may be repeated."), value: Label("指标", "indicator")))
  var indicators: [String] = []
  @Option(
    name: .customLong("status"),
    help: ArgumentHelp(
      Label("只要这种状态的结果，可重复给出，也可写中文（未达标）。", "Only results of this status; may be repeated."),
      value: Label("状态", "status")))
  var statuses: [Status] = []
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(Label("写入的文件；不给出则输出到屏幕。", "The file to write; standard output without it."), value: .file))
  var file: String?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    if let file { try Destination.checkFile(file) }
    let library = try configuration.library()
    let lang = language.language
    let city = try library.judged(city: city, policy: policy, asOf: asOf.day)
    let policy = city.policy
    if let unknown = indicators.first(where: { policy.indicator($0) == nil }) {
      let nearest = policy.indicators.map(\.id).filter { $0.contains(unknown) || unknown.contains($0) }
      throw EvaluationError.unknownIndicator(unknown, nearest: nearest)
    }
    let evaluator = Evaluator(library: library, evaluatedBy: Operator.current)
    let rows = try await database.withConnection(library, configuration, lang) { connection in
      guard let run = try await evaluator.evaluate(EvaluationJob(city, asOf: asOf.day), on: connection)
      else { throw EvaluationError.notInEffect(city, asOf.day) }
      let export = ResultsExport(
        run: run, policy: policy, filter: ResultFilter(indicators: indicators, statuses: statuses), language: lang)
      return try await export.write(to: file, on: connection)
    }
    if let file { Terminal.show(lang(zh: "\(rows) 条结果已写入 \(file)", en: "\(rows) results are in \(file)")) }
  }
}
