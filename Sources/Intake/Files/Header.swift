import DataContract
import Spreadsheet

/// A file's first row, matched with the columns of its table.
struct Header: Sendable {
  /// How many cells every row has.
  let cellCount: Int
  /// The cell of each column of the table, in the table's order; nil for an optional one that is not there.
  let cells: [Int?]
  let warnings: [HeadingWarning]
  /// What keeps the whole file from being read.
  let findings: [Finding]

  /// - Parameter headings: trimmed, in UTF-8.
  init(_ headings: [String], of table: Table, file: String, line: Int) {
    var found: [[Int]] = Array(repeating: [], count: table.columns.count)
    var warnings: [HeadingWarning] = []
    for (position, heading) in headings.enumerated() {
      if let index = table.columns.firstIndex(where: { $0.name == heading || $0.label == heading }) {
        found[index].append(position)
      } else {
        let nearest = NearMiss.nearest(heading, in: table.columns.flatMap { [$0.name, $0.label] }, limit: 1)
        warnings.append(HeadingWarning(file: file, heading: heading, nearest: nearest.first))
      }
    }
    var findings: [Finding] = []
    for (column, positions) in zip(table.columns, found) {
      if positions.isEmpty && column.presence == .required {
        findings.append(Finding(file: file, line: line, column: column, .missingColumn(column)))
      } else if positions.count > 1 {
        findings.append(
          Finding(
            file: file, line: line, column: column, .duplicateColumn(column, headings: positions.map { headings[$0] })))
      }
    }
    cellCount = headings.count
    cells = found.map(\.first)
    self.warnings = warnings
    self.findings = findings
  }

  /// - Parameter converter: turns the file's encoding into UTF-8, where it is another.
  init(_ record: CSVRecord, in batch: RecordBatch, of file: DeliveredFile, _ converter: GB18030Converter?) {
    let bytes = batch.bytes.span
    var headings: [String] = []
    for position in 0..<record.cellCount {
      let range = batch.cells[record.firstCell + position].range
      guard let converter else {
        headings.append(string(bytes.extracting(trimmed(bytes, range))))
        continue
      }
      var text: [UInt8] = []
      _ = converter.convert(bytes.extracting(range), appendingTo: &text)
      headings.append(string(text.span.extracting(trimmed(text.span, 0..<text.count))))
    }
    self.init(headings, of: file.table, file: file.name, line: record.line)
  }
}
