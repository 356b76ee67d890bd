import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit

/// `cadre catalogue`: what is judged, by which clause, under which numbers.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "List every article of the policies, its indicators, how each is judged and under which parameters.",
    discussion: """
      A number that the policy prints is stated; one that it leaves open is assumed. Both stand in \
      config/policies/*.yaml with the date from which they hold.
      """)

  @Option(help: "One policy only: quzhou, shaoxing, jingxian or kunming.")
  var policy: String?
  @Option(help: "table, csv, json or markdown.")
  var format: CatalogueFormat = .table
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let library = try configuration.library()
    var policies = library.policies
    if let policy {
      guard let found = library.policy(policy) else {
        throw EvaluationError.unknownPolicy(policy, known: library.policies.map(\.code))
      }
      policies = [found]
    }
    let text = CatalogueText(rows: policies.flatMap(CatalogueRow.rows), language: language.language)
    Terminal.printRaw(text.formatted(as: format))
  }
}

/// How the catalogue is written.
enum CatalogueFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown
}
