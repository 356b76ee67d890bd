import Bytes
import DataContract
import Spreadsheet

/// A quick reading of a file for its ids alone; says nothing of what is wrong with it.
struct IDScan {
  private let file: DeliveredFile

  init(_ file: DeliveredFile) {
    self.file = file
  }

  /// The ids of the file's own rows.
  func ownIDs(into ids: inout IDSet) throws(ImportError) {
    guard file.table.key.count == 1 else { return }
    let columns = file.table.columns.indices.filter { file.table.columns[$0].name == file.table.key[0] }
    var found = IDSet()
    swap(&found, &ids)
    try scan(columns) { _, id, _ in found.insert(id) }
    swap(&found, &ids)
  }

  /// The ids that the file's rows refer to, by table.
  func referredIDs() throws(ImportError) -> [TableName: IDSet] {
    let columns = file.table.columns.indices.filter { !file.table.columns[$0].type.referencedTables.isEmpty }
    var byColumn = [IDSet](repeating: IDSet(), count: file.table.columns.count)
    try scan(columns) { column, id, _ in byColumn[column].insert(id) }
    var found: [TableName: IDSet] = [:]
    for column in columns {
      for table in file.table.columns[column].type.referencedTables {
        found[table, default: IDSet()].formUnion(byColumn[column])
      }
    }
    return found
  }

  /// The lines of the rows with that id.
  func lines(of wanted: String) throws(ImportError) -> [Int] {
    guard file.table.key.count == 1 else { return [] }
    let columns = file.table.columns.indices.filter { file.table.columns[$0].name == file.table.key[0] }
    let bytes = Array(wanted.utf8)
    var lines: [Int] = []
    try scan(columns) { _, id, line in
      if isEqual(bytes, id) { lines.append(line) }
    }
    return lines
  }

  private func scan(_ columns: [Int], _ take: (_ column: Int, _ id: Span<UInt8>, _ line: Int) -> Void) throws(ImportError) {
    var cells: [Int?] = []
    do throws(SpreadsheetError) {
      let converter = file.encoding == .gb18030 ? try GB18030Converter(.toUTF8) : nil
      var reader = CSVReader(source: try FileSource(path: file.path), separator: file.layout.separator)
      var batch = RecordBatch()
      var isHeader = true
      while try reader.read(into: &batch) {
        for record in batch.records where record.line >= file.layout.headingLine {
          if isHeader {
            cells = Header(record, in: batch, of: file, converter).cells
            isHeader = false
            continue
          }
          let bytes = batch.bytes.span
          for column in columns {
            guard let cell = cells[column], cell < record.cellCount else { continue }
            let part = trimmed(bytes, batch.cells[record.firstCell + cell].range)
            let text = bytes.extracting(part)
            if isID(text) {
              take(column, text, record.line)
            } else if !text.isEmpty {
              // As rows are read later, an id may be written otherwise than it is.
              let meant = LenientCell(text, converter)?.bytes ?? []
              if isID(meant.span) { take(column, meant.span, record.line) }
            }
          }
        }
      }
    } catch {
      throw .unreadable(path: file.path, error)
    }
  }
}
