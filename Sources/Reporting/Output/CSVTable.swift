import CadreModel
import Messages
import Results
import Spreadsheet

/// A small table as CSV: for people with a byte order mark and Chinese headings, else in English.
struct CSVTable {
  private var writer: CSVWriter
  private(set) var rows = 0

  init(_ headings: [Message], language: Language) {
    writer = CSVWriter(byteOrderMark: language == .chinese)
    writer.appendRecord(headings.map { $0.text(in: language) })
  }

  mutating func append(_ cells: [String]) {
    writer.appendRecord(cells)
    rows += 1
  }

  /// What is written since the last time.
  mutating func take() -> [UInt8] { writer.take() }
}

extension ResultsQuery {
  /// The headings of a file of its rows.
  var headings: [UInt8] {
    var table = CSVTable(columns.map(\.heading), language: language)
    return table.take()
  }
}
