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

/// `cadre report calendar`: what falls due in the coming days.
struct ReportCalendar: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("calendar", ReportCalendarHelp.abstract, discussion: ReportCalendarHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(
    help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @Option(
    help: ArgumentHelp(OptionHelp.policy, value: ValueNames.policy))
  var policy: String?
  @Option(
    help: ArgumentHelp(ReportWorkListHelp.unit, value: ValueNames.unit))
  var unit: String?
  @OptionGroup var ahead: DaysOptions
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let days = try ahead.checked
    let library = try configuration.library()
    let lang = language.language
    let city = try library.judged(city: city, policy: policy, asOf: asOf.day)
    let (asOf, known, afresh) = (asOf.day, known.known, judgement.afresh)
    let evaluator = Operator.evaluator(library, lang)
    let report = try await database.withPool(2, library, configuration, lang, needing: .reading([city.city])) { pool in
      let maker = try CalendarMaker(
        city, asOf: asOf, unit: try await unit.unit(of: city.city, on: pool), days: days, language: lang, to: output.folder,
        output.forms)
      return try await evaluator.judging(
        [city], asOf: asOf, comparesWithLastYear: false, known: known, afresh: afresh, on: pool
      ) { judged -> WrittenReport? in
        guard let judged = judged.first else { return nil }
        return try await maker.write(judged, by: Operator.author(of: "report calendar"), on: pool)
      }
    }
    guard let report else { throw EvaluationError.notInEffect(city, asOf) }
    try output.announce(report, lang)
  }
}
