import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient
import Reporting

/// `cadre report city`: one city in detail.
struct ReportCity: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "city",
      Label(
        "生成一个城市的报告：汇总、各单位、需处理事项、90 天内到期事项、总览页。",
        "Write one city's summary, units, exceptions, what falls due in 90 days, and its dashboard."),
      discussion: Label(
        """
        文件写入该目录下的 city/<城市>：summary.csv、units.csv、exceptions.csv、due.csv、dashboard.html、quality.csv、quality.html。
        例：cadre report city quzhou --as-of 2025-06-30 --out reports
        """,
        """
        The files go to city/<city> below the folder: summary.csv, units.csv, exceptions.csv, due.csv, dashboard.html, \
        quality.csv, quality.html.
        Example: cadre report city quzhou --as-of 2025-06-30 --out reports
        """))
  }

  @Argument(help: ArgumentHelp(Label("哪个城市，如 quzhou 或 衢州。", "The city, such as quzhou."), value: .city))
  var city: String
  @OptionGroup var asOf: AsOfOptions
  @Option(
    help: ArgumentHelp(
      Label("按哪项政策评估，如 kunming 或 昆明；不给出则用该市自己的。", "The policy to judge under, such as kunming, instead of the city's own."),
      value: .policy))
  var policy: String?
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let library = try configuration.library()
    let lang = language.language
    let city = try library.judged(city: city, policy: policy, asOf: asOf.day)
    let maker = CityReportMaker(evaluator: Evaluator(library: library, evaluatedBy: Operator.current))
    let (asOf, judgement, folder) = (asOf.day, judgement, output.folder)
    let report = try await database.withConnections(2, library, configuration, lang) { connections in
      try await maker.write(
        city, asOf: asOf, afresh: judgement.afresh, language: lang, to: folder,
        on: connections[0], and: connections[1])
    }
    guard let report else { throw EvaluationError.notInEffect(city, asOf) }
    output.announce(report, lang)
  }
}

extension EvaluationError {
  static func notInEffect(_ city: CityUnderPolicy, _ asOf: Day) -> EvaluationError {
    .notInEffect(policy: city.policy.code, from: city.since, asOf: asOf)
  }
}
