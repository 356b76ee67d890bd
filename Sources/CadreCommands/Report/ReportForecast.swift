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

/// `cadre report forecast`: what becomes of open duties.
struct ReportForecast: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("forecast", ReportForecastHelp.abstract, discussion: ReportForecastHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(
    help: ArgumentHelp(ReportForecastHelp.horizon, value: ValueNames.date),
    transform: Day.init(argument:))
  var horizon: Day?
  @Option(
    name: .customLong("city"),
    help: ArgumentHelp(EvaluateHelp.cities, value: ValueNames.city))
  var cities: [String] = []
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let (lang, day) = (language.language, asOf.day)
    guard let dates = ForecastDates(asOf: day, horizon: horizon) else {
      throw ArgumentProblem(ForecastMessages.horizon(day, last: ForecastDates.last(of: day)))
    }
    let library = try configuration.library()
    let named = try cities.map { try library.city(called: $0) }
    let evaluator = Operator.evaluator(library, lang)
    let report = try await database.withPool(4, library, configuration, lang, needing: .duty(.evaluator, named)) { pool in
      let cities = try await pool.withConnection { try await CityList.judged(self.cities, library, asOf: day, on: $0) }
      let maker = try ForecastMaker(
        cities, dates, named: !self.cities.isEmpty, language: lang, to: output.folder, output.forms)
      return try await evaluator.forecasting(
        cities, dates, known: known.known, afresh: judgement.afresh, on: pool, finished: { output.announceJudged($0, lang) }
      ) { try await maker.write($0, by: Operator.author(of: "report forecast"), on: pool) }
    }
    try output.announce(report, lang)
  }
}
