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
  @Option(
    help: ArgumentHelp(TrendHelp.unit, value: ValueNames.unit))
  var unit: String?
  @OptionGroup var known: KnownAsOfOptions
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
    let called = try cities.map { try library.city(called: $0) }
    let lang = language.language
    let dates = TrendDates(upTo: asOf.day, months: months)
    let named = Set(levels.flatMap(\.formats))
    let wanted = named.isEmpty ? unit == nil ? TrendLevel.usual : TrendLevel.ofUnits : named
    if unit != nil, cities.count != 1 { throw ArgumentProblem(TrendMessages.unitOfWhichCity) }
    // Units' counts go with the results that they are made from.
    let keeps = wanted.isDisjoint(with: TrendLevel.ofUnits) ? EvaluationJob.Keeps.counts : .results
    let evaluator = Operator.evaluator(library, lang)
    let report = try await database.withPool(Self.atOnce, library, configuration, lang, needing: .reading(called)) { pool in
      let cities = try await pool.withConnection { try await CityList.judged(self.cities, library, asOf: asOf.day, on: $0) }
      var unit: String?
      if let city = called.first { unit = try await self.unit.unit(of: city, on: pool) }
      let maker = try TrendReportMaker(
        cities, dates, wanted, named: !self.cities.isEmpty, unit: unit, language: lang, to: output.folder, output.forms)
      return try await evaluator.judging(
        cities, asOf: dates.asOf, others: dates.judged, othersKeep: keeps, comparesWithLastYear: false,
        known: known.known, afresh: judgement.afresh, on: pool,
        finished: { output.announceJudged($0, lang) }
      ) { try await maker.write($0, by: Operator.author(of: "trend"), on: pool) }
    }
    try output.announce(report, lang)
  }
}
