import ArgumentParser
import Intake
import Messages
import Spreadsheet

/// `cadre check`: checks a city's delivery and stores nothing.
struct CheckCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "check",
      CheckHelp.abstract,
      discussion: CheckHelp.discussion)
  }

  @OptionGroup var delivery: DeliveryArguments
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(CheckHelp.returns, value: ValueNames.folder))
  var returns: String?
  @Option(
    help: ArgumentHelp(ImportHelp.encoding, value: ValueNames.encoding))
  var encoding: TextEncoding?
  @Option(
    help: ArgumentHelp(ImportHelp.findings, value: ValueNames.file))
  var findings: String?
  @Option(name: .customLong("fill"), help: ArgumentHelp(ImportHelp.fills, value: ValueNames.fill))
  var fills: [FieldFill] = []
  @Option(help: ArgumentHelp(ImportHelp.complete, value: ValueNames.tables))
  var complete: TableList?
  @OptionGroup var options: DeliveryOptions

  func run() async throws {
    let run = ImportRun(
      delivery: delivery, encoding: encoding, quarantine: nil, findings: findings, returns: returns, fills: fills,
      complete: complete?.tables ?? [], isDryRun: true, shown: options)
    try await run.run()
  }
}
