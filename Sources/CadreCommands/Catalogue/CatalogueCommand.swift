import ArgumentParser
import CadreModel
import Evaluation
import Messages
import PolicyKit

/// `cadre catalogue`: what is judged, by which clause, under which numbers.
struct CatalogueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "catalogue",
      CatalogueHelp.abstract,
      discussion: CatalogueHelp.discussion)
  }

  @Option(help: ArgumentHelp(CatalogueHelp.policy, value: ValueNames.policy))
  var policy: String?
  @Option(help: ArgumentHelp(CatalogueHelp.format, value: ValueNames.format))
  var format: CatalogueFormat = .table
  @Option(
    name: .customLong("sql"),
    help: ArgumentHelp(CatalogueHelp.sql, value: ValueNames.indicator))
  var indicatorOfSQL: String?
  @Option(help: ArgumentHelp(CatalogueHelp.city, value: ValueNames.city))
  var city: String?
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(CatalogueHelp.asOf, value: ValueNames.date),
    transform: Day.init(argument:))
  var asOf: Day?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var language: LanguageOptions

  @Flag(
    help: ArgumentHelp(CatalogueHelp.needs))
  var needs = false
  @Flag(
    help: ArgumentHelp(CatalogueHelp.coverage))
  var coverage = false

  func validate() throws {
    let given = [indicatorOfSQL != nil, city != nil, asOf != nil]
    guard Set(given).count == 1 else {
      throw ArgumentProblem(CatalogueMessages.optionsBelongTogether)
    }
    guard [indicatorOfSQL != nil, needs, coverage].count(where: { $0 }) <= 1 else {
      throw ArgumentProblem(CatalogueMessages.oneListingAtATime)
    }
  }

  func run() throws {
    let library = try configuration.library()
    if let indicatorOfSQL, let city, let asOf {
      let sql = CatalogueSQL(
        library: library, indicator: indicatorOfSQL, city: try library.city(called: city).code, asOf: asOf)
      return Terminal.print(try sql.text())
    }
    let policies = try policy.map { [try library.policy(called: $0)] } ?? library.policies
    if coverage {
      let text = CoverageText(policies: policies, duties: try CatalogueBooks.duties(), language: language.language)
      return Terminal.printRaw(text.formatted(as: format))
    }
    if needs {
      let rows = try policies.flatMap { try CatalogueRow.rows(of: $0) }
      return Terminal.printRaw(try NeedsText(rows: rows, language: language.language).formatted(as: format))
    }
    let rows = try policies.flatMap { try CatalogueRow.rows(of: $0, readings: CatalogueBooks.readings(of: $0)) }
    Terminal.printRaw(CatalogueText(rows: rows, language: language.language).formatted(as: format))
  }
}

/// How the catalogue is written.
enum CatalogueFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown
}

/// What the catalogue lists, in each of its formats.
protocol CatalogueListing {
  var table: String { get }
  var csv: [UInt8] { get }
  var json: JSON { get }
  var markdown: String { get }
}

extension CatalogueListing {
  func formatted(as format: CatalogueFormat) -> [UInt8] {
    switch format {
    case .table: Array((table + "\n").utf8)
    case .csv: csv
    case .json: Array((json.text + "\n").utf8)
    case .markdown: Array((markdown + "\n").utf8)
    }
  }
}
