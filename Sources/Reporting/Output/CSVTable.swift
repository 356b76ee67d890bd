package import CadreModel
import Results
import Spreadsheet

/// A small table as CSV: for people with a byte order mark and Chinese headings, else in English.
package struct CSVTable {
  package let columns: [TableColumn]
  private var writer: CSVWriter
  package private(set) var rows = 0

  package init(_ columns: [TableColumn], language: Language) {
    self.columns = columns
    writer = CSVWriter(byteOrderMark: language == .chinese)
    writer.appendRecord(columns.map { $0.heading.text(in: language) })
  }

  package mutating func append(_ cells: [String]) {
    writer.appendRecord(cells)
    rows += 1
  }

  /// What is written since the last time.
  package mutating func take() -> [UInt8] { writer.take() }
}

extension ResultsQuery {
  /// The columns of a file of its rows.
  var tableColumns: [TableColumn] { columns.map(TableColumn.init) }

  /// The headings of a file of its rows.
  var headings: [UInt8] {
    var table = CSVTable(tableColumns, language: language)
    return table.take()
  }
}
