import CadreModel
import DataContract
import Forms
import Messages
import Spreadsheet
import Workbook

/// One file of a delivery, or one sheet of a delivered workbook, as a sheet: its headings and rows as they came, what is wrong coloured, with the reasons as comments.
struct ReturnSheet {
  /// Of a workbook with the one sheet.
  let file: DeliveredFile
  let workbooks: OpenWorkbooks
  let marks: [Int: [ReturnMarks.Mark]]
  let language: Language

  /// With more lines than this, only the rows that are wrong are handed back: a sheet of a million rows is mended by nobody.
  static let lineLimit = 200_000

  struct Outcome {
    let sheet: SheetName
    /// Below the headings.
    var rows = 0
    var places: [MarkPlace: CellTarget] = [:]
  }

  /// How many rows a sheet has is known only when it was read: some 200 bytes are a row.
  var holdsAllRows: Bool { file.isWorkbook ? file.weight <= 200 * Self.lineLimit : file.lines <= Self.lineLimit }

  /// As the sheet was called; of a file the table's name. An import knows both.
  private var name: SheetName {
    .fitted(file.sheets.first?.name ?? language(zh: file.table.label, en: file.table.name.rawValue))
  }

  /// - Throws: `ImportError.unreadable`, `WorkbookWritingError`, `CancellationError`.
  func write(to workbook: WorkbookWriter) throws -> Outcome {
    var outcome = Outcome(sheet: name)
    var page: Page?
    var reader = try RecordReader(file, in: workbooks)
    var batch = RecordBatch()
    while try reader.read(into: &batch) {
      try Task.checkCancellation()
      let layout = reader.layout
      for record in batch.records where record.line >= layout.headingLine {
        if let page {
          let found = marks[record.line] ?? []
          guard holdsAllRows || !found.isEmpty else { continue }
          try page.append(record, in: batch, found, to: &outcome)
          outcome.rows += 1
        } else {
          let begun = try Page(self, record, in: batch, layout, workbook)
          page = begun
          try begun.append(record, in: batch, marks[record.line] ?? [], to: &outcome, isHeading: true)
        }
      }
    }
    // A file without a row stays one.
    if page == nil { _ = try workbook.addSheet(name) }
    return outcome
  }

}

extension ReturnSheet {
  /// The sheet under way.
  private struct Page {
    private let sheet: SheetWriter
    private let converter: GB18030Converter?
    private let file: DeliveredFile
    private let language: Language
    /// Where each column of the table stands, by its name.
    private let positions: [String: Int]

    /// - Parameter record: the row of headings.
    init(_ owner: ReturnSheet, _ record: CSVRecord, in batch: RecordBatch, _ layout: FileLayout, _ workbook: WorkbookWriter)
      throws
    {
      file = owner.file
      language = owner.language
      converter = owner.file.encoding == .gb18030 ? try GB18030Converter(.toUTF8) : nil
      let header =
        file.isWorkbook
        ? Header(record, in: batch, of: file, part: 0, layout: layout)
        : Header(record, in: batch, of: file, layout: layout, converter)
      var positions: [String: Int] = [:]
      for (column, cell) in zip(owner.file.table.columns, header.cells) { positions[column.name] = cell }
      self.positions = positions
      let column = SheetColumn(width: .fitted(atLeast: 10, atMost: 40), style: .text)
      let layout = SheetLayout(
        columns: Array(repeating: column, count: header.cellCount), headingRow: 0, frozenColumns: 1, hasFilter: true,
        isLandscape: true)
      sheet = try workbook.addSheet(owner.name, layout: layout)
    }

    func append(
      _ record: CSVRecord, in batch: RecordBatch, _ marks: [ReturnMarks.Mark], to outcome: inout Outcome,
      isHeading: Bool = false
    ) throws(WorkbookWritingError) {
      var plain = isHeading ? FormStyles.optional : CellStyle.text
      // What is wrong with a row as a whole, or with a column that is not there, stands on its first cell.
      let reasons = Dictionary(grouping: marks) { mark in mark.place.column.flatMap { positions[$0] } ?? 0 }
      if !isHeading, marks.contains(where: { $0.place.column == nil }) { plain = FormStyles.doubtful }
      let bytes = batch.bytes.span
      var cells: [Cell] = []
      cells.reserveCapacity(record.cellCount)
      for index in 0..<max(1, record.cellCount) {
        let text = index < record.cellCount ? text(bytes.extracting(batch.cells[record.firstCell + index].range)) : ""
        let found = reasons[index] ?? []
        var cell = Cell(text.isEmpty ? .blank : .text(text), style: found.isEmpty ? plain : FormStyles.wrong)
        // An empty cell takes its column's format by itself.
        if found.isEmpty, text.isEmpty, plain == .text { cell = .blank }
        if !found.isEmpty { cell.comment = CellComment(comment(found), author: FormStyles.author) }
        cells.append(cell)
      }
      for (index, found) in reasons {
        let target = CellTarget(sheet: sheet.name, position: CellPosition(row: sheet.rowCount, column: index))
        for mark in found { outcome.places[mark.place] = target }
      }
      try sheet.append(cells)
    }

    private func comment(_ marks: [ReturnMarks.Mark]) -> String {
      marks.flatMap { mark in
        let proposal = mark.problem.proposal(for: mark.value, in: language).map { ReturnMessages.proposal($0).text(in: language) }
        return [mark.problem.text(in: language)] + (proposal.map { [$0] } ?? [])
      }.joined(separator: "\n")
    }

    /// A cell as it came; bytes that are no text as their numbers.
    private func text(_ bytes: Span<UInt8>) -> String {
      if let converter {
        var text: [UInt8] = []
        if converter.convert(bytes, appendingTo: &text) { return String(decoding: text, as: UTF8.self) }
      } else if UTF8Validator.accepts(bytes) {
        return string(bytes)
      }
      var copy: [UInt8] = []
      for index in bytes.indices { copy.append(bytes[index]) }
      return hexadecimal(copy)
    }
  }
}
