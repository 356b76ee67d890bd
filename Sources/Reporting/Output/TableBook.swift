package import CadreModel
package import Messages
import Workbook

/// One table as a workbook for people, made of its CSV, so that both say the same.
package struct TableBook {
  private let title: String
  private let columns: [TableColumn]
  private let language: Language
  private let header: PageHeader

  /// - Parameters:
  ///   - unit: which unit reports, above each printed page.
  ///   - asOf: as of when.
  package init(title: String, _ columns: [TableColumn], unit: Message, asOf: Day, language: Language) {
    (self.title, self.columns, self.language) = (title, columns, language)
    header = PageHeader(unit: unit, asOf: asOf)
  }

  /// - Parameters:
  ///   - csv: the file that holds the rows.
  ///   - folder: where the workbook is written, and rows lie that are not kept in memory: this account's alone.
  /// - Throws: `WorkbookWritingError`, `SpreadsheetError`.
  package func write(_ csv: String, to path: String, folder: String) throws {
    let book = try ReportWorkbook(path: path, folder: folder, title: title, header: header, language: language)
    let series = try book.addSheets(.fitted(title), columns)
    try book.write(TableFile(path: csv, columns: columns, language: language), into: series)
    _ = try book.writer.close()
  }
}
