public import Audit
public import CadreModel
public import Files
import Messages
public import PolicyKit
public import PostgresClient
public import Results
import Workbook

/// Makes the forecast of what becomes of open duties, from what cities were judged to be on the days that it is made from.
public struct ForecastMaker: Sendable {
  public let cities: [CityUnderPolicy]
  public let dates: ForecastDates
  private let language: Language
  private let forms: ReportForms
  private let subject: ReportSubject
  private let place: ReportPlace

  /// The forecast goes into `forecast` below a folder; into a sub-folder of it where another one lies there.
  ///
  /// - Parameter named: whether these cities alone were asked for; a forecast of all is another.
  /// - Throws: `DestinationError`, before anything is done.
  public init(
    _ cities: [CityUnderPolicy], _ dates: ForecastDates, named: Bool, language: Language, to folder: String,
    _ forms: ReportForms = .standard
  ) throws(DestinationError) {
    (self.cities, self.dates, self.language, self.forms) = (cities, dates, language, forms)
    let scope = (named ? cities.map(\.city.code) : []) + ["to", dates.end.description]
    subject = ReportSubject(
      report: "forecast", asOf: dates.asOf, scope: scope.joined(separator: "-"),
      files: forms.files(tables: ForecastTables.all, workbook: "forecast", page: "forecast"))
    place = try ReportPlace(of: subject, in: "forecast", below: folder)
  }

  /// Writes `forecast.csv` and `forecast_units.csv`, `forecast.xlsx`, `forecast.html`, `forecast.pdf`, those that are asked for, and
  /// `about.json`.
  ///
  /// - Parameter author: who the log says hands it out.
  /// - Throws: `AuditError.notAppended`, `ResultsError.replaced`, `OutputError`, `WorkbookWritingError`, `PostgresError`.
  public nonisolated(nonsending) func write(
    _ runs: [ForecastRuns], by author: AuditAuthor, on pool: ConnectionPool
  ) async throws -> WrittenReport {
    var forecasts: [CityForecast] = []
    for city in runs {
      forecasts.append(try await pool.withConnection { try await ForecastReader(city, connection: $0).forecast() })
    }
    let draft = try ReportDraft(place: place)
    var duties = CSVTable(ForecastTables.dutyColumns, language: language)
    var units = CSVTable(ForecastTables.unitColumns, language: language)
    for forecast in forecasts {
      for entry in forecast.duties { duties.append(ForecastTables.cells(entry, of: forecast, language)) }
      for entry in forecast.units { units.append(ForecastTables.cells(entry, of: forecast.figures.city, language)) }
    }
    try draft.add(ForecastTables.duties, duties.take(), rows: duties.rows)
    try draft.add(ForecastTables.units, units.take(), rows: units.rows)
    let page = PrintedPage(
      name: "forecast", html: ForecastPage(forecasts: forecasts, dates: dates, parts: PageParts(language: language)).html,
      header: header, language: language)
    let unprinted = try await draft.add(page, in: forms) { try writeWorkbook(forecasts, in: $0) }
    let figures = forecasts.map(\.figures)
    let finished = try draft.finish(
      about: About(
        of: subject, language: language, cities: figures, notInEffect: cities.filter { !$0.isInForce(on: dates.asOf) },
        alsoOf: runs.flatMap(\.others)),
      cities: figures.map(\.city),
      warnings: figures.flatMap(\.namedWarnings) + forecasts.flatMap(ForecastPage.notes), unprinted: unprinted)
    return try await pool.withConnection { try await finished.handOut(by: author, on: $0) }
  }

  private var header: PageHeader {
    PageHeader(unit: cities.map(\.city.label).joined(by: Punctuation.listSeparator), asOf: dates.asOf)
  }

  private func writeWorkbook(_ forecasts: [CityForecast], in room: DraftFolder) throws {
    let book = try ReportWorkbook(
      path: "\(room.path)/forecast.xlsx", folder: room.path, title: ForecastMessages.title.text(in: language), header: header,
      language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let duties = try book.addSheet(book.name(ForecastMessages.title), ForecastTables.dutyColumns, frozenColumns: 6)
    try book.write(
      TableFile(path: "\(room.path)/\(ForecastTables.duties)", columns: ForecastTables.dutyColumns, language: language),
      into: duties)
    let units = try book.addSheets(book.name(ForecastMessages.units), ForecastTables.unitColumns, frozenColumns: 5)
    try book.write(
      TableFile(path: "\(room.path)/\(ForecastTables.units)", columns: ForecastTables.unitColumns, language: language),
      into: units)
    let figures = forecasts.map(\.figures)
    var contents = Cover(ForecastMessages.title)
    contents.add(ReportWorkbookMessages.unit, header.unit.text(in: language))
    contents.add(ReportWorkbookMessages.asOf, dates.asOf)
    contents.add(ForecastMessages.horizonDay, dates.end)
    contents.add(ReportWorkbookMessages.newestData, figures.compactMap(\.newestFact).max())
    contents.addContents(of: [duties] + units.sheets)
    contents.add(
      ReportWorkbookMessages.warnings,
      sentences: ([ForecastMessages.reading] + figures.flatMap(\.namedWarnings) + forecasts.flatMap(ForecastPage.notes))
        .map { $0.text(in: language) })
    for city in figures { contents.addRun(of: city, language) }
    contents.addMissingTables(of: figures, language)
    try contents.write(to: cover, language)
    _ = try book.writer.close()
  }
}
