public import PolicyKit
import Publications

/// What a report is written as.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// Each table a file.
  case csv
  /// All tables in one workbook.
  case xlsx
  /// The page to look at in a browser.
  case html
  /// The same page on paper.
  case pdf
}

/// In which formats a report is written, and what these need beside the figures.
public struct ReportForms: Sendable {
  public let formats: Set<ReportFormat>
  /// Whether a city's data are looked through for what is doubtful, too, and a page and a table of it written. Over many
  /// records that takes longer than all the rest.
  public var withQuality = false
  /// What the pages carry of the publication that the report is; nil for one that is not published.
  var stamp: PublicationStamp?
  /// Where a browser is looked for that prints pages.
  let environment: [String: String]
  /// How we read a policy: what a workbook explains its indicators by.
  let readings: @Sendable (Policy) throws -> Readings?

  /// Tables as CSV, and the page.
  public static let standard = ReportForms([.csv, .html])

  public init(
    _ formats: Set<ReportFormat>, environment: [String: String] = [:],
    readings: @escaping @Sendable (Policy) throws -> Readings? = { _ in nil }
  ) {
    self.formats = formats
    self.environment = environment
    self.readings = readings
  }

  /// The names of a report's files.
  ///
  /// - Parameters:
  ///   - tables: the names of its CSV files.
  ///   - workbook: the workbook's name, without its ending.
  ///   - page: the page's name, without its ending.
  func files(tables: [String], workbook: String, page: String) -> [String] {
    (formats.contains(.csv) ? tables : [])
      + (formats.contains(.html) ? ["\(page).html"] : [])
      + (formats.contains(.xlsx) ? ["\(workbook).xlsx"] : [])
      + (formats.contains(.pdf) ? ["\(page).pdf"] : [])
      + [About.fileName]
  }
}
