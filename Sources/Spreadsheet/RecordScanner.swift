/// Cuts a buffer into records and cells. Neither allocates per cell nor knows where the bytes come from.
struct RecordScanner {
  /// Where the next record begins.
  private(set) var position: Int
  let end: Int
  /// Whether the file ends where the buffer does.
  let isLast: Bool
  /// The line of the next record.
  private(set) var line: Int
  /// The offset that `unescaped` will have in the buffer.
  let spill: Int
  var cells: [ByteRange] = []
  var records: [CSVRecord] = []
  /// Contents of cells with doubled quotes.
  private(set) var unescaped: [UInt8] = []

  init(position: Int, end: Int, isLast: Bool, line: Int, spill: Int) {
    self.position = position
    self.end = end
    self.isLast = isLast
    self.line = line
    self.spill = spill
  }

  private enum CellEnd {
    /// At a comma: the next cell begins behind it.
    case comma(at: Int)
    /// At a line end or the end of the file: the next record begins at `next`.
    case record(at: Int, next: Int)
    /// The buffer ends before the cell does.
    case missing
  }

  /// Appends all records that end within the buffer.
  mutating func scan(_ bytes: Span<UInt8>) {
    while position < end {
      let start = position
      let firstCell = cells.count
      var cursor = start
      var lines = 0
      var fault: RecordFault?
      record: while true {
        switch scanCell(bytes, from: cursor, lines: &lines, fault: &fault) {
        case .comma(let at):
          cursor = at + 1
        case .record(let at, let next):
          let isBlank = at == start
          if isBlank {
            cells.removeLast(cells.count - firstCell)
          } else {
            records.append(
              CSVRecord(
                line: line, firstCell: firstCell, cellCount: cells.count - firstCell, source: ByteRange(start, at),
                fault: fault))
          }
          position = next
          line += lines + 1
          break record
        case .missing:
          cells.removeLast(cells.count - firstCell)
          return
        }
      }
    }
  }

  private mutating func scanCell(
    _ bytes: Span<UInt8>, from start: Int, lines: inout Int, fault: inout RecordFault?
  ) -> CellEnd {
    if start < end && bytes[start] == .quote {
      return scanQuotedCell(bytes, from: start, lines: &lines, fault: &fault)
    }
    var cursor = start
    while cursor < end {
      let byte = bytes[cursor]
      if byte == .comma {
        cells.append(ByteRange(start, cursor))
        return .comma(at: cursor)
      }
      if byte == .lineFeed {
        cells.append(ByteRange(start, cursor))
        return .record(at: cursor, next: cursor + 1)
      }
      if byte == .carriageReturn {
        if cursor + 1 == end && !isLast { return .missing }
        if cursor + 1 < end && bytes[cursor + 1] == .lineFeed {
          cells.append(ByteRange(start, cursor))
          return .record(at: cursor, next: cursor + 2)
        }
      }
      if byte == .quote { fault = fault ?? .strayQuote }
      cursor += 1
    }
    guard isLast else { return .missing }
    cells.append(ByteRange(start, end))
    return .record(at: end, next: end)
  }

  private mutating func scanQuotedCell(
    _ bytes: Span<UInt8>, from start: Int, lines: inout Int, fault: inout RecordFault?
  ) -> CellEnd {
    var cursor = start + 1
    var isEscaped = false
    while true {
      guard cursor < end else {
        guard isLast else { return .missing }
        fault = .unterminatedQuote
        cells.append(ByteRange(start + 1, end))
        return .record(at: end, next: end)
      }
      let byte = bytes[cursor]
      if byte == .quote {
        if cursor + 1 == end && !isLast { return .missing }
        guard cursor + 1 < end && bytes[cursor + 1] == .quote else { break }
        isEscaped = true
        cursor += 2
        continue
      }
      if byte == .lineFeed { lines += 1 }
      cursor += 1
    }
    let content = ByteRange(start + 1, cursor)
    cursor += 1
    let after = cursor
    var ending = CellEnd.missing
    var isEnded = false
    while cursor < end && !isEnded {
      let byte = bytes[cursor]
      if byte == .comma {
        ending = .comma(at: cursor)
        isEnded = true
      } else if byte == .lineFeed {
        ending = .record(at: cursor, next: cursor + 1)
        isEnded = true
      } else if byte == .carriageReturn && cursor + 1 == end && !isLast {
        return .missing
      } else if byte == .carriageReturn && cursor + 1 < end && bytes[cursor + 1] == .lineFeed {
        ending = .record(at: cursor, next: cursor + 2)
        isEnded = true
      } else {
        cursor += 1
      }
    }
    if !isEnded {
      guard isLast else { return .missing }
      ending = .record(at: end, next: end)
    }
    if cursor > after { fault = fault ?? .textAfterQuote }
    cells.append(isEscaped ? unescape(bytes, content.range) : content)
    return ending
  }

  private mutating func unescape(_ bytes: Span<UInt8>, _ content: Range<Int>) -> ByteRange {
    let start = spill + unescaped.count
    var cursor = content.lowerBound
    while cursor < content.upperBound {
      unescaped.append(bytes[cursor])
      cursor += bytes[cursor] == .quote ? 2 : 1
    }
    return ByteRange(start, spill + unescaped.count)
  }
}

extension UInt8 {
  static var comma: UInt8 { 0x2C }
  static var quote: UInt8 { 0x22 }
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
}
