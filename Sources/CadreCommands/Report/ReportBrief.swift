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

/// `cadre report brief`: one sheet for a meeting.
struct ReportBrief: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("brief", ReportBriefHelp.abstract, discussion: ReportBriefHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
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
    let library = try configuration.library()
    let named = try cities.map { try library.city(called: $0) }
    let (lang, day) = (language.language, asOf.day)
    let evaluator = Operator.evaluator(library, lang)
    let report = try await database.withPool(2, library, configuration, lang, needing: .reading(named)) { pool in
      let cities = try await pool.withConnection { try await CityList.judged(self.cities, library, asOf: day, on: $0) }
      let maker = try BriefMaker(
        cities, asOf: day, named: !self.cities.isEmpty, language: lang, to: output.folder, output.forms)
      return try await evaluator.judging(
        maker.cities, asOf: day, known: known.known, afresh: judgement.afresh, on: pool,
        finished: { output.announceJudged($0, lang) }
      ) { try await maker.write($0, by: Operator.author(of: "report brief"), on: pool) }
    }
    try output.announce(report, lang)
  }
}
