import Bytes
import CadreModel
import Spreadsheet

/// The bytes of rows not yet written, and how each kind of cell becomes bytes.
struct CellBuffer {
  private var buffer: ByteBuffer
  private(set) var column = 0

  /// - Parameter room: more than a row ever takes above the size at which rows are written out.
  init(room: Int) {
    buffer = ByteBuffer(room: room)
  }

  /// What is written.
  var bytes: ArraySlice<UInt8> { buffer.bytes }
  var count: Int { buffer.count }

  mutating func clear() {
    buffer.takeBack(to: 0)
  }

  /// The comma before every cell but the first.
  private mutating func begin() {
    if column > 0 { buffer.append(.comma) }
    column += 1
  }

  mutating func empty() {
    begin()
  }

  mutating func endRow(_ lineEnd: [UInt8]) {
    column = 0
    buffer.append(lineEnd)
  }

  mutating func raw(_ added: [UInt8]) {
    buffer.append(added)
  }

  /// A cell that is known to need no quotes.
  mutating func plain(_ value: String) {
    begin()
    buffer.append(value)
  }

  /// More of the same cell.
  mutating func append(_ value: String) {
    buffer.append(value)
  }

  mutating func separator(_ byte: UInt8) {
    buffer.append(byte)
  }

  /// Free text, quoted where RFC 4180 asks for it.
  mutating func text(_ value: String) {
    begin()
    let start = buffer.count
    buffer.append(value)
    buffer.endCell(from: start, guardsFormulas: false)
  }

  /// A letter and a number of fixed width.
  mutating func id(_ letter: UInt8, _ number: Int, width: Int) {
    begin()
    buffer.append(letter)
    buffer.append(digits: number, width: width)
  }

  mutating func integer(_ value: Int) {
    begin()
    buffer.append(number: value)
  }

  mutating func integer(_ value: Int, width: Int) {
    begin()
    buffer.append(digits: value, width: width)
  }

  mutating func isoDate(_ day: Day) {
    begin()
    let (year, month, dayOfMonth) = day.civil
    buffer.append(year: year, month: month, day: dayOfMonth)
  }

  mutating func chineseDate(_ day: Day) {
    begin()
    let (year, month, dayOfMonth) = day.civil
    buffer.append(digits: year, width: 4)
    buffer.append("年")
    buffer.append(number: month)
    buffer.append("月")
    buffer.append(number: dayOfMonth)
    buffer.append("日")
  }

  /// A decimal given in hundredths: 2525 is `25.25`, 300 is `3`.
  mutating func number(hundredths value: Int) {
    begin()
    buffer.append(hundredths: value)
  }

  /// More of the same cell: a number without leading zeros.
  mutating func whole(_ value: Int) {
    buffer.append(number: value)
  }

  /// More of the same cell: a number with leading zeros.
  mutating func digits(_ value: Int, width: Int) {
    buffer.append(digits: value, width: width)
  }
}
