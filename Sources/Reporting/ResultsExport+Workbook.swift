public import Audit
public import CadreModel
import Files
import Glibc
import Messages
public import PostgresClient
import Results
import Workbook

extension ResultsExport {
  /// Writes the results as a workbook, and as CSV where a path is given for that. What the workbook is made from lies beside
  /// it meanwhile.
  ///
  /// - Parameter author: who the log says hands them out.
  /// - Returns: the number of rows, and of how many sheets they take.
  /// - Throws: as the writing of the CSV does; `WorkbookWritingError`.
  public func write(
    workbook path: String, csv: String?, of city: City, by author: AuditAuthor, on connection: PostgresConnection
  ) async throws -> (rows: Int, sheets: Int) {
    let source = csv ?? OutputFile.draftPath(beside: path)
    defer { if csv == nil { unsafe unlink(source) } }
    let rows: Int
    if csv == nil {
      let file = try OutputFile(path: source)
      rows = try await write(into: file, on: connection)
      _ = try file.finish()
    } else {
      rows = try await write(to: source, by: author, on: connection)
    }
    let sheets = try await OutputFile.placing(path) { draft in
      try writeWorkbook(to: draft, from: source, of: city)
    } handingOut: { digest in
      try await AuditLog(author: author).append(entry(of: "xlsx", digest: digest), on: connection)
    }
    return (rows, sheets)
  }

  private func writeWorkbook(to path: String, from source: String, of city: City) throws -> Int {
    let columns = ResultColumn.results.map(TableColumn.init)
    let book = try ReportWorkbook(
      path: path, folder: OutputFile.folder(of: path), title: ReportWorkbookMessages.results.text(in: language),
      header: PageHeader(unit: city.label, asOf: run.asOf), language: language)
    let series = try book.addSheets(book.name(ReportWorkbookMessages.results), columns)
    try book.write(TableFile(path: source, columns: columns, language: language), into: series)
    _ = try book.writer.close()
    return series.sheets.count
  }
}
