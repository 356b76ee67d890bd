import Bytes

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
  let separator: UInt8
  /// No byte above it has a meaning of its own.
  private let ceiling: UInt8
  var cells: [ByteRange] = []
  var records: [CSVRecord] = []
  /// Contents of cells with doubled quotes.
  private(set) var unescaped: [UInt8] = []
  /// Lines without any character.
  private(set) var blankLines = 0
  /// Whether the last record ends where the file does, without a line end.
  private(set) var endsOpen = false

  init(position: Int, end: Int, isLast: Bool, line: Int, spill: Int, separator: Separator) {
    self.position = position
    self.end = end
    self.isLast = isLast
    self.line = line
    self.spill = spill
    self.separator = separator.byte
    ceiling = max(separator.byte, .quote)
  }

  private enum CellEnd {
    /// At a separator: the next cell begins behind it.
    case separator(at: Int)
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
        case .separator(let at):
          cursor = at + 1
        case .record(let at, let next):
          let isBlank = at == start
          if isBlank {
            cells.removeLast(cells.count - firstCell)
            blankLines += 1
          } else {
            records.append(
              CSVRecord(
                line: line, lineCount: lines + 1, firstCell: firstCell, cellCount: cells.count - firstCell,
                source: ByteRange(start, at), fault: fault))
            endsOpen = at == next
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
      if byte > ceiling {
        cursor += 1
        continue
      }
      if byte == separator {
        cells.append(ByteRange(start, cursor))
        return .separator(at: cursor)
      }
      if byte == .lineFeed || byte == .carriageReturn {
        let width = lineEndWidth(bytes, at: cursor)
        guard width > 0 else { return .missing }
        cells.append(ByteRange(start, cursor))
        return .record(at: cursor, next: cursor + width)
      }
      if byte == .quote { fault = fault ?? .strayQuote }
      cursor += 1
    }
    guard isLast else { return .missing }
    cells.append(ByteRange(start, end))
    return .record(at: end, next: end)
  }

  /// How long the line end is that begins with the LF or CR at `cursor`: LF, CRLF, CR, or CRCRLF, which a program writes
  /// that turns line ends twice. 0 where the buffer ends too early to tell.
  private func lineEndWidth(_ bytes: Span<UInt8>, at cursor: Int) -> Int {
    if bytes[cursor] == .lineFeed { return 1 }
    if cursor + 1 == end { return isLast ? 1 : 0 }
    if bytes[cursor + 1] == .lineFeed { return 2 }
    guard bytes[cursor + 1] == .carriageReturn else { return 1 }
    if cursor + 2 == end { return isLast ? 1 : 0 }
    return bytes[cursor + 2] == .lineFeed ? 3 : 1
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
        // A line end that the file ends with begins no further line.
        if bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn, end - 1 > start { lines -= 1 }
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
      if byte == .lineFeed || byte == .carriageReturn {
        let width = lineEndWidth(bytes, at: cursor)
        guard width > 0 else { return .missing }
        lines += 1
        cursor += width
        continue
      }
      cursor += 1
    }
    let content = ByteRange(start + 1, cursor)
    cursor += 1
    let after = cursor
    var ending: CellEnd?
    while cursor < end && ending == nil {
      let byte = bytes[cursor]
      if byte == separator {
        ending = .separator(at: cursor)
      } else if byte == .lineFeed || byte == .carriageReturn {
        let width = lineEndWidth(bytes, at: cursor)
        guard width > 0 else { return .missing }
        ending = .record(at: cursor, next: cursor + width)
      } else {
        cursor += 1
      }
    }
    if ending == nil && !isLast { return .missing }
    if cursor > after { fault = fault ?? .textAfterQuote }
    cells.append(isEscaped ? unescape(bytes, content.range) : content)
    return ending ?? .record(at: end, next: end)
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
