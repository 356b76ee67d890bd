import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit
import PostgresClient
import Reporting

/// `cadre report all`: the overview and every city's report.
struct ReportAll: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "all",
      Label(
        "生成总览和各市的报告：以下两个命令的合并。",
        "Write the overview, and the report on each city that has handed in data: both other commands in one."),
      discussion: Label(
        """
        总览的文件写入该目录，各市的写入其下的 city/<城市>；全部出自同一批评估。
        例：cadre report all --as-of 2025-06-30 --out reports
        """,
        """
        The overview's files go into the folder, each city's to city/<city> below it. All come from the same runs.
        Example: cadre report all --as-of 2025-06-30 --out reports
        """))
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
    let evaluator = Evaluator(library: library, evaluatedBy: Operator.current)
    let maker = try AllReportsMaker(
      library: library, asOf: asOf.day, province: province, language: lang, to: output.folder)
    let reports = try await database.withPool(2, library, configuration, lang) { pool in
      try await evaluator.judging(
        maker.cities, asOf: asOf.day, afresh: judgement.afresh, on: pool,
        finished: { output.announceJudged($0, lang) }
      ) { try await maker.write($0, on: pool) }
    }
    output.announce(reports, lang)
  }
}
