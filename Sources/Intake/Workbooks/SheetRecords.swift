import DataContract
import Spreadsheet
import Workbook

/// Reads the sheets of one table, one after the other, as records like those of a CSV file: a cell for each column up to the last
/// that has a heading, its text in UTF-8, without a String made of it.
///
/// Rows without contents are no records. The sheets are read ahead on a thread of their own; that takes the memory of a few batches,
/// however many rows there are.
final class SheetRecords {
  private let workbook: WorkbookFile
  private let path: String
  private let table: Table
  private let sheets: [Sheet]
  private var reader: SheetReadAhead?
  private var rows = RowBatch()
  /// Whether the last reader has given a batch.
  private var hasBegun = false

  /// Of which sheet the last records are.
  private(set) var part = -1
  /// How that sheet is laid out.
  private(set) var layout = FileLayout()
  /// What was noted of that sheet so far.
  private(set) var account = SheetAccount()
  /// The sheets before it, or all of them when there are no more records.
  private(set) var finished: [SheetAccount] = []
  /// Cells of the last records that do not simply say what is written there, by their places in the batch. Few, as a rule.
  private(set) var doubtful: [Int: CellTrust] = [:]
  private var bytesOfFinished = 0

  /// - Throws: `ImportError.workbookUnreadable`.
  init(_ file: DeliveredFile, in workbooks: OpenWorkbooks) throws(ImportError) {
    workbook = try workbooks.workbook(at: file.path)
    path = file.path
    table = file.table
    sheets = file.sheets
  }

  /// Bytes of the sheets, unpacked, that were read so far.
  var bytesRead: Int { bytesOfFinished + (reader?.bytesRead ?? 0) }

  /// Replaces the batch by the next records, all of one sheet; false when there are no more.
  /// - Throws: `ImportError.workbookUnreadable`.
  func read(into batch: inout RecordBatch) throws(ImportError) -> Bool {
    do throws(WorkbookReadingError) {
      while true {
        if let reader {
          if try reader.read(into: &rows) {
            if !hasBegun { begin(reader) }
            fill(&batch)
            return true
          }
          finish(reader)
        }
        guard part + 1 < sheets.count else {
          batch.begin(with: [])
          return false
        }
        part += 1
        account = SheetAccount(sheets[part].name)
        reader = try workbook.readAhead(of: sheets[part])
        hasBegun = false
      }
    } catch {
      throw .workbookUnreadable(path: path, sheet: sheets[max(part, 0)].name, error)
    }
  }

  /// The headings that the first rows of a sheet would be.
  static func firstRows(of rows: RowBatch) -> [SheetRow] {
    rows.rows.prefix(FileLayout.linesLookedAt * 2).map { row in
      var headings: [Heading] = []
      for cell in rows.cells[row.cells] where cell.column <= FileLayout.headingLimit {
        while headings.count < cell.column - 1 { headings.append(Heading(ofSheet: "")) }
        headings.append(Heading(ofSheet: rows.string(of: cell)))
      }
      return SheetRow(number: row.number, headings: headings)
    }
  }

  private func begin(_ reader: SheetReadAhead) {
    hasBegun = true
    let first = Self.firstRows(of: rows)
    layout = FileLayout(first, table: table)
    // Where the headings are in doubt, nobody knows how wide the table is: rejects are to be whole.
    let least = layout.isCertain ? 0 : first.map(\.headings.count).max() ?? 0
    account.begin(headings: first.first { $0.number == layout.headingLine }, line: layout.headingLine, least: least)
    account.hide(columns: reader.hiddenColumns)
  }

  private func finish(_ reader: SheetReadAhead) {
    account.merge(reader.mergedRanges)
    finished.append(account)
    bytesOfFinished += reader.bytesRead
    self.reader = nil
  }

  private func fill(_ batch: inout RecordBatch) {
    // Copies: an object's own variables are watched for overlapping uses, at each of millions of cells.
    let rows = rows
    let headingLine = layout.headingLine
    var account = account
    var doubtful: [Int: CellTrust] = [:]
    batch.begin(with: rows.bytes)
    for row in rows.rows {
      let firstCell = batch.cells.count
      let isBelow = row.number > headingLine
      account.take(row, isBelow: isBelow)
      // Above the headings and in their row all cells count, so that whoever reads it sees when there are too many.
      let width =
        isBelow ? account.width : min(rows.cells[row.cells].last?.column ?? 0, FileLayout.headingLimit + 1)
      var next = 1
      for index in row.cells {
        let cell = rows.cells[index]
        let column = cell.column
        if isBelow {
          if cell.formula == .stored { account.noteFormula(row.number, column) }
          account.noteContents(of: column)
        }
        guard column <= width else { continue }
        while next < column {
          batch.appendCell(0..<0)
          next += 1
        }
        let trust = cell.trust
        if trust != .asWritten { doubtful[batch.cells.count] = trust }
        batch.appendCell(rows.range(of: cell))
        next += 1
      }
      while next <= width {
        batch.appendCell(0..<0)
        next += 1
      }
      batch.endRecord(line: row.number, firstCell: firstCell)
    }
    self.account = account
    self.doubtful = doubtful
  }
}
