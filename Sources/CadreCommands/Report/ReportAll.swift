import ArgumentParser
import CadreModel
import Evaluation
import Messages
import PolicyKit
import PostgresClient
import Reporting

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
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let library = try configuration.library()
    let lang = language.language
    let province = try province.known(to: library)
    let maker = AllReportsMaker(evaluator: Evaluator(library: library, evaluatedBy: Operator.current))
    let reports = try await database.withConnections(2, library, configuration, lang) { connections in
      try await maker.write(
        asOf: asOf.day, province: province, afresh: judgement.afresh, language: lang, to: output.folder,
        on: connections[0], and: connections[1]
      ) { city in
        output.announceJudged(city, lang)
      }
    }
    output.announce(reports, lang)
  }
}
