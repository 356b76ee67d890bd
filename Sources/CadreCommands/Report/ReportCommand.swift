import ArgumentParser
import CadreModel
import PolicyKit
import Reporting

/// `cadre report`: files for people, from a run.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write reports: an overview of all cities, one city in detail, or all of them.",
    discussion: """
      A city that was not judged yet at the date, on the present data, is judged first. The files of a report are \
      written aside and moved in place at the end: an interrupted report leaves the old one whole. about.json beside \
      them says what they were made from.
      """,
    subcommands: [ReportOverview.self, ReportCity.self, ReportAll.self])
}

/// What a report judges before it is written.
struct JudgementOptions: ParsableArguments {
  @Flag(help: "Judge again even where the same data, date and policy have been judged.")
  var afresh = false

  init() {}
}

/// Which cities a report is of.
struct ProvinceOptions: ParsableArguments {
  @Option(name: .customLong("province"), help: ArgumentHelp("Only this province, by its two digits: 33.", valueName: "code"))
  var code: String?

  init() {}

  /// The province, nil for all.
  /// - Throws: `ValidationError` where no city is of it.
  func known(to library: PolicyLibrary) throws -> String? {
    guard let code, !library.cities.contains(where: { $0.provinceCode == code }) else { return code }
    var known: [String] = []
    for code in library.cities.map(\.provinceCode) where !known.contains(code) { known.append(code) }
    throw ValidationError("no city of province '\(code)'; there are cities of \(known.joined(separator: ", "))")
  }
}

/// Where the files of a report go.
struct ReportOutputOptions: ParsableArguments {
  @Option(name: .customLong("out"), help: ArgumentHelp("The folder to write into; made if need be.", valueName: "dir"))
  var folder = "reports"
  @Flag(help: "Print about.json: runs, parameters and files with their digests.")
  var json = false

  init() {}

  /// Says that a city is judged, to who waits.
  func announceJudged(_ city: City, _ language: Language) {
    Terminal.show(language(zh: "\(city.nameChinese)：评价完毕", en: "\(city.nameEnglish): judged"))
  }

  /// Says where the files are, or what they were made from.
  func announce(_ folder: String, about: [UInt8], _ language: Language) {
    if json {
      Terminal.print(Self.text(about))
    } else {
      Terminal.print(language(zh: "报告已写入 \(folder)", en: "The report is in \(folder)"))
    }
  }

  /// The same of several reports; what they were made from as one array.
  func announce(_ reports: [AllReportsMaker.Written], _ language: Language) {
    if json {
      Terminal.print("[\(reports.map { Self.text($0.about) }.joined(separator: ",\n"))]")
    } else {
      for report in reports { announce(report.folder, about: report.about, language) }
    }
  }

  private static func text(_ about: [UInt8]) -> String {
    String(decoding: about, as: UTF8.self).trimmingSuffix("\n")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
