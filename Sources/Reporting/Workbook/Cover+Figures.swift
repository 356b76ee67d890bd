import CadreModel
import DataContract
import Messages
import PolicyKit
import Results
import Workbook

extension Cover {
  /// The numbers that a policy leaves open and the program assumes.
  mutating func addAssumptions(of policies: [Policy], asOf: Day, _ language: Language) {
    let rows = policies.flatMap { policy in
      policy.configuration.parameters.filter { $0.basis == .assumed }.compactMap { parameter -> [Cell]? in
        guard let value = parameter.value(on: asOf) else { return nil }
        return [
          .identifier("\(policy.code).\(parameter.name)"), .text(parameter.title.text(in: language), style: Self.wrapped),
          .identifier(value.description), .identifier(parameter.clause),
        ]
      }
    }
    add(
      PageMessages.assumed,
      [ReportWorkbookMessages.parameter, ColumnHeadings.title, ReportWorkbookMessages.value, ReportWorkbookMessages.clause], rows)
  }

  /// The numbers that are not as the program brings them.
  mutating func addChanges(of cities: [CityFigures], _ language: Language) {
    let changes = cities.flatMap(\.parameters.changes).distinct
    add(
      PageMessages.changed,
      [
        ReportWorkbookMessages.parameter, ColumnHeadings.title, ReportWorkbookMessages.value, ReportWorkbookMessages.shippedValue,
      ],
      changes.map { change in
        [
          .identifier(change.name), .text(change.title.text(in: language), style: Self.wrapped), .identifier(change.used),
          .identifier(change.shipped),
        ]
      })
  }

  /// The tables that indicators need and a city has never handed in.
  mutating func addMissingTables(of cities: [CityFigures], _ language: Language) {
    add(
      ReportWorkbookMessages.missingTables, [ReportWords.city, ReportWorkbookMessages.missingTables],
      cities.filter { !$0.missingTables.isEmpty }.map { figures in
        [
          .text(figures.city.name(in: language)),
          .text(MissingTables.names(of: figures.missingTables, in: language), style: Self.wrapped),
        ]
      })
  }

  /// Which judging a city's figures are of.
  mutating func addRun(of figures: CityFigures, _ language: Language) {
    let run = figures.run
    let facts = [
      (ReportWorkbookMessages.policy, figures.policy.configuration.title.text(in: language)), (PageMessages.run, run.reference),
      (ReportWorkbookMessages.rulesDigest, run.rulesDigest), (ReportWorkbookMessages.parametersDigest, run.parametersDigest),
      (PageMessages.dataVersion, run.watermark), (PageMessages.results, String(run.resultCount)),
    ]
    add(
      ReportWords.of(figures.city, PageMessages.run), [],
      facts.map { [.text($0.0.text(in: language)), .identifier($0.1)] })
  }
}

extension City {
  /// Its name as people write it.
  func name(in language: Language) -> String {
    label.text(in: language)
  }
}
