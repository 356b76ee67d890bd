import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient

/// `cadre explain`: opens one result down to the rows that made it.
struct ExplainCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "explain",
      Label(
        "说明某人或某单位为何如此判定：条款、参数、所计的记录、算式、结论。",
        "Show why one subject was judged as it was: clause, parameters, rows counted, arithmetic, verdict."),
      discussion: Label(
        """
        按当前数据重新评估该指标。对象即结果中的编号：人员编号、单位编号、两人（P1>P2，加引号），或城市代码（全市的统计）。
        """,
        """
        The indicator is judged again from the present data. Subjects are those of the results: a person's id, a pair \
        (P1>P2, in quotes), the city's code for figures of the whole jurisdiction.
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Label("指标，如 kunming.4.annual-training。", "The indicator, such as kunming.4.annual-training."),
      value: Label("指标", "indicator")))
  var indicator: String
  @Argument(
    help: ArgumentHelp(Label("对象在结果中的编号。", "The subject's id as it stands in the results."), value: Label("对象", "subject")))
  var subject: String
  @Option(help: ArgumentHelp(Label("评估哪个城市的数据。", "The city whose data is judged."), value: .city))
  var city: String
  @OptionGroup var asOf: AsOfOptions
  @Flag(help: ArgumentHelp(Label("以 JSON 输出说明。", "Print the explanation as JSON.")))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let city = try library.city(called: city).code
    let explanation = try await database.withConnection(library, configuration, language.language) { connection in
      try await Explainer(library: library).explain(
        indicator: indicator, subject: subject, city: city, asOf: asOf.day, language: language.language,
        on: connection)
    }
    let article = try configuration.source().articleTexts(of: explanation.policy.text)?[explanation.article.id]
    let text = ExplanationText(explanation: explanation, articleText: article, language: language.language)
    Terminal.print(json ? text.json.text : text.lines.joined(separator: "\n"))
  }
}
