import ArgumentParser
import CadreModel
import DataContract
import Files
import SampleData

/// `cadre sample`: writes an invented city.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write the files of an invented city, to try the program with.",
    discussion: """
      One CSV file for each of the 38 tables, valid under the data contract, with met and broken duties of every kind. \
      The same city, size, seed and options give the same bytes. Import the folder with `cadre import`.
      """)

  @Option(help: ArgumentHelp("quzhou, shaoxing, jingxian or kunming.", valueName: "city"))
  var city: String
  @Option(help: ArgumentHelp("How many persons, at least \(SampleRequest.fewestPersons).", valueName: "n"))
  var persons: Int
  @Option(help: ArgumentHelp("Any number: another one makes another city.", valueName: "s"))
  var seed: UInt64 = 1
  @Option(
    name: .customLong("out"), help: ArgumentHelp("The folder to write to, made if it is missing.", valueName: "dir"))
  var folder: String
  @Option(help: ArgumentHelp("The first year told in full.", valueName: "year"))
  var fromYear = 2019
  @Option(help: ArgumentHelp("The last year.", valueName: "year"))
  var toYear = 2025
  @Option(help: ArgumentHelp("About how many training records a person has over all the years.", valueName: "n"))
  var trainingPerPerson = 60
  @Flag(help: "Chinese headings, labels and dates, as a Chinese spreadsheet program would save them.")
  var chinese = false
  @Option(help: "The encoding of the files: utf8 or gb18030.")
  var encoding: Dialect.Encoding = .utf8
  @Flag(help: "Print the numbers of rows as JSON.")
  var json = false
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try Destination.checkFolder(folder)
    guard fromYear <= toYear else { throw SampleError.wrongYears(from: fromYear, to: toYear) }
    let request = SampleRequest(
      city: try .named(city), persons: persons, seed: seed, years: fromYear...toYear,
      trainingPerPerson: trainingPerPerson,
      dialect: Dialect(headings: chinese ? .chinese : .english, encoding: encoding))
    var progress = SampleProgress(persons: persons, language: language.language)
    let summary = try request.write(into: folder) { progress.show(done: $0) }
    if json { printJSON(summary) } else { print(summary) }
  }

  private func printJSON(_ summary: SampleSummary) {
    let tables = summary.tables.map { ($0.table.rawValue, JSON.number(String($0.rows))) }
    Terminal.print(
      JSON.object([
        ("folder", .string(summary.folder)), ("city", .string(city)), ("persons", .number(String(persons))),
        ("rows", .number(String(summary.rows))), ("tables", .object(tables)),
      ]).text)
  }

  private func print(_ summary: SampleSummary) {
    let language = language.language
    for item in summary.tables {
      Terminal.print("\(item.table.rawValue)\t\(item.rows)")
    }
    Terminal.print(
      language(
        zh: "已写入 \(summary.tables.count) 张表、\(summary.rows) 行：\(summary.folder)",
        en: "\(summary.tables.count) tables, \(summary.rows) rows written to \(summary.folder)"))
  }
}
