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
  @OptionGroup var output: ReportOutputOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try output.check()
    let (before, after) = try sides()
    let library = try configuration.library()
    let lang = language.language
    let city = try library.judged(city: city, policy: policy, asOf: after.asOf)
    let evaluator = Operator.evaluator(library, lang)
    let compared = "\(city.city.code) \(city.policy.code) \(before.text) \(after.text)"
    let (figures, report) = try await database.withConnection(
      library, configuration, lang, needing: .duty(.evaluator, [city.city])
    ) { connection in
      let files = try ChangesFiles(of: compared, asOf: after.asOf, language: lang, to: output.folder, output.forms)
      let figures = try await evaluator.changes(of: city, from: before, to: after, on: connection) {
        try await files.write($0)
      }
      return (figures, try await files.finish(by: Operator.author(of: "changes"), on: connection))
    }
    if !output.json { say(figures, lang) }
    if let report { try output.announce(report, lang) }
  }

  /// What is compared with what.
  private func sides() throws -> (ComparedSide, ComparedSide) {
    guard known.count <= 2 else { throw ArgumentProblem(ChangesMessages.tooManyKnown) }
    let later = known.count == 2 ? known[1] : nil
    switch (asOf, from, to) {
    case (let asOf?, nil, nil):
      guard let former = known.first else { throw ArgumentProblem(ChangesMessages.whichSides) }
      return (ComparedSide(asOf: asOf, known: former), ComparedSide(asOf: asOf, known: later))
    case (nil, let from?, let to?):
      guard from < to else { throw ArgumentProblem(ChangesMessages.fromAfterTo(from, to)) }
      return (ComparedSide(asOf: from, known: known.first), ComparedSide(asOf: to, known: later))
    default: throw ArgumentProblem(ChangesMessages.whichSides)
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
