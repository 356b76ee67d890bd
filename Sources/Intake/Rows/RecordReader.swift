import Spreadsheet
import Workbook

/// Where the records of a delivered table come from: a CSV file, or sheets of a workbook, one after the other.
///
/// Two optionals, of which one is given, rather than an enum: a reader taken out of an enum to be changed would copy what it carries.
struct RecordReader {
  private var csv: CSVReader?
  private let sheets: SheetRecords?
  private let file: DeliveredFile

  /// - Throws: `ImportError.unreadable`, `ImportError.workbookUnreadable`.
  init(_ file: DeliveredFile, in workbooks: OpenWorkbooks) throws(ImportError) {
    self.file = file
    if file.isWorkbook {
      sheets = try SheetRecords(file, in: workbooks)
      return
    }
    sheets = nil
    do {
      csv = CSVReader(source: try FileSource(path: file.path), separator: file.layout.separator)
    } catch {
      throw .unreadable(path: file.path, error)
    }
  }

  /// Replaces the batch by the next records, all of one part; false when there are no more.
  /// - Throws: `ImportError.unreadable`, `ImportError.workbookUnreadable`.
  mutating func read(into batch: inout RecordBatch) throws(ImportError) -> Bool {
    if let sheets { return try sheets.read(into: &batch) }
    do {
      return try csv?.read(into: &batch) ?? false
    } catch {
      throw .unreadable(path: file.path, error)
    }
  }

  /// Which of the sheets the last records are of; 0 in a CSV file.
  var part: Int { sheets.map { max(0, $0.part) } ?? 0 }
  /// How the part of the last records is laid out.
  var layout: FileLayout { sheets?.layout ?? file.layout }
  /// Of the file's weight.
  var bytesRead: Int { sheets?.bytesRead ?? csv?.bytesRead ?? 0 }
  /// Lines without any character.
  var blankLines: Int { csv?.blankLines ?? 0 }
  var endMarks: Int { csv?.endMarks ?? 0 }
  /// Whether the last record was not followed by a line end.
  var endsOpen: Bool { csv?.endsOpen ?? false }
  /// Cells of the last records that do not simply say what is written there.
  var doubtful: [Int: CellTrust] { sheets?.doubtful ?? [:] }
  /// The sheets whose end was reached.
  var finishedSheets: [SheetAccount] { sheets?.finished ?? [] }

  /// A record's place as one number, in the order of the records.
  func ordinal(line: Int) -> Int {
    file.isWorkbook ? part << Self.rowBits | line : line
  }

  func place(ordinal: Int) -> Place {
    guard file.isWorkbook else { return .line(ordinal) }
    return file.place(part: ordinal >> Self.rowBits, line: ordinal & (1 << Self.rowBits - 1))
  }

  /// A sheet has 2^20 rows.
  private static let rowBits = 21
}
