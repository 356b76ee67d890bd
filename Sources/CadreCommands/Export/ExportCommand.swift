import ArgumentParser
import CadreModel

/// `cadre export`: stored rows as files.
struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "export",
      Label(
        "导出一个城市的全部结果。",
        "Export every result of a city."),
      subcommands: [
        ExportResults.self
      ])
  }
}
