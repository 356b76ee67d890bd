import CadreModel
import PolicyKit
import PostgresClient

/// Writes the files of a city's report, all or none.
struct CityReportFiles {
  let report: CityReport
  let reader: CityReportReader
  let language: Language

  private var figures: CityFigures { report.figures }

  /// - Returns: the text of `about.json`.
  nonisolated(nonsending) func write(to folder: String, on connection: PostgresConnection) async throws -> [UInt8] {
    let draft = try ReportDraft(folder: folder)
    var summary = summaryTable
    try draft.add("summary.csv", summary.take(), rows: summary.rows)
    try await draft.add("units.csv", writeUnits)
    try await draft.add("exceptions.csv") { file in
      var query = reader.query
      query.filter.statuses = ResultFilter.exceptions.statuses
      return try await query.copy(into: file, on: connection)
    }
    try await draft.add("due.csv") { file in try await reader.due.copyByDueDate(into: file, on: connection) }
    try draft.add("dashboard.html", DashboardPage(report: report, language: language).html.bytes, rows: nil)
    return try draft.publish(
      about: About(report: "city", asOf: report.asOf, language: language, cities: [figures]))
  }

  private var summaryTable: CSVTable {
    var table = CSVTable(
      IndicatorColumns.headings + [Label("条款", "article"), Label("条款名称", "article_title")], language: language)
    for entry in figures.indicators {
      table.append(
        IndicatorColumns.cells(entry, of: figures, language: language)
          + [entry.article.id, entry.article.title.text(in: language)])
    }
    return table
  }

  private nonisolated(nonsending) func writeUnits(_ file: OutputFile) async throws -> Int? {
    let headings =
      [
        Label("单位编号", "unit_id"), Label("单位名称", "unit_name"), Label("层级", "depth"), Label("指标", "indicator"),
        Label("指标名称", "title"),
      ] + IndicatorColumns.counts + IndicatorColumns.rates
    var table = CSVTable(headings, language: language)
    let titles = figures.indicators.map { $0.title(in: language) }
    for unit in report.units {
      for (position, tally) in unit.tallies {
        let entry = figures.indicators[position]
        let isComplete = entry.missingTables.isEmpty
        table.append(
          [unit.id, unit.name, unit.id.isEmpty ? "" : String(unit.depth), entry.indicator.id, titles[position]]
            + IndicatorColumns.cells(tally)
            + [
              IndicatorColumns.cell(isComplete ? tally.compliance : nil),
              IndicatorColumns.cell(isComplete ? tally.completion : nil),
            ])
      }
      try file.write(table.take())
    }
    try file.write(table.take())
    return table.rows
  }
}
