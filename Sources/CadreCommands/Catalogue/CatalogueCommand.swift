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

  func validate() throws {
    let given = [indicatorOfSQL != nil, city != nil, asOf != nil]
    guard Set(given).count == 1 else {
      throw ArgumentProblem("--sql、--city、--as-of 须同时给出", "--sql, --city and --as-of go together")
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
    let text = CatalogueText(rows: policies.flatMap(CatalogueRow.rows), language: language.language)
    Terminal.printRaw(text.formatted(as: format))
  }
}

/// How the catalogue is written.
enum CatalogueFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, markdown
}
