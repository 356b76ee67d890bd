import ArgumentParser
import CadreModel
import DataContract
import Files
import Glibc
import SampleData

/// `cadre sample`: writes an invented city.
struct SampleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "sample",
      Label(
        "生成一个虚构城市的报送文件，用于试用。",
        "Write the files of an invented city, to try the program with."),
      discussion: Label(
        """
        每张表一个 CSV 文件，符合报送要求，各类义务有达标的也有未达标的。城市、人数、种子和选项相同，则内容逐字节相同。生成后用 cadre import 导入该目录。
        """,
        """
        One CSV file for each table, valid under the data contract, with met and broken duties of every kind. \
        The same city, size, seed and options give the same bytes. Import the folder with `cadre import`.
        """))
  }

  @Option(help: ArgumentHelp(Label("仿照哪个城市，如 quzhou 或 衢州。", "The city that it is like, such as quzhou."), value: .city))
  var city: String
  @Option(
    help: ArgumentHelp(
      Label(
        "人数，\(SampleRequest.fewestPersons) 至 \(SampleRequest.mostPersons)。",
        "How many persons, \(SampleRequest.fewestPersons) to \(SampleRequest.mostPersons)."), value: .count))
  var persons: Int
  @Option(
    help: ArgumentHelp(
      Label("种子，任一非负整数：不同的数得到不同的城市。", "Any whole number: another one makes another city."), value: Label("种子", "seed")))
  var seed: UInt64 = 1
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(Label("写入的目录；没有则创建。", "The folder to write to, made if it is missing."), value: .folder))
  var folder: String
  @Option(help: ArgumentHelp(Label("起始年份，整数。", "The first year told in full, a whole number."), value: .year))
  var fromYear = 2019
  @Option(help: ArgumentHelp(Label("终止年份，整数。", "The last year, a whole number."), value: .year))
  var toYear = 2025
  @Option(
    help: ArgumentHelp(
      Label(
        "每人各年合计约有多少条培训记录，1 至 1000。",
        "About how many training records a person has over all the years, 1 to 1000."), value: .count))
  var trainingPerPerson = 60
  @Flag(
    help: ArgumentHelp(
      Label(
        "列名、代码和日期写成中文，如同中文表格软件所存。",
        "Chinese headings, labels and dates, as a Chinese spreadsheet program would save them.")))
  var chinese = false
  @Option(help: ArgumentHelp(Label("文件的编码。", "The encoding of the files."), value: Label("编码", "encoding")))
  var encoding: Dialect.Encoding = .utf8
  @Flag(help: ArgumentHelp(Label("以 JSON 输出各表行数。", "Print the numbers of rows as JSON.")))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try Destination.checkFolder(folder)
    // A delivery that lies there may be a real one.
    if let present = Table.all.map({ $0.name.rawValue + ".csv" }).first(where: { isThere(folder + "/" + $0) }) {
      throw ArgumentProblem(
        "\(folder) 中已有 \(present)，不会覆盖：请另选空目录", "\(folder) holds \(present), which is not replaced: choose an empty folder")
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

  private func isThere(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
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
