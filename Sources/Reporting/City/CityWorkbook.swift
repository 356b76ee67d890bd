import CadreModel
import Messages
import PolicyKit
import Publications
import Results
import Workbook

/// The workbook of a city's report: its files as sheets, with links from a figure to its rows, and from a row to what
/// explains its indicator. Its cells are those of the files, which lie in the report's draft.
struct CityWorkbook {
  let figures: CityFigures
  let readings: Readings?
  /// The city at this and at earlier dates.
  let trend: [TrendPoint]
  let language: Language
  /// Of a report that is published.
  var stamp: PublicationStamp?
  /// How many rows a sheet takes, with its headings.
  var rowLimit = SheetLimits.rows

  /// - Parameter folder: where the files lie and the workbook is written.
  func write(to path: String, folder: String) throws {
    let title = DashboardMessages.title(figures.city)
    let book = try ReportWorkbook(
      path: path, folder: folder, title: title.text(in: language),
      header: PageHeader(unit: figures.city.label, asOf: figures.run.asOf, stamp: stamp), language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let domains = try writeDomains(in: book)
    let trend = try writeTrend(in: book)
    let indicators = try book.addSheet(book.name(ReportWorkbookMessages.indicators), CityTables.summary, frozenColumns: 6)
    let statistics = try book.addSheet(book.name(ReportWorkbookMessages.statistics), CityTables.statistics)
    try book.write(file("statistics.csv", CityTables.statistics, in: folder), into: statistics)
    let links = IndicatorLinks(
      figures: figures, indicators: indicators.name, explanations: book.name(ReportWorkbookMessages.explanations))
    let exceptions = try writeExceptions(links, in: book, folder)
    let due = try book.addSheets(book.name(ReportWorkbookMessages.due), CityTables.results, rowLimit: rowLimit)
    try book.write(file("due.csv", CityTables.results, in: folder), into: due) { links.explain(&$0, CityTables.results) }
    let units = try book.addSheets(book.name(ReportWorkbookMessages.units), UnitsFile.columns, rowLimit: rowLimit)
    try book.write(file("units.csv", UnitsFile.columns, in: folder), into: units)
    let explanations = try writeExplanations(links, in: book)
    try book.write(file("summary.csv", CityTables.summary, in: folder), into: indicators) { row in
      links.leadToRows(&row, CityTables.summary, exceptions.firstRows)
      links.explain(&row, CityTables.summary)
    }
    let sheets =
      [domains, trend, indicators, statistics].compactMap(\.self) + exceptions.series.sheets + due.sheets + units.sheets
      + [explanations]
    try self.cover(title, sheets: sheets, notes: notes(exceptions.series, due, units), in: book)
      .write(to: cover, language)
    _ = try book.writer.close()
  }

  private func file(_ name: String, _ columns: [TableColumn], in folder: String) -> TableFile {
    TableFile(path: "\(folder)/\(name)", columns: columns, language: language)
  }

  private func writeDomains(in book: ReportWorkbook) throws -> SheetWriter {
    let sheet = try book.addSheet(book.name(ReportWorkbookMessages.domains), DomainColumns.columns, frozenColumns: 1)
    for domain in figures.domains {
      try sheet.append(book.row(DomainColumns.cells(domain, language: language), DomainColumns.columns))
    }
    guard let rate = DomainColumns.columns.firstIndex(where: { $0.heading == ColumnHeadings.complianceRate }),
      sheet.rowCount > 1
    else { return sheet }
    let rows = 1...sheet.rowCount - 1
    try sheet.insert(
      Chart(
        .bars, title: book.text(ReportWorkbookMessages.ratesByDomain),
        series: [
          Chart.Series(
            name: book.text(ColumnHeadings.complianceRate), sheet: sheet.name, categories: CellRange(column: 0, rows: rows),
            values: CellRange(column: rate, rows: rows), colour: ChartColours.compliance)
        ], valueFormat: .percent(places: 0), minimum: 0, maximum: 1, width: 820, height: 160 + 32 * sheet.rowCount),
      at: CellPosition(row: sheet.rowCount + 1, column: 0))
    return sheet
  }

  /// Only where there are two dates at least.
  private func writeTrend(in book: ReportWorkbook) throws -> SheetWriter? {
    guard trend.count > 1 else { return nil }
    let fields = figures.domains.map(\.domain)
    let columns =
      [TableColumn(.day, ReportWorkbookMessages.asOf)] + IndicatorColumns.rates + fields.map { TableColumn(.rate, $0.label) }
    let sheet = try book.addSheet(book.name(ReportWorkbookMessages.trend), columns, frozenColumns: 1)
    for point in trend {
      let rates =
        [point.compliance, point.completion]
        + fields.map { field in point.domains.first { $0.domain == field }.flatMap(\.compliance) }
      try sheet.append(book.row([point.asOf.description] + rates.map(IndicatorColumns.cell), columns))
    }
    let rows = 1...sheet.rowCount - 1
    let dates = CellRange(column: 0, rows: rows)
    let series = [(1, ChartColours.compliance), (2, ChartColours.completion)].map { column, colour in
      Chart.Series(
        name: book.text(columns[column].heading), sheet: sheet.name, categories: dates,
        values: CellRange(column: column, rows: rows), colour: colour)
    }
    try sheet.insert(
      Chart(
        .line, title: book.text(ReportWorkbookMessages.ratesOverTime), series: series, valueFormat: .percent(places: 0),
        minimum: 0,
        maximum: 1, width: 820, height: 360), at: CellPosition(row: sheet.rowCount + 1, column: 0))
    return sheet
  }

  private func writeExceptions(
    _ links: IndicatorLinks, in book: ReportWorkbook, _ folder: String
  ) throws -> (series: SheetSeries, firstRows: [String: CellTarget]) {
    let series = try book.addSheets(book.name(ReportWorkbookMessages.exceptions), CityTables.results, rowLimit: rowLimit)
    var firstRows: [String: CellTarget] = [:]
    try book.write(file("exceptions.csv", CityTables.results, in: folder), into: series) { row in
      if let id = links.indicator(of: row, CityTables.results), firstRows[id] == nil {
        firstRows[id] = try series.nextRow
        links.leadBack(&row, CityTables.results)
      }
      links.explain(&row, CityTables.results)
    }
    return (series, firstRows)
  }

  private func writeExplanations(_ links: IndicatorLinks, in book: ReportWorkbook) throws -> SheetWriter {
    let sheet = try book.addSheet(links.explanations, ExplanationSheet.columns, frozenColumns: 2)
    let texts = ExplanationSheet(figures: figures, readings: readings, language: language)
    let looks = ExplanationSheet.columns.map(ColumnLook.init)
    for entry in figures.indicators {
      var row = book.row(try texts.cells(entry), ExplanationSheet.columns)
      links.leadBack(&row, ExplanationSheet.columns)
      try sheet.append(row, height: ColumnLook.height(of: row, looks))
    }
    return sheet
  }

  /// What the workbook does otherwise than a reader expects.
  private func notes(_ exceptions: SheetSeries, _ due: SheetSeries, _ units: SheetSeries) -> [Message] {
    let tables = [
      (ReportWorkbookMessages.exceptions, exceptions), (ReportWorkbookMessages.due, due), (ReportWorkbookMessages.units, units),
    ]
    return tables.filter { $0.1.sheets.count > 1 }.map { ReportWorkbookMessages.split($0.0, sheets: $0.1.sheets.count) }
      + tables.dropLast().filter { $0.1.sheets.contains { $0.rowCount > SheetLimits.links } }
      .map { ReportWorkbookMessages.linksEnd($0.0, most: SheetLimits.links) }
  }

  private func cover(_ title: Message, sheets: [SheetWriter], notes: [Message], in book: ReportWorkbook) -> Cover {
    var cover = Cover(title)
    cover.add(ReportWorkbookMessages.unit, figures.city.name(in: language))
    cover.add(ReportWorkbookMessages.asOf, figures.run.asOf)
    cover.add(ReportWorkbookMessages.newestData, figures.newestFact)
    cover.add(ReportWorkbookMessages.policy, figures.policy.configuration.title.text(in: language))
    cover.addPublication(stamp, language)
    cover.add(PageMessages.run, figures.run.reference)
    cover.add(ReportWorkbookMessages.rulesDigest, figures.run.rulesDigest)
    cover.add(ReportWorkbookMessages.parametersDigest, figures.run.parametersDigest)
    cover.add(PageMessages.dataVersion, figures.run.watermark)
    cover.add(ReportWorkbookMessages.parametersFrom, figures.parameters.origin.label.text(in: language))
    cover.addContents(of: sheets)
    cover.add(
      ReportWorkbookMessages.warnings, sentences: (figures.warnings.map(\.text) + notes).map { $0.text(in: language) })
    cover.addMissingTables(of: [figures], language)
    cover.addAssumptions(of: [figures.policy], asOf: figures.run.asOf, language)
    cover.addChanges(of: [figures], language)
    return cover
  }
}

/// The columns of a city's files.
enum CityTables {
  static let summary =
    IndicatorColumns.columns + [
      TableColumn(.identifier, ColumnHeadings.article), TableColumn(.text, ColumnHeadings.articleTitle),
    ]

  static let statistics = [
    TableColumn(.identifier, ColumnHeadings.indicator), TableColumn(.text, ColumnHeadings.title),
    TableColumn(.identifier, ColumnHeadings.classCode), TableColumn(.text, ColumnHeadings.classLabel),
    TableColumn(.decimal, ColumnHeadings.value), TableColumn(.decimal, ColumnHeadings.valueLastYear),
  ]

  /// Of `exceptions.csv` and `due.csv`.
  ///
  /// What the cover says already, or another column says in words, is out of sight: seventeen columns are too many for a page.
  static let results = ResultColumn.attention.map { column in
    var described = TableColumn(column)
    described.isHidden = [.policy, .subjectKind, .unitID].contains(column)
    return described
  }
}

/// The colours of charts: those of the pages.
enum ChartColours {
  static let compliance = Colour(red: 0x2F, green: 0x7D, blue: 0x4F)
  static let completion = Colour(red: 0x7D, green: 0x9C, blue: 0xC0)
}
