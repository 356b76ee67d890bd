import Access
import ArgumentParser
import Audit
import CadreModel
import Files
import Messages
import PolicyKit
import PostgresClient
import Quality
import Reporting

/// `cadre quality`: what is doubtful in a city's data.
struct QualityCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("quality", QualityHelp.abstract, discussion: QualityHelp.discussion)
  }

  @Option(help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @Option(
    name: .customLong("as-of"), help: ArgumentHelp(QualityHelp.asOf, value: ValueNames.date), transform: Day.init(argument:))
  var day: Day?
  @Option(name: .customLong("out"), help: ArgumentHelp(QualityHelp.out, value: ValueNames.folder))
  var folder: String?
  @Flag(help: ArgumentHelp(QualityHelp.json))
  var json = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    if let folder { try Destination.checkFolder(folder) }
    let library = try configuration.library()
    let lang = language.language
    let asOf = day ?? .today
    let maker = QualityReportMaker(try library.judged(city: city, policy: nil, asOf: asOf), asOf: asOf)
    let folder = folder
    let (report, written) = try await database.withConnection(library, configuration, lang, needing: .reading([maker.city.city]))
    {
      connection -> (QualityReport, WrittenReport?) in
      let author = Operator.author(of: "quality")
      guard let folder else { return (try await maker.report(by: author, on: connection), nil) }
      return try await maker.write(to: folder, language: lang, by: author, on: connection)
    }
    let text = QualityText(report: report)
    if json {
      Terminal.print(text.json(in: lang).text)
    } else {
      Terminal.print(text.text(in: lang))
      if let written { Terminal.print(QualityMessages.written(to: written.folder).text(in: lang)) }
    }
  }
}
