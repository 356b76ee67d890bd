import Access
import ArgumentParser
import CadreModel
import Evaluation
import Files
import Messages
import PolicyKit
import PostgresClient
import Reporting
import Results

/// `cadre whatif`: official results beside those under other parameters.
struct WhatIfCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("whatif", WhatIfHelp.abstract, discussion: WhatIfHelp.discussion)
  }

  @OptionGroup var asOf: AsOfOptions
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(WhatIfHelp.settings, value: ValueNames.setting))
  var settings: [String] = []
  @Option(
    name: .customLong("city"),
    help: ArgumentHelp(WhatIfHelp.cities, value: ValueNames.city))
  var cities: [String] = []
  @Option(
    help: ArgumentHelp(EvaluateHelp.policy, value: ValueNames.policy))
  var policy: String?
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(ReportHelp.folder, value: ValueNames.folder))
  var folder = "reports"
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(WhatIfHelp.formats, value: ValueNames.format))
  var lists: [FormatList<ExportFormat>] = []
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try Destination.checkFolder(folder)
    guard !settings.isEmpty || configuration.folder != nil else { throw ArgumentProblem(WhatIfMessages.nothingToTry) }
    let official = try configuration.official().library()
    let tried = try (configuration.folder == nil ? official : configuration.source().library())
      .setting(try settings.map { try ParameterSetting($0) })
    let changes = tried.changes(from: official).filter { change in
      if case .policy = change.subject { true } else { false }
    }
    let lang = language.language
    let report = try await database.withConnection(
      official, configuration, lang, needing: .duty(.evaluator, try cities.map { try official.city(called: $0) })
    ) { connection in
      let concerned = try await self.cities(official, concerned: Set(changes.map(\.subject.code)), on: connection)
      guard !concerned.isEmpty else { throw ArgumentProblem(WhatIfMessages.noneConcerned) }
      tell(changes, of: tried, lang)
      let text =
        ([asOf.day.description] + changes.map { "\($0.subject.code).\($0.name)=\($0.used)" }
        + concerned.map { "\($0.city.code) \($0.policy.code)" }).joined(separator: "\n")
      let files = try WhatIfFiles(of: text, asOf: asOf.day, formats: formats, language: lang, to: folder)
      let evaluator = Operator.evaluator(official, lang)
      for city in concerned {
        let figures = try await evaluator.whatIf(city, under: tried, asOf: asOf.day, on: connection) { reader in
          try await files.add(reader)
        }
        guard let figures else { throw EvaluationError.notInEffect(city, asOf.day) }
        say(figures, lang)
      }
      return try await files.finish(by: Operator.author(of: "whatif"), on: connection)
    }
    Terminal.print(WhatIfMessages.notStored.text(in: lang))
    Terminal.print(ReportCommandMessages.written(report.folder).text(in: lang))
  }

  private var formats: Set<ReportFormat> {
    let wanted = Set(lists.flatMap(\.formats))
    return Set((wanted.isEmpty ? [.csv] : wanted).map { $0 == .csv ? .csv : .xlsx })
  }

  /// The cities whose policy has other parameters: those named, else all with data.
  private func cities(
    _ library: PolicyLibrary, concerned policies: Set<String>, on connection: PostgresConnection
  ) async throws -> [CityUnderPolicy] {
    let named = cities.isEmpty ? try await CityList.withData(on: connection) : cities
    guard !named.isEmpty else { throw EvaluationError.noData }
    return try named.map { try library.judged(city: $0, policy: policy, asOf: asOf.day) }
      .filter { policies.contains($0.policy.code) }
  }

  /// What is tried; of a number that a policy prints, that it does.
  private func tell(_ changes: [ConfigurationChange], of library: PolicyLibrary, _ language: Language) {
    for change in changes {
      let name = "\(change.subject.code).\(change.name)"
      Terminal.report(
        WhatIfMessages.tried(name, title: change.title, from: change.shipped, to: change.used).text(in: language))
      let parameter = library.policy(change.subject.code)?.configuration[parameter: change.name]
      if let parameter, parameter.basis == .stated {
        let note = WhatIfMessages.stated(name, clause: parameter.clause)
        Terminal.report(ReportCommandMessages.note(note).text(in: language))
      }
    }
  }

  private func say(_ figures: WhatIfFigures, _ language: Language) {
    if figures.indicators.isEmpty { Terminal.print(WhatIfMessages.nothing(figures.city.city).text(in: language)) }
    for entry in figures.indicators {
      let message = WhatIfMessages.line(
        figures.city.city, entry.indicator.id, entry.indicator.title,
        rates: (entry.officialRate?.percent ?? "—", entry.scenarioRate?.percent ?? "—"),
        unmet: (entry.official.unmet, entry.scenario.unmet), flips: entry.flips)
      Terminal.print(message.text(in: language))
    }
  }
}
