import Access
import ArgumentParser
import CadreModel
import Evaluation
import Messages
import PolicyKit
import PostgresClient
import Reporting

/// `cadre report comparison`: one duty across cities, and all under one yardstick.
struct ReportComparison: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "comparison",
      ReportComparisonHelp.abstract,
      discussion: ReportComparisonHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var province: ProvinceOptions
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let library = try configuration.library()
    let lang = language.language
    let day = asOf.day
    let maker = try ComparisonMaker(
      library: library, CatalogueBooks.sharedDuties(), asOf: day, province: try province.known(to: library), language: lang,
      to: output.folder, output.forms)
    let evaluator = Operator.evaluator(library, lang)
    let report = try await database.withPool(2, library, configuration, lang, needing: .reading()) { pool in
      try await evaluator.judging(
        try await maker.underOthers.seen(on: pool), asOf: day, comparesWithLastYear: false, known: known.known,
        afresh: judgement.afresh, on: pool
      ) { others in
        try await evaluator.judging(
          try await maker.cities.seen(on: pool), asOf: day, known: known.known, afresh: judgement.afresh, on: pool,
          finished: { output.announceJudged($0, lang) }
        ) { try await maker.write($0, others: others, by: Operator.author(of: "report comparison"), on: pool) }
      }
    }
    try output.announce(report, lang)
  }
}
