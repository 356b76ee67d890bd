import Bytes

/// Reads CSV (RFC 4180; lines end in LF, CRLF or CR) a batch of records at a time.
///
/// Cells are ranges of bytes in the file's own encoding: in UTF-8 as in GB18030 no byte of a longer character looks
/// like a separator, a quote or a line end, so a file is cut first and decoded cell by cell, where at all.
///
/// ```swift
/// var reader = CSVReader(source: try FileSource(path: "persons.csv"))
/// var batch = RecordBatch()
/// while try reader.read(into: &batch) {
///   for record in batch.records { ... }
/// }
/// ```
public struct CSVReader: Sendable {
  private var source: any ByteSource
  private let separator: Separator
  private let recordLimit: Int
  /// The beginning of a record whose end was not yet read.
  private var carried: [UInt8] = []
  private var line = 1
  private var started = false
  private var ended = false
  /// Bytes taken from the source so far.
  public private(set) var bytesRead = 0
  /// Lines without any character, so far. They are no records.
  public private(set) var blankLines = 0
  /// Whether the last record was not followed by a line end.
  public private(set) var endsOpen = false
  /// How many characters the file ends with that older systems ended a text with (Ctrl-Z). They belong to no record.
  public private(set) var endMarks = 0

  /// - Parameter recordLimit: the longest record accepted, in bytes.
  public init(source: any ByteSource, separator: Separator = .comma, recordLimit: Int = 4 << 20) {
    self.source = source
    self.separator = separator
    self.recordLimit = recordLimit
  }

  /// Replaces the batch by the next records; false at the end of the file.
  ///
  /// Lines without any character are no records.
  /// - Throws: `SpreadsheetError` when the file can't be read or one record passes the limit.
  public mutating func read(into batch: inout RecordBatch) throws(SpreadsheetError) -> Bool {
    batch.cells.removeAll(keepingCapacity: true)
    batch.records.removeAll(keepingCapacity: true)
    batch.bytes.removeLast(batch.bytes.count - batch.capacity)
    var filled = carried.count
    grow(&batch, toHold: filled + 1)
    batch.bytes.replaceSubrange(0..<filled, with: carried)
    carried.removeAll(keepingCapacity: true)

    while true {
      filled = try fill(&batch, from: filled)
      let begin = skipByteOrderMarks(batch, filled: filled)
      var scanner = RecordScanner(
        position: begin, end: filled, isLast: ended, line: line, spill: batch.capacity, separator: separator)
      swap(&scanner.cells, &batch.cells)
      swap(&scanner.records, &batch.records)
      scanner.scan(batch.bytes.span)
      swap(&scanner.cells, &batch.cells)
      swap(&scanner.records, &batch.records)
      line = scanner.line
      blankLines += scanner.blankLines
      if !batch.records.isEmpty { endsOpen = scanner.endsOpen }
      if batch.records.isEmpty && !ended {
        guard filled - scanner.position <= recordLimit else {
          throw .recordTooLong(line: line, limit: recordLimit)
        }
        if scanner.position > 0 {
          batch.bytes.replaceSubrange(0..<filled - scanner.position, with: batch.bytes[scanner.position..<filled])
          filled -= scanner.position
        }
        if filled == batch.capacity { grow(&batch, toHold: batch.capacity * 2) }
        continue
      }
      carried.append(contentsOf: batch.bytes[scanner.position..<filled])
      batch.bytes.append(contentsOf: scanner.unescaped)
      return !batch.records.isEmpty
    }
  }

  private mutating func fill(_ batch: inout RecordBatch, from offset: Int) throws(SpreadsheetError) -> Int {
    var filled = offset
    while filled < batch.capacity && !ended {
      let count = try source.read(into: &batch.bytes, from: filled)
      filled += count
      bytesRead += count
      ended = count == 0
    }
    while ended && filled > 0 && batch.bytes[filled - 1] == .endMark {
      filled -= 1
      endMarks += 1
    }
    return filled
  }

  /// One mark says UTF-8; a program that adds one to a file that has it leaves two.
  private mutating func skipByteOrderMarks(_ batch: RecordBatch, filled: Int) -> Int {
    guard !started else { return 0 }
    var begin = 0
    while batch.bytes[begin..<filled].starts(with: byteOrderMark) { begin += byteOrderMark.count }
    let rest = batch.bytes[begin..<filled]
    started = ended || !byteOrderMark.starts(with: rest)
    return begin
  }

  private func grow(_ batch: inout RecordBatch, toHold count: Int) {
    guard count > batch.capacity else { return }
    batch.bytes.append(contentsOf: repeatElement(0, count: count - batch.capacity))
    batch.capacity = count
  }
}

/// The three bytes that say UTF-8.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// What stands between the cells of a record.
public enum Separator: Sendable, Hashable, CaseIterable {
  case comma
  case semicolon
  case tab

  public var byte: UInt8 {
    switch self {
    case .comma: .comma
    case .semicolon: 0x3B
    case .tab: 0x09
    }
  }
}

extension UInt8 {
  /// Ctrl-Z.
  static var endMark: UInt8 { 0x1A }
}
