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

/// `cadre report worklist`: what somebody has to see to, unit by unit.
struct ReportWorkList: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("worklist", ReportWorkListHelp.abstract, discussion: ReportWorkListHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(
    help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @Option(
    help: ArgumentHelp(OptionHelp.policy, value: ValueNames.policy))
  var policy: String?
  @Option(
    help: ArgumentHelp(ReportWorkListHelp.unit, value: ValueNames.unit))
  var unit: String?
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(ReportWorkListHelp.grouping, value: ValueNames.grouping))
  var grouping = WorkGrouping.unit
  @OptionGroup var ahead: DaysOptions
  @OptionGroup var known: KnownAsOfOptions
  @OptionGroup var judgement: JudgementOptions
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let days = try ahead.checked
    let library = try configuration.library()
    let lang = language.language
    let city = try library.judged(city: city, policy: policy, asOf: asOf.day)
    let (asOf, known, afresh) = (asOf.day, known.known, judgement.afresh)
    let evaluator = Operator.evaluator(library, lang)
    let report = try await database.withPool(2, library, configuration, lang, needing: .duty(.evaluator, [city.city])) { pool in
      let unit = try await unit.unit(of: city.city, on: pool)
      let maker = try WorkListMaker(
        city, asOf: asOf, by: grouping, unit: unit, days: days, language: lang, to: output.folder, output.forms)
      return try await evaluator.judging(
        [city], asOf: asOf, comparesWithLastYear: false, known: known, afresh: afresh, on: pool
      ) { judged -> WrittenReport? in
        guard let judged = judged.first else { return nil }
        let waived = try await pool.withConnection { try await evaluator.withoutWaivers(judged, on: $0) }
        return try await maker.write(judged, waived: waived, by: Operator.author(of: "report worklist"), on: pool)
      }
    }
    guard let report else { throw EvaluationError.notInEffect(city, asOf) }
    try output.announce(report, lang)
  }
}

/// How far a report looks ahead.
struct DaysOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(ReportWorkListHelp.days, value: ValueNames.count))
  var days = WorkListMaker.usualDays

  init() {}

  /// - Throws: `ArgumentProblem` for none or too many.
  var checked: Int {
    get throws {
      guard (1...WorkListMaker.mostDays).contains(days) else {
        throw ArgumentProblem(WorkListMessages.daysOutOfRange(most: WorkListMaker.mostDays))
      }
      return days
    }
  }
}

extension String? {
  /// The id of the unit that a user means; nil where none is named.
  ///
  /// - Throws: `ArgumentProblem` for a unit that the city does not have.
  nonisolated(nonsending) func unit(of city: City, on pool: ConnectionPool) async throws -> String? {
    guard let written = self else { return nil }
    guard let id = try await WorkListMaker.unit(called: written, of: city, on: pool) else {
      throw ArgumentProblem(WorkListMessages.unknownUnit(written, city: city))
    }
    return id
  }
}
