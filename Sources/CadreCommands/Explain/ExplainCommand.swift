import Access
import ArgumentParser
import Audit
import CadreModel
import Digest
import Evaluation
import Messages
import PolicyKit
import PostgresClient

/// `cadre explain`: opens one result down to the rows that made it.
struct ExplainCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "explain",
      ExplainHelp.abstract,
      discussion: ExplainHelp.discussion)
  }

  @Argument(
    help: ArgumentHelp(ExplainHelp.indicator, value: ValueNames.indicator))
  var indicator: String
  @Argument(
    help: ArgumentHelp(ExplainHelp.subject, value: ValueNames.subject))
  var subject: String
  @Option(help: ArgumentHelp(ExplainHelp.city, value: ValueNames.city))
  var city: String
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var known: KnownAsOfOptions
  @Flag(help: ArgumentHelp(ExplainHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let named = try library.city(called: city)
    let city = named.code
    let printed = try await database.withConnection(library, configuration, language.language, needing: .reading([named])) {
      connection in
      let explanation = try await Explainer(library: library).explain(
        indicator: indicator, subject: subject, city: city, asOf: asOf.day, known: known.known, language: language.language,
        on: connection)
      let article = try configuration.source().articleTexts(of: explanation.policy.text)?[explanation.article.id]
      let text = ExplanationText(explanation: explanation, articleText: article, language: language.language)
      let printed = json ? text.json.text : text.lines.joined(separator: "\n")
      var entry = AuditEntry(.explanation, cities: [city], asOf: asOf.day)
      entry.policy = explanation.policy.code
      entry.indicator = explanation.indicator.id
      entry.subject = subject
      entry.contentDigest = SHA256.hex(of: printed)
      try await AuditLog(author: Operator.author(of: "explain")).append(entry, on: connection)
      return printed
    }
    Terminal.print(printed)
  }
}
