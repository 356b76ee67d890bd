extension RecordBatch {
  /// Empties the batch and takes over bytes that come from elsewhere than a CSV file; records of them follow.
  public mutating func begin(with text: [UInt8]) {
    records.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: text)
    capacity = bytes.count
  }

  /// Appends a cell to the record that is not ended yet.
  public mutating func appendCell(_ range: Range<Int>) {
    cells.append(ByteRange(range.lowerBound, range.upperBound))
  }

  /// Ends the record of all cells from `firstCell` on. Its source is the first cell that holds anything.
  ///
  /// - Parameter line: the row's number where it comes from.
  public mutating func endRecord(line: Int, firstCell: Int) {
    let source = cells[firstCell...].first { $0.start < $0.end } ?? ByteRange(0, 0)
    records.append(
      CSVRecord(
        line: line, lineCount: 1, firstCell: firstCell, cellCount: cells.count - firstCell, source: source, fault: nil))
  }
}
