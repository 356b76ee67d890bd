import ArgumentParser
import CadreModel
import Files
import PolicyKit
import Reporting

/// `cadre report`: files for people, from a run.
struct ReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "report",
      Label(
        "生成报告：各市总览、单个城市的明细，或全部。",
        "Write reports: an overview of all cities, one city in detail, or all of them."),
      discussion: Label(
        """
        城市在该日、按当前数据尚未评估时，先评估。报告先写在旁边，最后一并移入：中途停止时旧报告保持完整。同目录的 about.json 说明报告所依据的数据和参数。
        """,
        """
        A city that was not judged yet at the date, on the present data, is judged first. The files of a report are \
        written aside and moved in place at the end: an interrupted report leaves the old one whole. about.json beside \
        them says what they were made from.
        """),
      subcommands: [
        ReportOverview.self, ReportCity.self, ReportAll.self,
      ])
  }
}

/// What a report judges before it is written.
struct JudgementOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Label(
        "即使同样的数据、日期和政策已评估过，也全部重新评估。",
        "Judge again even where the same data, date and policy have been judged.")))
  var afresh = false

  init() {}
}

/// Which cities a report is of.
struct ProvinceOptions: ParsableArguments {
  @Option(
    name: .customLong("province"),
    help: ArgumentHelp(
      Label("只含该省的城市，写两位省代码，如 33。", "Only this province, by its two digits: 33."), value: Label("代码", "code")))
  var code: String?

  init() {}

  /// The province, nil for all.
  /// - Throws: `ArgumentProblem` where no city is of it.
  func known(to library: PolicyLibrary) throws -> String? {
    guard let code, !library.cities.contains(where: { $0.provinceCode == code }) else { return code }
    var known: [String] = []
    for code in library.cities.map(\.provinceCode) where !known.contains(code) { known.append(code) }
    throw ArgumentProblem(
      "没有省代码为“\(code)”的城市；有城市的省：\(known.joined(separator: "、"))",
      "no city of province '\(code)'; there are cities of \(known.joined(separator: ", "))")
  }
}

/// Where the files of a report go.
struct ReportOutputOptions: ParsableArguments {
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(
      Label("写入的目录；没有则创建。", "The folder to write into; made if need be."), value: .folder))
  var folder = "reports"
  @Flag(
    help: ArgumentHelp(
      Label(
        "输出 about.json：评估批次、参数、各文件及其校验值。",
        "Print about.json: runs, parameters and files with their digests.")))
  var json = false

  init() {}

  /// Looks at the place before a server is asked for anything.
  func check() throws { try Destination.checkFolder(folder) }

  /// Says that a city is judged, to who waits.
  func announceJudged(_ city: City, _ language: Language) {
    Terminal.show(language(zh: "\(city.nameChinese)：评估完毕", en: "\(city.nameEnglish): judged"))
  }

  /// Says where the files are, or what they were made from.
  func announce(_ report: WrittenReport, _ language: Language) {
    warn(of: [report], language)
    if json {
      Terminal.print(Self.text(report.about))
    } else {
      say(report, language)
    }
  }

  private func say(_ report: WrittenReport, _ language: Language) {
    Terminal.print(language(zh: "报告已写入 \(report.folder)", en: "The report is in \(report.folder)"))
  }

  /// Each warning once: the overview repeats those of the cities.
  private func warn(of reports: [WrittenReport], _ language: Language) {
    var told: Set<Label> = []
    for warning in reports.flatMap(\.warnings) where told.insert(warning).inserted {
      Terminal.report(language(zh: "提示：", en: "Note: ") + warning.text(in: language))
    }
  }

  /// The same of several reports; what they were made from as one array.
  func announce(_ reports: [WrittenReport], _ language: Language) {
    warn(of: reports, language)
    if json {
      Terminal.print("[\(reports.map { Self.text($0.about) }.joined(separator: ",\n"))]")
    } else {
      for report in reports { say(report, language) }
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
