import ArgumentParser
import CadreModel
import Evaluation
import PolicyKit

/// `cadre catalogue`: what is judged, by which clause, under which numbers.
struct CatalogueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "catalogue",
      Label(
        "列出各项政策的条款、指标、判定方式和参数。",
        "List every article of the policies, its indicators, how each is judged and under which parameters."),
      discussion: Label(
        """
        文件写明的数值为“明文规定”，文件未写明的为“系统假定”；两者都在 config/policies/*.yaml 中，注明从何日起适用。
        """,
        """
        A number that the policy prints is stated; one that it leaves open is assumed. Both stand in \
        config/policies/*.yaml with the date from which they hold.
        """))
  }

  @Option(help: ArgumentHelp(Label("只列一项政策，如 quzhou 或 衢州。", "One policy only, such as quzhou."), value: .policy))
  var policy: String?
  @Option(help: ArgumentHelp(Label("输出格式。", "How it is written."), value: Label("格式", "format")))
  var format: CatalogueFormat = .table
  @Option(
    name: .customLong("sql"),
    help: ArgumentHelp(
      Label(
        "打印判定某项指标的 SQL，与 --city、--as-of 同用。",
        "Print an indicator's SQL; with --city and --as-of."), value: Label("指标", "indicator")))
  var indicatorOfSQL: String?
  @Option(help: ArgumentHelp(Label("SQL 评估哪个城市。", "The city that the SQL judges."), value: .city))
  var city: String?
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(Label("SQL 评估截至哪一日（含当日）。", "The date the SQL judges at, the end of that day."), value: .date),
    transform: Day.init(argument:))
  var asOf: Day?
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var language: LanguageOptions

  @Flag(
    help: ArgumentHelp(
      Label("列出各项指标要用哪些表的哪些列，哪些必须报送。", "List which columns of which tables each indicator needs, and what must be handed in.")))
  var needs = false
  @Flag(
    help: ArgumentHelp(
      Label("逐条列出文件的各项要求，以及由哪些指标判定。", "List what the texts ask, duty by duty, and by which indicators it is judged.")))
  var coverage = false

  func validate() throws {
    let given = [indicatorOfSQL != nil, city != nil, asOf != nil]
    guard Set(given).count == 1 else {
      throw ArgumentProblem("--sql、--city、--as-of 须同时给出", "--sql, --city and --as-of go together")
    }
    guard [indicatorOfSQL != nil, needs, coverage].count(where: { $0 }) <= 1 else {
      throw ArgumentProblem("--sql、--needs、--coverage 一次只能用一个", "use one of --sql, --needs and --coverage at a time")
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
