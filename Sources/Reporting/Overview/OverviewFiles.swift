public import Audit
public import CadreModel
import Files
public import PostgresClient
import Results

extension Overview {
  /// What an overview of that date and province is, beside other reports.
  static func subject(asOf: Day, province: String?, _ forms: ReportForms) -> ReportSubject {
    ReportSubject(
      report: "overview", asOf: asOf, scope: province,
      files: forms.files(
        tables: ["overview.csv", "overview_domains.csv", TrendTable.file], workbook: "overview", page: "overview"))
  }

  /// Looks whether an overview can be written into a folder, before anything is done.
  ///
  /// - Throws: `DestinationError`.
  public static func check(_ folder: String, asOf: Day, province: String?, _ forms: ReportForms = .standard) throws {
    _ = try ReportPlace(of: subject(asOf: asOf, province: province, forms), in: "", below: folder)
  }

  /// Writes `overview.csv`, `overview_domains.csv` and `trend.csv`, `overview.xlsx`, `overview.html`, `overview.pdf`, those that are asked
  /// for, and `about.json` into a folder, all or none; into a sub-folder of it named after the date where another overview
  /// lies there. A page that cannot be printed holds up none of the others: the report says why.
  ///
  /// - Parameter author: who the log says hands it out.
  /// - Throws: `AuditError.notAppended`, and nothing is handed out; `DestinationError`, `OutputError`, `WorkbookWritingError`.
  @discardableResult
  public func write(
    to folder: String, language: Language, _ forms: ReportForms = .standard, by author: AuditAuthor,
    on connection: PostgresConnection
  ) async throws -> WrittenReport {
    try await finish(below: folder, language: language, forms).handOut(by: author, on: connection)
  }

  /// Writes the files, and hands nothing out yet.
  func finish(below folder: String, language: Language, _ forms: ReportForms = .standard) async throws -> FinishedReport {
    let subject = Self.subject(asOf: asOf, province: province, forms)
    return try await finish(at: ReportPlace(of: subject, in: "", below: folder), language: language, forms)
  }

  func finish(at place: ReportPlace, language: Language, _ forms: ReportForms) async throws -> FinishedReport {
    let draft = try ReportDraft(place: place)
    var indicators = indicatorTable(language)
    try draft.add("overview.csv", indicators.take(), rows: indicators.rows)
    var domains = domainTable(language)
    try draft.add("overview_domains.csv", domains.take(), rows: domains.rows)
    var trend = TrendTable.table(trends, TrendLevel.usual, language)
    try draft.add(TrendTable.file, trend.take(), rows: trend.rows)
    let page = PrintedPage(
      name: "overview", html: OverviewPage(overview: self, language: language, stamp: forms.stamp).html,
      header: PageHeader(unit: self.place, asOf: asOf, stamp: forms.stamp), language: language)
    let unprinted = try await draft.add(page, in: forms) { room in
      try OverviewWorkbook(overview: self, language: language, stamp: forms.stamp)
        .write(to: "\(room.path)/overview.xlsx", folder: room.path)
    }
    return try draft.finish(
      about: About(
        of: Self.subject(asOf: asOf, province: province, forms), language: language, province: province, cities: cities,
        notInEffect: notInEffect, trends: trends, publication: forms.stamp), cities: cities.map(\.city),
      warnings: cities.flatMap(\.namedWarnings), unprinted: unprinted)
  }

  func indicatorTable(_ language: Language) -> CSVTable {
    var table = CSVTable(IndicatorColumns.columns, language: language)
    for city in cities {
      for figures in city.indicators {
        table.append(IndicatorColumns.cells(figures, of: city, language: language))
      }
    }
    return table
  }

  func domainTable(_ language: Language) -> CSVTable {
    var table = CSVTable(Self.domainColumns, language: language)
    for standing in standings {
      table.append(
        IndicatorColumns.place(standing.city, language: language) + DomainColumns.cells(standing.figures, language: language)
          + [standing.rank.map(String.init) ?? ""])
    }
    return table
  }
}
