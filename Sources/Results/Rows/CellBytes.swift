import Spreadsheet

/// Cells of a CSV file as bytes: quoted by RFC 4180, and guarded where a spreadsheet would run them.
///
/// Room is made for a whole cell, which is then written through one span: the checks of arrays cost once a cell, not
/// once a byte.
struct CellBytes {
  private var room: [UInt8] = []
  private(set) var count = 0

  /// Hands over what is written, and goes on with nothing.
  mutating func take() -> [UInt8] {
    defer { count = 0 }
    return Array(room[..<count])
  }

  private mutating func makeRoom(for added: Int) {
    guard count + added > room.count else { return }
    room.append(contentsOf: repeatElement(0, count: max(added, room.count, 64)))
  }

  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    room[count] = byte
    count += 1
  }

  /// Bytes as they are.
  mutating func append(_ text: Span<UInt8>) {
    makeRoom(for: text.count)
    Self.copy(text, into: &room, at: count)
    count += text.count
  }

  private static func copy(_ text: Span<UInt8>, into room: inout [UInt8], at start: Int) {
    var target = room.mutableSpan
    var index = 0
    while index < text.count {
      target[start + index] = text[index]
      index += 1
    }
  }

  /// A cell as the server has quoted it where it has to be.
  mutating func append(_ cell: CopiedRows.Cell, of chunk: Span<UInt8>) {
    guard !cell.isNull else { return }
    let text = chunk.extracting(cell.start..<cell.end)
    if cell.isQuoted { append(.quote) }
    if text.count > 0, Self.mayBeginFormula(text[0]),
      // A quoted cell holds a comma, a quote or a line's end, which no number does.
      cell.isQuoted || Self.needsGuard(text)
    {
      append(FormulaGuard.mark)
    }
    append(text)
    if cell.isQuoted { append(.quote) }
  }

  /// The text that a cell stands for.
  mutating func append(textOf cell: CopiedRows.Cell, of chunk: Span<UInt8>) {
    let text = chunk.extracting(cell.start..<cell.end)
    guard cell.isQuoted else { return append(text) }
    var index = 0
    while index < text.count {
      append(text[index])
      // A quote within quotes stands twice.
      index += text[index] == .quote ? 2 : 1
    }
  }

  /// Makes one cell of all that was written since `start`. An empty text, as apart from nothing, comes in quotes.
  mutating func endText(from start: Int) {
    let isQuoted = count == start || Self.needsQuotes(room.span.extracting(start..<count))
    let isFormula =
      count > start && Self.mayBeginFormula(room[start]) && Self.needsGuard(room.span.extracting(start..<count))
    guard isQuoted || isFormula else { return }
    let text = Array(room[start..<count])
    count = start
    if isQuoted { append(.quote) }
    if isFormula { append(FormulaGuard.mark) }
    for byte in text {
      if byte == .quote { append(.quote) }
      append(byte)
    }
    if isQuoted { append(.quote) }
  }

  /// Takes back all that was written since `start`.
  mutating func takeBack(to start: Int) { count = start }

  /// Takes back the blanks at the end of what was written since `start`.
  mutating func trimBlanks(from start: Int) {
    while count > start, room[count - 1] == UInt8(ascii: " ") { count -= 1 }
  }

  private static func mayBeginFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      .carriageReturn:
      true
    default: false
    }
  }

  private static func needsGuard(_ text: Span<UInt8>) -> Bool {
    FormulaGuard.applies(to: text.indices.map { text[$0] })
  }

  private static func needsQuotes(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == .comma || byte == .quote || byte == .lineFeed || byte == .carriageReturn { return true }
      index += 1
    }
    return false
  }
}

extension CopiedRows.Cell {
  /// Works on the text that the cell stands for, where it lies if it lies there as it is.
  func withText<T>(of chunk: Span<UInt8>, _ body: (Span<UInt8>) -> T) -> T {
    guard isQuoted, start < end else { return body(chunk.extracting(start..<end)) }
    var text = CellBytes()
    text.append(textOf: self, of: chunk)
    return body(text.take().span)
  }
}
