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

/// `cadre report all`: the overview and every city's report.
struct ReportAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "all",
      ReportAllHelp.abstract,
      discussion: ReportAllHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var province: ProvinceOptions
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
    let province = try province.known(to: library)
    let evaluator = Operator.evaluator(library, lang)
    var forms = output.forms
    forms.withQuality = withQuality
    let maker = try AllReportsMaker(
      library: library, asOf: asOf.day, province: province, language: lang, to: output.folder, forms,
      months: dates.monthEnds.count)
    let reports = try await database.withPool(2, library, configuration, lang, needing: .reading()) { pool in
      try await evaluator.judging(
        try await maker.cities.seen(on: pool), asOf: asOf.day, others: others, othersKeep: .counts, known: known.known,
        afresh: judgement.afresh,
        on: pool,
        finished: { output.announceJudged($0, lang) }
      ) { try await maker.write($0, by: Operator.author(of: "report all"), on: pool) }
    }
    try output.announce(reports, lang)
  }
}
