import Bytes
import DataContract
import Spreadsheet

/// A quick reading of a file for its ids alone; says nothing of what is wrong with it.
struct IDScan {
  private let file: DeliveredFile
  private let workbooks: OpenWorkbooks

  init(_ file: DeliveredFile, in workbooks: OpenWorkbooks = OpenWorkbooks()) {
    self.file = file
    self.workbooks = workbooks
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

  /// Where the rows with that id are.
  func places(of wanted: String) throws(ImportError) -> [Place] {
    guard file.table.key.count == 1 else { return [] }
    let columns = file.table.columns.indices.filter { file.table.columns[$0].name == file.table.key[0] }
    let bytes = Array(wanted.utf8)
    var places: [Place] = []
    try scan(columns) { _, id, place in
      if isEqual(bytes, id) { places.append(place()) }
    }
    return places
  }

  private func scan(
    _ columns: [Int], _ take: (_ column: Int, _ id: Span<UInt8>, _ place: () -> Place) -> Void
  ) throws(ImportError) {
    var cells: [Int?] = []
    let converter: GB18030Converter?
    do {
      converter = file.encoding == .gb18030 ? try GB18030Converter(.toUTF8) : nil
    } catch {
      throw .unreadable(path: file.path, error)
    }
    var reader = try RecordReader(file, in: workbooks)
    var batch = RecordBatch()
    var part = -1
    while try reader.read(into: &batch) {
      let (layout, now) = (reader.layout, reader.part)
      for record in batch.records where record.line >= layout.headingLine {
        if part != now {
          part = now
          cells =
            file.isWorkbook
            ? Header(record, in: batch, of: file, part: part, layout: layout).cells
            : Header(record, in: batch, of: file, layout: layout, converter).cells
          continue
        }
        let bytes = batch.bytes.span
        for column in columns {
          guard let cell = cells[column], cell < record.cellCount else { continue }
          let part = trimmed(bytes, batch.cells[record.firstCell + cell].range)
          let text = bytes.extracting(part)
          let place = { file.place(part: now, line: record.line, cell: cell) }
          if isID(text) {
            take(column, text, place)
          } else if !text.isEmpty {
            // As rows are read later, an id may be written otherwise than it is.
            let meant = LenientCell(text, converter)?.bytes ?? []
            if isID(meant.span) { take(column, meant.span, place) }
          }
        }
      }
    }
  }
}
