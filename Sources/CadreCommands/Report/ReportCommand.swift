import ArgumentParser
import CadreModel
import Files
import FoundationEssentials
import Messages
import PolicyKit
import Printing
import Reporting
import Results

/// `cadre report`: files for people, from a run.
struct ReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "report",
      ReportHelp.abstract,
      discussion: ReportHelp.discussion,
      subcommands: [
        ReportOverview.self, ReportCity.self, ReportAll.self, ReportComparison.self, ReportWorkList.self,
        ReportCalendar.self, ReportBrief.self, ReportForecast.self,
      ])
  }
}

/// What a report judges before it is written.
struct JudgementOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(OptionHelp.afresh))
  var afresh = false

  init() {}
}

/// Over how many months a report's trends go.
struct MonthsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(OptionHelp.months, value: ValueNames.count))
  var months: Int?

  init() {}

  /// The dates of the trend.
  /// - Throws: `ArgumentProblem` for none or too many months.
  func dates(upTo asOf: Day) throws -> TrendDates {
    let months = months ?? TrendDates.usualMonths
    guard (1...TrendDates.mostMonths).contains(months) else {
      throw ArgumentProblem(ReportCommandMessages.monthsOutOfRange(most: TrendDates.mostMonths))
    }
    return TrendDates(upTo: asOf, months: months)
  }

  /// What is judged for the trend: nothing where nobody asked for it, for that takes as long as so many reports.
  func judged(upTo asOf: Day) throws -> [Day] {
    months == nil ? [] : try dates(upTo: asOf).judged
  }
}

/// Which cities a report is of.
struct ProvinceOptions: ParsableArguments {
  @Option(
    name: .customLong("province"),
    help: ArgumentHelp(ReportHelp.province, value: ValueNames.code))
  var code: String?

  init() {}

  /// The province, nil for all.
  /// - Throws: `ArgumentProblem` where no city is of it.
  func known(to library: PolicyLibrary) throws -> String? {
    guard let code, !library.cities.contains(where: { $0.provinceCode == code }) else { return code }
    var known: [String] = []
    for code in library.cities.map(\.provinceCode) where !known.contains(code) { known.append(code) }
    throw ArgumentProblem(ReportCommandMessages.noCityOfProvince(code, known: known))
  }
}

/// Where the files of a report go.
struct ReportOutputOptions: ParsableArguments {
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(ReportHelp.folder, value: ValueNames.folder))
  var folder = "reports"
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(ReportHelp.formats, value: ValueNames.format))
  var lists: [FormatList<ReportFormat>] = []
  @Flag(
    help: ArgumentHelp(ReportHelp.json))
  var json = false

  init() {}

  /// In which formats, and what these need beside the figures.
  var forms: ReportForms {
    ReportForms(
      lists.isEmpty ? ReportForms.standard.formats : Set(lists.flatMap(\.formats)),
      environment: ProcessInfo.processInfo.environment,
      readings: { try CatalogueBooks.readings(of: $0) })
  }

  /// Looks at the place before a server is asked for anything; and whether pages can be printed, where nothing else is asked
  /// for.
  func check() throws {
    try Destination.checkFolder(folder)
    if forms.formats == [.pdf] { _ = try Browser.find(in: ProcessInfo.processInfo.environment) }
  }

  /// Says that a city is judged, to who waits.
  func announceJudged(_ city: City, _ language: Language) {
    Terminal.show(ReportCommandMessages.judged(city).text(in: language))
  }

  /// Says where the files are, or what they were made from.
  ///
  /// - Throws: `ExitCode` where a page was not printed, after saying so.
  func announce(_ report: WrittenReport, _ language: Language) throws {
    warn(of: [report], language)
    if json {
      Terminal.print(Self.text(report.about))
    } else {
      say(report, language)
    }
    try tellUnprinted([report], language)
  }

  private func say(_ report: WrittenReport, _ language: Language) {
    Terminal.print(ReportCommandMessages.written(report.folder).text(in: language))
  }

  /// Each warning once: the overview repeats those of the cities.
  private func warn(of reports: [WrittenReport], _ language: Language) {
    var told: Set<Label> = []
    for warning in reports.flatMap(\.warnings) where told.insert(warning).inserted {
      Terminal.report(ReportCommandMessages.note(warning).text(in: language))
    }
  }

  /// The same of several reports; what they were made from as one array.
  func announce(_ reports: [WrittenReport], _ language: Language) throws {
    warn(of: reports, language)
    if json {
      Terminal.print("[\(reports.map { Self.text($0.about) }.joined(separator: ",\n"))]")
    } else {
      for report in reports { say(report, language) }
    }
    try tellUnprinted(reports, language)
  }

  /// All else was written; who asked for paper must not take it for done.
  private func tellUnprinted(_ reports: [WrittenReport], _ language: Language) throws {
    var told: Set<Label> = []
    for reason in reports.compactMap(\.unprinted?.reason) where told.insert(reason).inserted {
      Terminal.report(ReportCommandMessages.note(reason).text(in: language))
    }
    guard told.isEmpty else { throw ExitCode(ExitStatus.rejected.rawValue) }
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
