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

/// `cadre report overview`: all cities side by side.
struct ReportOverview: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "overview",
      ReportOverviewHelp.abstract,
      discussion: ReportOverviewHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var province: ProvinceOptions
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var trend: MonthsOptions
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
    try Overview.check(output.folder, asOf: asOf.day, province: province, output.forms)
    let maker = OverviewMaker(
      library: library, asOf: asOf.day, province: province, months: dates.monthEnds.count)
    let evaluator = Operator.evaluator(library, lang)
    // Two at once: the server works for each of them.
    let forms = output.forms
    let report = try await database.withPool(2, library, configuration, lang, needing: .reading()) { pool in
      let overview = try await evaluator.judging(
        try await maker.cities.seen(on: pool), asOf: asOf.day, others: others, othersKeep: .counts, known: known.known,
        afresh: judgement.afresh,
        on: pool,
        finished: { output.announceJudged($0, lang) }
      ) { try await maker.overview(of: $0, on: pool) }
      return try await pool.withConnection { connection in
        try await overview.write(
          to: output.folder, language: lang, forms, by: Operator.author(of: "report overview"), on: connection)
      }
    }
    try output.announce(report, lang)
  }
}
