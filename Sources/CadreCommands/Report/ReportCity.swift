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
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let lang = language.language
    let (city, policy) = try library.judged(city: city, policy: policy)
    let server = try await database.configuration(lang)
    async let opening = PostgresConnection.connect(server)
    let connection = try await PostgresConnection.connect(server)
    let second = try await opening
    let maker = CityReportMaker(evaluator: Evaluator(library: library, evaluatedBy: Operator.current))
    let about = try await maker.write(
      city: city, policy: policy, asOf: asOf.day, language: lang, to: output.folder, on: connection,
      and: second)
    await second.close()
    await connection.close()
    guard let about else { throw EvaluationError.notInEffect(policy, asOf.day) }
    output.announce("\(output.folder)/city/\(city.code)", about: about, lang)
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
