import Access
import ArgumentParser
import Audit
import CadreModel
import Evaluation
import Messages
import PolicyKit
import PostgresClient
import Reporting
import Results

/// `cadre report city`: one city in detail.
struct ReportCity: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "city",
      ReportCityHelp.abstract,
      discussion: ReportCityHelp.discussion)
  }

  @Argument(help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @OptionGroup var asOf: AsOfOptions
  @Option(
    help: ArgumentHelp(OptionHelp.policy, value: ValueNames.policy))
  var policy: String?
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var trend: MonthsOptions
  @Flag(name: .customLong("quality"), help: ArgumentHelp(OptionHelp.withQuality))
  var withQuality = false
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let (dates, others) = (try trend.dates(upTo: asOf.day), try trend.judged(upTo: asOf.day))
    let library = try configuration.library()
    let lang = language.language
    let city = try library.judged(city: city, policy: policy, asOf: asOf.day)
    let (asOf, known, judgement) = (asOf.day, known.known, judgement)
    let evaluator = Operator.evaluator(library, lang)
    var forms = output.forms
    forms.withQuality = withQuality
    let maker = try CityReportMaker(city, asOf: asOf, language: lang, to: output.folder, forms, months: dates.monthEnds.count)
    let report = try await database.withPool(2, library, configuration, lang, needing: .reading([city.city])) { pool in
      try await evaluator.judging(
        [city], asOf: asOf, others: others, othersKeep: .counts, known: known, afresh: judgement.afresh, on: pool
      ) {
        judged -> WrittenReport? in
        guard let judged = judged.first else { return nil }
        return try await maker.write(judged, by: Operator.author(of: "report city"), on: pool)
      }
    }
    guard let report else { throw EvaluationError.notInEffect(city, asOf) }
    try output.announce(report, lang)
  }
}

extension EvaluationError {
  static func notInEffect(_ city: CityUnderPolicy, _ asOf: Day) -> EvaluationError {
    .notInEffect(policy: city.policy.code, from: city.since, asOf: asOf)
  }
}
