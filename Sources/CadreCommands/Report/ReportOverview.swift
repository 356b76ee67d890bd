import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient
import Reporting

/// `cadre report overview`: all cities side by side.
struct ReportOverview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview",
    abstract: "Write overview.csv, overview_domains.csv and overview.html: all cities, each under its own policy.",
    discussion: """
      Rates stand beside those of the same day of last year. Ranks are within a province, by field of work.
      Example: cadre report overview --as-of 2025-06-30 --out reports
      """)

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var province: ProvinceOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let lang = language.language
    let province = try province.known(to: library)
    let maker = OverviewMaker(evaluator: Evaluator(library: library, evaluatedBy: Operator.current))
    // Two at once: the server works for each of them.
    let overview = try await database.withConnections(2, library, configuration, lang) { connections in
      try await maker.overview(asOf: asOf.day, province: province, afresh: judgement.afresh, on: connections) { city in
        output.announceJudged(city, lang)
      }
    }
    let about = try overview.write(to: output.folder, language: lang)
    output.announce(output.folder, about: about, lang)
  }
}
