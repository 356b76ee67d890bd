import CadreModel
import DataContract
import Spreadsheet

/// A file's row of headings, matched with the columns of its table.
struct Header: Sendable {
  /// How many cells every row has.
  let cellCount: Int
  /// The cell of each column of the table, in the table's order; nil for an optional one that is not there.
  let cells: [Int?]
  let warnings: [HeadingWarning]
  let notices: [FileNotice]
  /// What keeps the whole file from being read.
  let findings: [Finding]

  /// - Parameter converter: turns the file's encoding into UTF-8, where it is another.
  init(
    _ record: CSVRecord, in batch: RecordBatch, of file: DeliveredFile, layout: FileLayout, _ converter: GB18030Converter?
  ) {
    let fault: Problem? =
      if let fault = record.fault {
        .malformedRecord(fault)
      } else if record.cellCount > FileLayout.headingLimit {
        ForeignLineEnd.first(in: batch.source(of: record), file.encoding).map { .foreignLineEnd($0) }
          ?? .tooManyHeadings(record.cellCount, limit: FileLayout.headingLimit)
      } else {
        layout.doubt
      }
    if let fault {
      self.init(failing: [Finding(file: file.name, line: record.line, fault)], cellCount: record.cellCount, file.table)
      return
    }
    let bytes = batch.bytes.span
    let headings = (0..<record.cellCount).map { position in
      Heading(bytes.extracting(batch.cells[record.firstCell + position].range), converter)
    }
    self.init(headings, of: file.table, file: file.name) { _ in .line(record.line) }
  }

  /// The headings of a sheet.
  init(_ record: CSVRecord, in batch: RecordBatch, of file: DeliveredFile, part: Int, layout: FileLayout) {
    let fault: Problem? =
      record.cellCount > FileLayout.headingLimit
      ? .tooManyHeadings(record.cellCount, limit: FileLayout.headingLimit) : layout.doubt
    if let fault {
      let finding = Finding(file: file.name, place: file.place(part: part, line: record.line), fault)
      self.init(failing: [finding], cellCount: record.cellCount, file.table)
      return
    }
    let headings = (0..<record.cellCount).map { position in
      Heading(ofSheet: String(decoding: batch.cell(position, of: record), as: UTF8.self))
    }
    self.init(headings, of: file.table, file: file.name) { cell in file.place(part: part, line: record.line, cell: cell) }
  }

  /// - Parameter place: of the heading at a position, or of the row.
  private init(_ headings: [Heading], of table: Table, file: String, place: (Int?) -> Place) {
    let sheet = place(nil).sheet
    // Where a heading holds a line end, rows may stand in it: nothing else is worth saying.
    let faulty = headings.enumerated().compactMap { position, heading in
      heading.fault.map { Finding(file: file, place: place(position), value: heading.shown, .heading($0)) }
    }
    if let first = faulty.first {
      self.init(failing: [first], cellCount: headings.count, table)
      return
    }
    var found: [[Int]] = Array(repeating: [], count: table.columns.count)
    var warnings: [HeadingWarning] = []
    for (position, heading) in headings.enumerated() where heading.isGiven && !heading.isReasons {
      if let index = heading.column(of: table) {
        found[index].append(position)
      } else {
        let nearest = NearMiss.nearest(heading.name, in: table.columns.flatMap { [$0.name, $0.label] }, limit: 1)
        warnings.append(
          HeadingWarning(
            file: file, sheet: sheet, position: position + 1, heading: heading.shown, nearest: nearest.first))
      }
    }
    var findings: [Finding] = []
    for (column, positions) in zip(table.columns, found) {
      if positions.isEmpty && column.presence == .required {
        findings.append(Finding(file: file, place: place(nil), column: column, .missingColumn(column)))
      } else if positions.count > 1 {
        let twice = positions.map { headings[$0].shown }
        findings.append(
          Finding(file: file, place: place(positions[1]), column: column, .duplicateColumn(column, headings: twice)))
      }
    }
    self.init(
      cellCount: headings.count, cells: found.map(\.first), warnings: warnings,
      notices: Self.notices(headings, file: file, sheet: sheet), findings: findings)
  }

  private init(failing findings: [Finding], cellCount: Int, _ table: Table) {
    self.init(
      cellCount: cellCount, cells: Array(repeating: nil, count: table.columns.count), warnings: [], notices: [],
      findings: findings)
  }

  private init(
    cellCount: Int, cells: [Int?], warnings: [HeadingWarning], notices: [FileNotice], findings: [Finding]
  ) {
    self.cellCount = cellCount
    self.cells = cells
    self.warnings = warnings
    self.notices = notices
    self.findings = findings
  }

  private static func notices(_ headings: [Heading], file: String, sheet: String?) -> [FileNotice] {
    var notices: [FileNotice] = []
    let invisible = headings.flatMap(\.invisible)
    if !invisible.isEmpty { notices.append(FileNotice(file: file, sheet: sheet, .invisibleInHeadings(invisible))) }
    let unnamed = headings.count { !$0.isGiven }
    // In a sheet only columns count that hold something: whoever reads its rows knows.
    if unnamed > 0 && sheet == nil { notices.append(FileNotice(file: file, .unnamedColumns(unnamed))) }
    return notices
  }
}

/// Characters that some programs end lines with, and no spreadsheet does.
enum ForeignLineEnd {
  /// The first of them in a record, by its name.
  static func first(in source: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String? {
    let text: String
    switch encoding {
    case .utf8: text = String(decoding: source, as: UTF8.self)
    case .gb18030:
      var decoded: [UInt8] = []
      guard let converter = try? GB18030Converter(.toUTF8), converter.convert(Array(source).span, appendingTo: &decoded)
      else { return nil }
      text = String(decoding: decoded, as: UTF8.self)
    }
    let scalar = text.unicodeScalars.first { $0.value == 0x2028 || $0.value == 0x2029 || $0.value == 0x85 }
    return scalar.map(\.codePoint)
  }
}
