import CadreModel
import PolicyKit
import PostgresClient

/// Writes the files of a city's report, all or none.
struct CityReportFiles {
  let figures: CityFigures
  let reader: CityReportReader
  let language: Language

  /// - Returns: the text of `about.json`.
  nonisolated(nonsending) func write(to folder: String) async throws -> [UInt8] {
    let draft = try ReportDraft(folder: folder)
    var summary = summaryTable
    try draft.add("summary.csv", summary.take(), rows: summary.rows)
    let units = try await reader.units()
    // The server sends the names while the units are written.
    async let names = reader.names()
    try await draft.add("units.csv") { file in
      try UnitsFile(figures: figures, units: units, language: language).write(into: file)
    }
    let known = try await names
    var exceptions = CopiedResults(count: 0, firstLines: [])
    try await draft.add("exceptions.csv") { file in
      exceptions = try await reader.copyExceptions(into: file, known)
      return exceptions.count
    }
    var due = CopiedResults(count: 0, firstLines: [])
    try await draft.add("due.csv") { file in
      due = try await reader.copyDue(into: file, known)
      return due.count
    }
    let report = CityReport(figures: figures, units: units, exceptions: exceptions, due: due)
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
}
