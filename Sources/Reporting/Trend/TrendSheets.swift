import CadreModel
import Messages
import Results
import Workbook

/// Trends in a workbook: the rates of cities side by side with a chart, dates down, and all rows of `trend.csv`.
struct TrendSheets {
  let trends: [CityTrend]
  let language: Language

  private static let mostCharted = 12

  /// Cities side by side; nil where there is one date only.
  func writeCities(in book: ReportWorkbook) throws -> SheetWriter? {
    let dates = Set(trends.flatMap { $0.points.map(\.asOf) }).sorted()
    guard dates.count > 1 else { return nil }
    let columns =
      [TableColumn(.day, TrendMessages.asOf)] + trends.map { TableColumn(.rate, $0.city.label) }
      + trends.map { TableColumn(.count, ReportWords.of($0.city, TrendMessages.decided)) }
    let sheet = try book.addSheet(book.name(TrendMessages.section), columns, frozenColumns: 1)
    for day in dates {
      let points = trends.map { trend in trend.points.first { $0.asOf == day } }
      try sheet.append(
        book.row(
          [day.description] + points.map { IndicatorColumns.cell($0?.compliance) }
            + points.map { $0.map { String($0.total.met + $0.total.unmet) } ?? "" }, columns))
    }
    let rows = 1...dates.count
    let series = trends.indices.prefix(Self.mostCharted).map { index in
      Chart.Series(
        name: trends[index].city.name(in: language), sheet: sheet.name, categories: CellRange(column: 0, rows: rows),
        values: CellRange(column: index + 1, rows: rows))
    }
    guard !series.isEmpty else { return sheet }
    try sheet.insert(
      Chart(
        .line, title: book.text(TrendMessages.complianceOfCities), series: Array(series), valueFormat: .percent(places: 0),
        minimum: 0, maximum: 1, width: 900, height: 380), at: CellPosition(row: sheet.rowCount + 1, column: 0))
    return sheet
  }

  /// The rows of the file, which lies in a folder.
  func writeAll(in book: ReportWorkbook, folder: String) throws -> [SheetWriter] {
    let series = try book.addSheets(book.name(TrendMessages.detail), TrendTable.columns)
    try book.write(
      TableFile(path: "\(folder)/\(TrendTable.file)", columns: TrendTable.columns, language: language), into: series)
    return series.sheets
  }
}
