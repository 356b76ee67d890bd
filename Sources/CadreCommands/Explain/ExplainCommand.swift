import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient

/// `cadre explain`: opens one result down to the rows that made it.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show why one subject was judged as it was: clause, parameters, rows counted, arithmetic, verdict.",
    discussion: """
      The indicator is judged again from the present data. Subjects are those of the results: a person's id, a pair \
      (P1>P2, in quotes), the city's code for figures of the whole jurisdiction.
      """)

  @Argument(help: "The indicator, such as kunming.4.annual-training.")
  var indicator: String
  @Argument(help: "The subject's id as it stands in the results.")
  var subject: String
  @Option(help: "The city whose data is judged.")
  var city: String
  @OptionGroup var asOf: AsOfOptions
  @Flag(help: "Print the explanation as JSON.")
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let explanation = try await database.withConnections(1, library, configuration, language.language) { connections in
      try await Explainer(library: library).explain(
        indicator: indicator, subject: subject, city: city, asOf: asOf.day, language: language.language,
        on: connections[0])
    }
    let text = ExplanationText(explanation: explanation, language: language.language)
    Terminal.print(json ? text.json.text : text.lines.joined(separator: "\n"))
  }
}
