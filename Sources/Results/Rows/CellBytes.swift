import Bytes
import Spreadsheet

/// Cells of a CSV file as bytes: quoted by RFC 4180, and guarded where a spreadsheet would run them.
struct CellBytes {
  private var buffer = ByteBuffer()

  var count: Int { buffer.count }

  /// Hands over what is written, and goes on with nothing.
  mutating func take() -> [UInt8] { buffer.take() }

  mutating func append(_ byte: UInt8) { buffer.append(byte) }

  /// Bytes as they are.
  mutating func append(_ text: Span<UInt8>) { buffer.append(text) }

  /// A cell as the server has quoted it where it has to be.
  mutating func append(_ cell: CopiedRows.Cell, of chunk: Span<UInt8>) {
    guard !cell.isNull else { return }
    let text = chunk.extracting(cell.start..<cell.end)
    if cell.isQuoted { append(.quote) }
    // The server doubles quotes within a quoted text, which changes nothing here: no number has any.
    if FormulaGuard.applies(to: text) { append(FormulaGuard.mark) }
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
    buffer.endCell(from: start, quotesEmpty: true)
  }

  /// Takes back all that was written since `start`.
  mutating func takeBack(to start: Int) { buffer.takeBack(to: start) }

  /// Takes back the blanks at the end of what was written since `start`.
  mutating func trimBlanks(from start: Int) {
    while count > start, buffer[count - 1] == UInt8(ascii: " ") { buffer.takeBack(to: count - 1) }
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
