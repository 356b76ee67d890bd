import Access
import ArgumentParser
import CadreModel
import Evaluation
import Messages
import PolicyKit
import PostgresClient
import Reporting
import Results

/// `cadre trend`: cities at the ends of the last months.
struct TrendCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("trend", TrendHelp.abstract, discussion: TrendHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(
    help: ArgumentHelp(TrendHelp.months, value: ValueNames.count))
  var months = TrendDates.usualMonths
  @Option(
    name: .customLong("city"),
    help: ArgumentHelp(EvaluateHelp.cities, value: ValueNames.city))
  var cities: [String] = []
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(TrendHelp.levels, value: ValueNames.level))
  var levels: [FormatList<TrendLevel>] = []
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  /// As many dates at once: one of a date's statements runs on one processor only, most of the time.
  private static let atOnce = 4

  func run() async throws {
    try output.check()
    guard (1...TrendDates.mostMonths).contains(months) else {
      throw ArgumentProblem(ReportCommandMessages.monthsOutOfRange(most: TrendDates.mostMonths))
    }
    let library = try configuration.library()
    let named = try cities.map { try library.city(called: $0) }
    let lang = language.language
    let dates = TrendDates(upTo: asOf.day, months: months)
    let wanted = Set(levels.flatMap(\.formats))
    let evaluator = Operator.evaluator(library, lang)
    let report = try await database.withPool(Self.atOnce, library, configuration, lang, needing: .reading(named)) { pool in
      let cities = try await pool.withConnection { try await CityList.judged(self.cities, library, asOf: asOf.day, on: $0) }
      let maker = try TrendReportMaker(
        cities, dates, wanted.isEmpty ? TrendLevel.usual : wanted, named: !self.cities.isEmpty, language: lang,
        to: output.folder, output.forms)
      return try await evaluator.judging(
        cities, asOf: dates.asOf, others: dates.judged, comparesWithLastYear: false, afresh: judgement.afresh, on: pool,
        finished: { output.announceJudged($0, lang) }
      ) { try await maker.write($0, by: Operator.author(of: "trend"), on: pool) }
    }
    try output.announce(report, lang)
  }
}
