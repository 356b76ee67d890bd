import ArgumentParser
import CadreModel

/// `cadre report`: files for people, from a run.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write reports: an overview of all cities, or one city in detail.",
    discussion: """
      A city that was not judged yet at the date, on the present data, is judged first. The files of a report are \
      written aside and moved in place at the end: an interrupted report leaves the old one whole. about.json beside \
      them says what they were made from.
      """,
    subcommands: [ReportOverview.self, ReportCity.self])
}

/// What a report judges before it is written.
struct JudgementOptions: ParsableArguments {
  @Flag(help: "Judge again even where the same data, date and policy have been judged.")
  var afresh = false

  init() {}
}

/// Where the files of a report go.
struct ReportOutputOptions: ParsableArguments {
  @Option(name: .customLong("out"), help: ArgumentHelp("The folder to write into; made if need be.", valueName: "dir"))
  var folder = "reports"
  @Flag(help: "Print about.json: runs, parameters and files with their digests.")
  var json = false

  init() {}

  /// Says where the files are, or what they were made from.
  func announce(_ folder: String, about: [UInt8], _ language: Language) {
    if json {
      Terminal.print(String(decoding: about, as: UTF8.self).trimmingSuffix("\n"))
    } else {
      Terminal.print(language(zh: "报告已写入 \(folder)", en: "The report is in \(folder)"))
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
