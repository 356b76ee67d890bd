import CadreModel

/// The bytes of rows not yet written, and how each kind of cell becomes bytes.
///
/// Memory is reserved once. Each cell is written through one span, so that bounds are checked once a cell and not once a
/// byte.
struct CellBuffer {
  private(set) var bytes: [UInt8]
  private(set) var count = 0
  private(set) var column = 0

  /// - Parameter room: more than a row ever takes above the size at which rows are written out.
  init(room: Int) {
    bytes = [UInt8](repeating: 0, count: room)
  }

  mutating func clear() {
    count = 0
  }

  private mutating func put(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// The comma before every cell but the first.
  private mutating func begin() {
    if column > 0 { put(44) }
    column += 1
  }

  mutating func empty() {
    begin()
  }

  mutating func endRow(_ lineEnd: [UInt8]) {
    column = 0
    raw(lineEnd)
  }

  mutating func raw(_ added: [UInt8]) {
    for byte in added { put(byte) }
  }

  /// A cell that is known to need no quotes.
  mutating func plain(_ value: String) {
    begin()
    append(value)
  }

  /// More of the same cell.
  mutating func append(_ value: String) {
    var at = count
    var span = bytes.mutableSpan
    for byte in value.utf8 {
      span[at] = byte
      at += 1
    }
    count = at
  }

  mutating func separator(_ byte: UInt8) {
    put(byte)
  }

  /// Free text, quoted where RFC 4180 asks for it.
  mutating func text(_ value: String) {
    begin()
    let start = count
    append(value)
    let needsQuotes = bytes[start..<count].contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
    guard needsQuotes else { return }
    count = start
    put(34)
    for byte in value.utf8 {
      if byte == 34 { put(34) }
      put(byte)
    }
    put(34)
  }

  /// A letter and a number of fixed width.
  mutating func id(_ letter: UInt8, _ number: Int, width: Int) {
    begin()
    put(letter)
    digits(number, width: width)
  }

  mutating func integer(_ value: Int) {
    begin()
    whole(value)
  }

  mutating func integer(_ value: Int, width: Int) {
    begin()
    digits(value, width: width)
  }

  mutating func isoDate(_ day: Day) {
    begin()
    let (year, month, dayOfMonth) = day.civil
    let start = count
    var span = bytes.mutableSpan
    CellBuffer.write(year, width: 4, at: start, &span)
    span[start + 4] = 45
    CellBuffer.write(month, width: 2, at: start + 5, &span)
    span[start + 7] = 45
    CellBuffer.write(dayOfMonth, width: 2, at: start + 8, &span)
    count = start + 10
  }

  mutating func chineseDate(_ day: Day) {
    begin()
    let (year, month, dayOfMonth) = day.civil
    digits(year, width: 4)
    append("年")
    whole(month)
    append("月")
    whole(dayOfMonth)
    append("日")
  }

  /// A decimal given in hundredths: 2525 is `25.25`, 300 is `3`.
  mutating func number(hundredths value: Int) {
    begin()
    if value < 0 { put(45) }
    let magnitude = abs(value)
    whole(magnitude / 100)
    let fraction = magnitude % 100
    if fraction == 0 { return }
    put(46)
    put(UInt8(48 + fraction / 10))
    if fraction % 10 != 0 { put(UInt8(48 + fraction % 10)) }
  }

  /// More of the same cell: a number without leading zeros.
  mutating func whole(_ value: Int) {
    var width = 1
    var limit = 10
    while value >= limit {
      width += 1
      limit *= 10
    }
    digits(value, width: width)
  }

  /// More of the same cell: a number with leading zeros.
  mutating func digits(_ value: Int, width: Int) {
    let start = count
    var span = bytes.mutableSpan
    CellBuffer.write(value, width: width, at: start, &span)
    count = start + width
  }

  private static func write(_ value: Int, width: Int, at start: Int, _ span: inout MutableSpan<UInt8>) {
    var rest = UInt32(truncatingIfNeeded: value)
    var at = start + width
    while at > start {
      at -= 1
      span[at] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
  }
}
