import Access
import ArgumentParser
import CadreModel
import Evaluation
import Journal
import Messages
import PolicyKit
import PostgresClient
import Reporting
import Results

/// `cadre changes`: which results stand otherwise than before, and why.
struct ChangesCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("changes", ChangesHelp.abstract, discussion: ChangesHelp.discussion)
  }

  @Option(
    help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @Option(
    help: ArgumentHelp(OptionHelp.policy, value: ValueNames.policy))
  var policy: String?
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(ChangesHelp.asOf, value: ValueNames.date),
    transform: Day.init(argument:))
  var asOf: Day?
  @Option(
    help: ArgumentHelp(ChangesHelp.from, value: ValueNames.date),
    transform: Day.init(argument:))
  var from: Day?
  @Option(
    help: ArgumentHelp(ChangesHelp.to, value: ValueNames.date),
    transform: Day.init(argument:))
  var to: Day?
  @Option(
    name: .customLong("known"),
    help: ArgumentHelp(ChangesHelp.known, value: ValueNames.importOrDate),
    transform: KnownAsOf.init(argument:))
  var known: [KnownAsOf] = []
  @Option(
    name: .customLong("from-run"),
    help: ArgumentHelp(ChangesHelp.fromRun, value: ValueNames.run))
  var fromRun: String?
  @Option(
    name: .customLong("to-run"),
    help: ArgumentHelp(ChangesHelp.toRun, value: ValueNames.run))
  var toRun: String?
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let wanted = try wanted()
    let library = try configuration.library()
    let lang = language.language
    let city = try library.city(called: city)
    let evaluator = Operator.evaluator(library, lang)
    let (figures, report) = try await database.withConnection(
      library, configuration, lang, needing: .duty(.evaluator, [city])
    ) { connection in
      let (before, after, policy) = try await wanted.sides(of: city, self.policy, by: evaluator, on: connection)
      let under = try library.judged(city: self.city, policy: policy, asOf: after.asOf)
      let compared = "\(city.code) \(under.policy.code) \(before.text) \(after.text)"
      let files = try ChangesFiles(of: compared, asOf: after.asOf, language: lang, to: output.folder, output.forms)
      let figures = try await evaluator.changes(of: under, from: before, to: after, on: connection) {
        try await files.write($0)
      }
      return (figures, try await files.finish(by: Operator.author(of: "changes"), on: connection))
    }
    if !output.json { say(figures, lang) }
    if let report { try output.announce(report, lang) }
  }

  /// What is compared with what.
  ///
  /// - Throws: `ArgumentProblem`.
  private func wanted() throws -> Wanted {
    guard known.count <= 2 else { throw ArgumentProblem(ChangesMessages.tooManyKnown) }
    let later = known.count == 2 ? known[1] : nil
    switch (asOf, from, to) {
    case (nil, nil, nil):
      guard let fromRun, let toRun, known.isEmpty, policy == nil else { throw ArgumentProblem(ChangesMessages.whichSides) }
      return .runs(fromRun, toRun)
    case _ where fromRun != nil || toRun != nil: throw ArgumentProblem(ChangesMessages.whichSides)
    case (let asOf?, nil, nil):
      guard let former = known.first else { throw ArgumentProblem(ChangesMessages.whichSides) }
      return .sides(ComparedSide(asOf: asOf, known: former), ComparedSide(asOf: asOf, known: later))
    case (nil, let from?, let to?):
      guard from < to else { throw ArgumentProblem(ChangesMessages.fromAfterTo(from, to)) }
      return .sides(ComparedSide(asOf: from, known: known.first), ComparedSide(asOf: to, known: later))
    default: throw ArgumentProblem(ChangesMessages.whichSides)
    }
  }

  private enum Wanted {
    case sides(ComparedSide, ComparedSide)
    /// By their ids.
    case runs(String, String)

    /// With the policy under which both are judged; nil for the city's own.
    nonisolated(nonsending) func sides(
      of city: City, _ policy: String?, by evaluator: Evaluator, on connection: PostgresConnection
    ) async throws -> (ComparedSide, ComparedSide, String?) {
      switch self {
      case .sides(let before, let after): return (before, after, policy)
      case .runs(let before, let after):
        let runs = try await evaluator.sides(ofRuns: (before, after), in: city.code, on: connection)
        guard runs.before.asOf <= runs.after.asOf else {
          throw ArgumentProblem(ChangesMessages.runAfterRun(runs.before.asOf, runs.after.asOf))
        }
        return (runs.before, runs.after, runs.policy)
      }
    }
  }

  private func say(_ figures: ChangesFigures, _ language: Language) {
    let city = figures.city.city
    for entry in figures.indicators where entry.flips > 0 {
      let causes = entry.causes.map { ChangesMessages.counted($0.cause.label, $0.flips) }.joined(by: Punctuation.comma)
      let message = ChangesMessages.line(
        city, entry.indicator.id, entry.indicator.title,
        rates: (entry.rateBefore?.percent ?? "—", entry.rateAfter?.percent ?? "—"), flips: entry.flips, causes: causes)
      Terminal.print(message.text(in: language))
    }
    let causes = figures.causes.map { ChangesMessages.counted($0.cause.label, $0.flips) }.joined(by: Punctuation.comma)
    Terminal.print(ChangesMessages.total(city, figures.flips, causes: causes).text(in: language))
  }
}
