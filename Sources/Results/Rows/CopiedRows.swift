import Bytes

/// Takes apart what `copy .. to stdout (format csv)` sends: chunks of whole rows, each of as many cells.
struct CopiedRows {
  /// The cells of the present row.
  private(set) var cells: [Cell]
  private var index = 0

  init(columns: Int) {
    cells = [Cell](repeating: Cell(), count: columns)
  }

  /// A cell's place in its chunk, without the quotes around it.
  struct Cell {
    var start = 0
    var end = 0
    var isQuoted = false

    /// Nothing, as apart from an empty text, which comes in quotes.
    var isNull: Bool { !isQuoted && start == end }
  }

  /// The number in a cell of digits.
  func number(_ column: Int, of chunk: Span<UInt8>) -> Int {
    let cell = cells[column]
    var number = 0
    for index in cell.start..<cell.end { number = number * 10 + Int(chunk[index] - UInt8(ascii: "0")) }
    return number
  }

  /// Goes on to the next row; false at the end of the chunk, where the next chunk begins.
  mutating func next(in chunk: Span<UInt8>) -> Bool {
    guard index < chunk.count else {
      index = 0
      return false
    }
    var column = 0
    while column < cells.count {
      var cell = Cell(start: index, end: index, isQuoted: chunk[index] == .quote)
      if cell.isQuoted {
        cell.start += 1
        index += 1
        while index + 1 < chunk.count, chunk[index] != .quote || chunk[index + 1] == .quote {
          index += chunk[index] == .quote ? 2 : 1
        }
        cell.end = index
        index += 1
      } else {
        while chunk[index] != .comma, chunk[index] != .lineFeed { index += 1 }
        cell.end = index
      }
      // Behind the comma or the line's end.
      index += 1
      cells[column] = cell
      column += 1
    }
    return true
  }
}
