import ArgumentParser
import CadreModel
import DataContract
import Files
import Messages
import SampleData

/// `cadre sample`: writes an invented city.
struct SampleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "sample",
      SampleHelp.abstract,
      discussion: SampleHelp.discussion)
  }

  @Option(help: ArgumentHelp(SampleHelp.city, value: ValueNames.city))
  var city: String
  @Option(
    help: ArgumentHelp(
      SampleHelp.persons(SampleRequest.fewestPersons, to: SampleRequest.mostPersons), value: ValueNames.count))
  var persons: Int
  @Option(
    help: ArgumentHelp(SampleHelp.seed, value: ValueNames.seed))
  var seed: UInt64 = 1
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(SampleHelp.folder, value: ValueNames.folder))
  var folder: String
  @Option(help: ArgumentHelp(SampleHelp.fromYear, value: ValueNames.year))
  var fromYear = 2019
  @Option(help: ArgumentHelp(SampleHelp.toYear, value: ValueNames.year))
  var toYear = 2025
  @Option(
    help: ArgumentHelp(SampleHelp.trainingPerPerson, value: ValueNames.count))
  var trainingPerPerson = 60
  @Flag(
    help: ArgumentHelp(SampleHelp.chinese))
  var chinese = false
  @Option(help: ArgumentHelp(SampleHelp.encoding, value: ValueNames.encoding))
  var encoding: Dialect.Encoding = .utf8
  @Flag(help: ArgumentHelp(SampleHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try Destination.checkFolder(folder)
    // A delivery that lies there may be a real one.
    if let present = Table.all.map({ $0.name.rawValue + ".csv" }).first(where: { FileStatus(folder + "/" + $0) != nil }) {
      throw ArgumentProblem(SampleMessages.folderHolds(folder, present))
    }
    guard fromYear <= toYear else { throw SampleError.wrongYears(from: fromYear, to: toYear) }
    let request = SampleRequest(
      city: try configuration.library().sampleCity(called: city), persons: persons, seed: seed, years: fromYear...toYear,
      trainingPerPerson: trainingPerPerson,
      dialect: Dialect(headings: chinese ? .chinese : .english, encoding: encoding))
    let progress = SampleProgress(persons: persons, language: language.language)
    let summary = try request.write(into: folder) { progress.show(done: $0) }
    progress.clear()
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
    for item in summary.tables {
      Terminal.print("\(item.table.rawValue)\t\(item.rows)")
    }
    let written = SampleMessages.written(tables: summary.tables.count, rows: summary.rows, to: summary.folder)
    Terminal.print(written.text(in: language.language))
  }
}
