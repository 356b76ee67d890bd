import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient
import Reporting

/// `cadre report city`: one city in detail.
struct ReportCity: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "city",
    abstract: "Write one city's summary, units, exceptions, what falls due in 90 days, and its dashboard.",
    discussion: """
      The files go to city/<city> below the folder: summary.csv, units.csv, exceptions.csv, due.csv, dashboard.html.
      Example: cadre report city quzhou --as-of 2025-06-30 --out reports
      """)

  @Argument(help: "The city, such as quzhou.")
  var city: String
  @OptionGroup var asOf: AsOfOptions
  @Option(help: ArgumentHelp("The policy to judge under, such as kunming, instead of the city's own."))
  var policy: String?
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let lang = language.language
    let (city, policy) = try library.judged(city: city, policy: policy)
    let maker = CityReportMaker(evaluator: Evaluator(library: library, evaluatedBy: Operator.current))
    let (asOf, judgement, folder) = (asOf.day, judgement, output.folder)
    let about = try await database.withConnections(2, library, configuration, lang) { connections in
      try await maker.write(
        city: city, policy: policy, asOf: asOf, afresh: judgement.afresh, language: lang, to: folder,
        on: connections[0], and: connections[1])
    }
    guard let about else { throw EvaluationError.notInEffect(policy, asOf) }
    output.announce(CityReportMaker.folder(of: city, below: folder), about: about, lang)
  }
}

extension PolicyLibrary {
  /// A city, and the policy it is judged under: its own without another.
  /// - Throws: `EvaluationError` that lists what there is.
  func judged(city code: String, policy policyCode: String?) throws -> (City, Policy) {
    guard let city = city(code) else { throw EvaluationError.unknownCity(code, known: cities.map(\.code)) }
    guard let policy = policy(policyCode ?? code) else {
      throw EvaluationError.unknownPolicy(policyCode ?? code, known: policies.map(\.code))
    }
    return (city, policy)
  }
}

extension EvaluationError {
  static func notInEffect(_ policy: Policy, _ asOf: Day) -> EvaluationError {
    .notInEffect(policy: policy.code, from: policy.configuration.effectiveOn, asOf: asOf)
  }
}
