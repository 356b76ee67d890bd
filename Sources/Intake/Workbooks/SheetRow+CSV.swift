import Spreadsheet

extension RecordBatch {
  /// A record of a sheet as a line of CSV, its cells as they came.
  ///
  /// - Parameter order: which cell stands in each place; nil for a place that has none. Without it all in their own order.
  func csv(of record: CSVRecord, order: [Int?]? = nil) -> ArraySlice<UInt8> {
    var writer = CSVWriter(byteOrderMark: false, guardsFormulas: false)
    for cell in order ?? (0..<record.cellCount).map(Optional.some) {
      let isThere = cell.map { $0 < record.cellCount } ?? false
      writer.append(isThere ? String(decoding: self.cell(cell ?? 0, of: record), as: UTF8.self) : "")
    }
    return writer.take()[...]
  }
}
