public import CadreModel
import DataContract
import Files
import Messages
import Results

extension Overview {
  private static let files = ["overview.csv", "overview_domains.csv", "overview.html", About.fileName]

  /// What an overview of that date and province is, beside other reports.
  static func subject(asOf: Day, province: String?) -> ReportSubject {
    ReportSubject(report: "overview", asOf: asOf, scope: province, files: files)
  }

  /// Looks whether an overview can be written into a folder, before anything is done.
  ///
  /// - Throws: `DestinationError`.
  public static func check(_ folder: String, asOf: Day, province: String?) throws {
    _ = try ReportPlace(of: subject(asOf: asOf, province: province), in: "", below: folder)
  }

  /// Writes `overview.csv`, `overview_domains.csv`, `overview.html` and `about.json` into a folder, all or none; into a
  /// sub-folder of it named after the date where another overview lies there.
  ///
  /// - Throws: `DestinationError`, `OutputError`.
  @discardableResult
  public func write(to folder: String, language: Language) throws -> WrittenReport {
    try write(to: ReportPlace(of: Self.subject(asOf: asOf, province: province), in: "", below: folder), language: language)
  }

  func write(to place: ReportPlace, language: Language) throws -> WrittenReport {
    let draft = try ReportDraft(place: place)
    var indicators = indicatorTable(language)
    try draft.add("overview.csv", indicators.take(), rows: indicators.rows)
    var domains = domainTable(language)
    try draft.add("overview_domains.csv", domains.take(), rows: domains.rows)
    try draft.add("overview.html", OverviewPage(overview: self, language: language).html.bytes, rows: nil)
    return try draft.publish(
      about: About(
        of: Self.subject(asOf: asOf, province: province), language: language, province: province, cities: cities,
        notInEffect: notInEffect),
      warnings: cities.flatMap(\.namedWarnings))
  }

  func indicatorTable(_ language: Language) -> CSVTable {
    var table = CSVTable(IndicatorColumns.headings, language: language)
    for city in cities {
      for figures in city.indicators {
        table.append(IndicatorColumns.cells(figures, of: city, language: language))
      }
    }
    return table
  }

  func domainTable(_ language: Language) -> CSVTable {
    let headings =
      [
        ColumnHeadings.provinceCode, ColumnHeadings.province, ColumnHeadings.city, ColumnHeadings.domain,
        ColumnHeadings.missingTables,
      ] + IndicatorColumns.counts + IndicatorColumns.rates + [ColumnHeadings.rank]
    var table = CSVTable(headings, language: language)
    for standing in standings {
      let figures = standing.figures
      table.append(
        IndicatorColumns.place(standing.city, language: language)
          + [
            figures.domain.name(in: language),
            language == .chinese
              ? MissingTables.names(of: figures.missingTables, in: language)
              : figures.missingTables.map(\.rawValue).joined(separator: ";"),
          ]
          + IndicatorColumns.cells(figures.tally)
          + [
            IndicatorColumns.cell(figures.compliance), IndicatorColumns.cell(figures.completion),
            standing.rank.map(String.init) ?? "",
          ])
    }
    return table
  }
}
