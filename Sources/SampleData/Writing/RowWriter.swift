import CadreModel
import DataContract
import Glibc

/// Writes the rows of one table, cell after cell in the contract's order, into a buffer and from there to its file.
///
/// A failing disk is remembered and told by `check`, so that the cells themselves need no `try`.
struct RowWriter: ~Copyable {
  private let file: OutputFile
  private let converter: GB18030Converter?
  private var bytes: [UInt8] = []
  private var column = 0
  private var failure: Int32?
  private(set) var rows = 0
  private let columns: Int
  private let chinese: Bool
  private let lineEnd: [UInt8]
  /// Chinese labels of the codes, by column; empty when codes are written as they are.
  private let labels: [[String: String]]

  private static let flushAt = 1 << 17

  /// Opens `<table>.csv` in the folder and writes the heading from the contract.
  init(_ table: Table, folder: String, dialect: Dialect) {
    let path = folder + "/" + table.name.rawValue + ".csv"
    file = OutputFile(path: path)
    converter = dialect.encoding == .gb18030 ? GB18030Converter() : nil
    columns = table.columns.count
    chinese = dialect.headings == .chinese
    lineEnd = dialect.lineEnd
    labels = chinese ? table.columns.map(\.codeLabels) : []
    bytes.reserveCapacity(RowWriter.flushAt + 4096)
    if dialect.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
    for heading in table.columns { text(chinese ? heading.label : heading.name) }
    end()
    rows = 0
    failure = file.failure
  }

  private mutating func begin() {
    if column > 0 { bytes.append(44) }
    column += 1
  }

  mutating func empty() {
    begin()
  }

  /// Free text, quoted where RFC 4180 asks for it.
  mutating func text(_ value: String) {
    begin()
    guard value.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
      bytes.append(contentsOf: value.utf8)
      return
    }
    bytes.append(34)
    for byte in value.utf8 {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }

  mutating func text(_ value: String?) {
    if let value { text(value) } else { begin() }
  }

  /// An id that is known to need no quotes.
  mutating func id(_ value: String) {
    begin()
    bytes.append(contentsOf: value.utf8)
  }

  /// An id made of a letter and a number of fixed width: `P0000012`.
  mutating func id(_ letter: Unicode.Scalar, _ number: Int, width: Int = 7) {
    begin()
    bytes.append(UInt8(truncatingIfNeeded: letter.value))
    digits(number, width: width)
  }

  /// An id with a serial number behind it: `Z0000012-3`.
  mutating func id(_ letter: Unicode.Scalar, _ number: Int, serial: Int) {
    id(letter, number)
    bytes.append(45)
    whole(serial)
  }

  mutating func code(_ value: String) {
    begin()
    appendCode(value)
  }

  mutating func code(_ value: String?) {
    if let value { code(value) } else { begin() }
  }

  mutating func tags(_ values: [String]) {
    begin()
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(59) }
      appendCode(value)
    }
  }

  private mutating func appendCode(_ value: String) {
    if chinese {
      bytes.append(contentsOf: (labels[column - 1][value] ?? value).utf8)
    } else {
      bytes.append(contentsOf: value.utf8)
    }
  }

  mutating func flag(_ value: Bool) {
    begin()
    if chinese {
      bytes.append(contentsOf: (value ? "是" : "否").utf8)
    } else {
      bytes.append(value ? 49 : 48)
    }
  }

  mutating func flag(_ value: Bool?) {
    if let value { flag(value) } else { begin() }
  }

  mutating func date(_ day: Day) {
    begin()
    let (year, month, dayOfMonth) = day.civil
    if chinese {
      digits(year, width: 4)
      bytes.append(contentsOf: "年".utf8)
      whole(month)
      bytes.append(contentsOf: "月".utf8)
      whole(dayOfMonth)
      bytes.append(contentsOf: "日".utf8)
    } else {
      digits(year, width: 4)
      bytes.append(45)
      digits(month, width: 2)
      bytes.append(45)
      digits(dayOfMonth, width: 2)
    }
  }

  mutating func date(_ day: Day?) {
    if let day { date(day) } else { begin() }
  }

  mutating func integer(_ value: Int) {
    begin()
    whole(value)
  }

  mutating func integer(_ value: Int, width: Int) {
    begin()
    digits(value, width: width)
  }

  /// A decimal given in hundredths: 2525 is `25.25`, 300 is `3`.
  mutating func number(hundredths value: Int) {
    begin()
    if value < 0 { bytes.append(45) }
    let magnitude = abs(value)
    whole(magnitude / 100)
    let fraction = magnitude % 100
    if fraction == 0 { return }
    bytes.append(46)
    bytes.append(UInt8(48 + fraction / 10))
    if fraction % 10 != 0 { bytes.append(UInt8(48 + fraction % 10)) }
  }

  mutating func number(hundredths value: Int?) {
    if let value { number(hundredths: value) } else { begin() }
  }

  /// `2025H1`.
  mutating func half(_ half: Half) {
    begin()
    digits(half.year, width: 4)
    bytes.append(72)
    bytes.append(UInt8(48 + half.index))
  }

  /// Ends the row. Every column of the contract must have had its cell.
  mutating func end() {
    precondition(column == columns, "\(file.path): a row of \(column) cells, \(columns) columns")
    column = 0
    rows += 1
    bytes.append(contentsOf: lineEnd)
    if bytes.count >= RowWriter.flushAt { flush() }
  }

  private mutating func flush() {
    if failure == nil {
      switch converter {
      case .some(let converter):
        // EILSEQ: the system does not know the encoding.
        if let converted = converter.convert(bytes) { failure = file.write(converted) } else { failure = EILSEQ }
      case .none: failure = file.write(bytes)
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Throws if something could not be written.
  func check() throws(SampleError) {
    if failure == EILSEQ { throw .unconvertible(path: file.path) }
    if let failure { throw .cannotWrite(path: file.path, reason: systemReason(failure)) }
  }

  /// Writes what is left.
  mutating func finish() throws(SampleError) {
    flush()
    try check()
  }

  private mutating func digits(_ value: Int, width: Int) {
    let start = bytes.count
    for _ in 0..<width { bytes.append(48) }
    var rest = UInt32(truncatingIfNeeded: value)
    var at = start + width
    while at > start {
      at -= 1
      bytes[at] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
  }

  private mutating func whole(_ value: Int) {
    var width = 1
    var limit = 10
    while value >= limit {
      width += 1
      limit *= 10
    }
    digits(value, width: width)
  }
}

extension Column {
  /// Chinese labels by code, for columns that hold codes.
  fileprivate var codeLabels: [String: String] {
    switch type {
    case .code(let codes), .tags(let codes):
      Dictionary(codes.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
    default: [:]
    }
  }
}

/// A half-year, `2025H1`.
struct Half: Sendable, Hashable {
  let year: Int
  /// 1 or 2.
  let index: Int

  var starts: Day { .firstDay(ofYear: year).adding(months: index * 6 - 6) }
  var ends: Day { .firstDay(ofYear: year).adding(months: index * 6).adding(days: -1) }
}
