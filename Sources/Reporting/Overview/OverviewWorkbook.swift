import CadreModel
import DataContract
import Messages
import PolicyKit
import Publications
import Results
import Workbook

/// The workbook of an overview: its files as sheets, and the rates of cities by field of work side by side.
struct OverviewWorkbook {
  let overview: Overview
  let language: Language
  /// Of a report that is published.
  var stamp: PublicationStamp?

  /// With more cities a chart cannot be read.
  private static let mostCharted = 12

  /// - Parameter folder: where the files lie and the workbook is written.
  func write(to path: String, folder: String) throws {
    let book = try ReportWorkbook(
      path: path, folder: folder, title: OverviewMessages.title.text(in: language),
      header: PageHeader(unit: overview.place, asOf: overview.asOf, stamp: stamp), language: language)
    let cover = try book.addPlainSheet(book.name(ReportWorkbookMessages.cover), widths: Cover.widths)
    let rates = try writeRates(in: book)
    let domains = try book.addSheet(book.name(ReportWorkbookMessages.domains), Overview.domainColumns, frozenColumns: 4)
    try book.write(
      TableFile(path: "\(folder)/overview_domains.csv", columns: Overview.domainColumns, language: language), into: domains)
    let indicators = try book.addSheet(book.name(ReportWorkbookMessages.indicators), IndicatorColumns.columns, frozenColumns: 6)
    try book.write(
      TableFile(path: "\(folder)/overview.csv", columns: IndicatorColumns.columns, language: language), into: indicators)
    let trends = TrendSheets(trends: overview.trends, language: language)
    let trend = try trends.writeCities(in: book)
    let all = try trends.writeAll(in: book, folder: folder)
    try self.cover([rates, domains, indicators] + (trend.map { [$0] } ?? []) + all, in: book).write(to: cover, language)
    _ = try book.writer.close()
  }

  /// Cities down, fields of work across.
  private func writeRates(in book: ReportWorkbook) throws -> SheetWriter {
    let standings = overview.standings
    let fields = Domain.allCases.filter { field in standings.contains { $0.figures.domain == field } }
    let columns = [TableColumn(.text, ReportWords.city)] + fields.map { TableColumn(.rate, $0.label) }
    let sheet = try book.addSheet(book.name(ReportWorkbookMessages.cityRates), columns, frozenColumns: 1)
    for city in overview.cities {
      let rates = fields.map { field in
        IndicatorColumns.cell(standings.first { $0.city == city.city && $0.figures.domain == field }?.figures.compliance)
      }
      try sheet.append(book.row([city.city.name(in: language)] + rates, columns))
    }
    guard !fields.isEmpty, (1...Self.mostCharted).contains(overview.cities.count) else { return sheet }
    let across = { (row: Int) in
      CellRange(from: CellPosition(row: row, column: 1), to: CellPosition(row: row, column: fields.count))
    }
    let series = overview.cities.enumerated().map { index, city in
      Chart.Series(
        name: city.city.name(in: language), sheet: sheet.name, categories: across(0), values: across(index + 1))
    }
    try sheet.insert(
      Chart(
        .columns, title: book.text(ReportWorkbookMessages.ratesByDomain), series: series, valueFormat: .percent(places: 0),
        minimum: 0, maximum: 1, width: 1_000, height: 420), at: CellPosition(row: sheet.rowCount + 1, column: 0))
    return sheet
  }

  private func cover(_ sheets: [SheetWriter], in book: ReportWorkbook) -> Cover {
    var cover = Cover(OverviewMessages.title)
    cover.add(ReportWorkbookMessages.unit, overview.place.text(in: language))
    cover.add(ReportWorkbookMessages.asOf, overview.asOf)
    cover.add(ReportWorkbookMessages.newestData, overview.cities.compactMap(\.newestFact).max())
    cover.addPublication(stamp, language)
    for origin in overview.cities.map(\.parameters.origin).distinct {
      cover.add(ReportWorkbookMessages.parametersFrom, origin.label.text(in: language))
    }
    cover.addContents(of: sheets)
    for city in overview.cities { cover.addRun(of: city, language) }
    cover.add(ReportWorkbookMessages.warnings, sentences: overview.cities.flatMap(\.namedWarnings).map { $0.text(in: language) })
    cover.addMissingTables(of: overview.cities, language)
    cover.add(
      ReportWorkbookMessages.notInEffect,
      sentences: overview.notInEffect.map { city in
        ReportWords.of(city.city, OverviewMessages.notInEffect(from: city.since)).text(in: language)
      })
    let policies = overview.cities.map(\.policy.code).distinct.compactMap { code in
      overview.cities.first { $0.policy.code == code }?.policy
    }
    cover.addAssumptions(of: policies, asOf: overview.asOf, language)
    cover.addChanges(of: overview.cities, language)
    return cover
  }
}

extension Overview {
  /// What the overview is of.
  var place: Message {
    guard let province else { return OverviewMessages.allProvinces }
    return Message(Province.name(of: province, in: .chinese), Province.name(of: province, in: .english))
  }

  /// The columns of `overview_domains.csv`.
  static let domainColumns =
    IndicatorColumns.placeColumns + DomainColumns.columns + [TableColumn(.count, ColumnHeadings.rank)]
}
