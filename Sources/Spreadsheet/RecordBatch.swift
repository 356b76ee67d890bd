/// Some whole records of a CSV file, their cells as ranges of one buffer.
///
/// A batch is filled again and again, so reading a file of any length takes the memory of one batch.
public struct RecordBatch: Sendable {
  /// What the cells' and records' ranges refer to.
  public internal(set) var bytes: [UInt8]
  /// Cells of all records, one after the other.
  public internal(set) var cells: [ByteRange] = []
  public internal(set) var records: [CSVRecord] = []
  /// How much of `bytes` came from the file; unescaped cells lie behind.
  var capacity: Int

  /// - Parameter capacity: bytes read at a time; it grows when one record needs more.
  public init(capacity: Int = 256 * 1024) {
    // Room for a byte order mark at least.
    self.capacity = max(capacity, 4)
    bytes = [UInt8](repeating: 0, count: self.capacity)
  }

  /// One cell as bytes, quotes removed.
  public func cell(_ index: Int, of record: CSVRecord) -> ArraySlice<UInt8> {
    bytes[cells[record.firstCell + index].range]
  }

  /// The record as it stands in the file, without its line end.
  public func source(of record: CSVRecord) -> ArraySlice<UInt8> {
    bytes[record.source.range]
  }
}

/// A range of a batch's buffer.
public struct ByteRange: Sendable, Hashable {
  public let start: Int32
  public let end: Int32

  @inlinable
  init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}

/// One record: where it stands in the file, and which cells are its own.
public struct CSVRecord: Sendable, Hashable {
  /// The line that it begins on, from 1.
  public let line: Int
  /// How many lines it takes: more than one where a quoted cell has line ends.
  public let lineCount: Int
  public let firstCell: Int
  public let cellCount: Int
  /// The record's own bytes, without its line end.
  public let source: ByteRange
  /// How it breaks RFC 4180, if it does.
  public let fault: RecordFault?
}

/// How a record breaks RFC 4180.
public enum RecordFault: Sendable, Hashable {
  /// A quote opened in this record is still open where the file ends.
  case unterminatedQuote
  /// A cell goes on after its closing quote.
  case textAfterQuote
  /// A quote stands inside a cell that does not begin with one.
  case strayQuote
}
