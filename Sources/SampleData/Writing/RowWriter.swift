import CadreModel
import DataContract
import Files
import Spreadsheet

/// Writes the rows of one table, cell after cell in the contract's order, into a buffer and from there to its file.
///
/// A class, because with one noncopyable writer a table the compiler needs minutes for its ownership checks. An error of the
/// disk is remembered and thrown by `check`, so that writing a cell needs no `try`.
final class RowWriter {
  /// Why the file could not be written as it should be.
  private enum Failure {
    case system(SystemError)
    /// A row has no form in the file's encoding, or the system does not know the encoding.
    case unconvertible
  }

  private let path: String
  private let file: OpenFile?
  private let converter: GB18030Converter?
  private var buffer = CellBuffer(room: RowWriter.flushAt + (1 << 16))
  private var failure: Failure?
  private(set) var rows = 0
  private let columns: Int
  private let chinese: Bool
  private let lineEnd: [UInt8]
  /// Chinese labels of the codes, by column; empty when codes are written as they are.
  private let labels: [[String: String]]

  private static let flushAt = 1 << 17

  /// Opens `<table>.csv` in the folder and writes the heading from the contract.
  init(_ table: Table, folder: String, dialect: Dialect) {
    path = folder + "/" + table.name.rawValue + ".csv"
    do {
      file = try OpenFile(path, for: .rewritingWhereLinksLead(permissions: 0o644))
    } catch {
      file = nil
      failure = .system(error)
    }
    if dialect.encoding == .gb18030 {
      converter = try? GB18030Converter(.fromUTF8)
      if converter == nil { failure = .unconvertible }
    } else {
      converter = nil
    }
    columns = table.columns.count
    chinese = dialect.headings == .chinese
    lineEnd = dialect.lineEnd
    labels = chinese ? table.columns.map(\.codeLabels) : []
    if dialect.hasByteOrderMark { buffer.raw([0xEF, 0xBB, 0xBF]) }
    for heading in table.columns { buffer.text(chinese ? heading.label : heading.name) }
    buffer.endRow(lineEnd)
  }

  func empty() {
    buffer.empty()
  }

  /// Free text, quoted where RFC 4180 asks for it.
  func text(_ value: String) {
    buffer.text(value)
  }

  func text(_ value: String?) {
    if let value { buffer.text(value) } else { buffer.empty() }
  }

  /// An id that is known to need no quotes.
  func id(_ value: String) {
    buffer.plain(value)
  }

  /// An id made of a letter and a number of fixed width: `P0000012`.
  func id(_ letter: Unicode.Scalar, _ number: Int, width: Int = 7) {
    buffer.id(UInt8(truncatingIfNeeded: letter.value), number, width: width)
  }

  /// An id with a serial number behind it: `Z0000012-3`.
  func id(_ letter: Unicode.Scalar, _ number: Int, serial: Int) {
    id(letter, number)
    buffer.separator(45)
    buffer.whole(serial)
  }

  func code(_ value: String) {
    buffer.plain(chinese ? labels[buffer.column][value] ?? value : value)
  }

  func code(_ value: String?) {
    if let value { code(value) } else { buffer.empty() }
  }

  func tags(_ values: [String]) {
    guard let first = values.first else { return buffer.empty() }
    let column = buffer.column
    code(first)
    for value in values.dropFirst() {
      buffer.separator(59)
      buffer.append(chinese ? labels[column][value] ?? value : value)
    }
  }

  func flag(_ value: Bool) {
    buffer.plain(chinese ? (value ? "是" : "否") : (value ? "1" : "0"))
  }

  func flag(_ value: Bool?) {
    if let value { flag(value) } else { buffer.empty() }
  }

  func date(_ day: Day) {
    if chinese { buffer.chineseDate(day) } else { buffer.isoDate(day) }
  }

  func date(_ day: Day?) {
    if let day { date(day) } else { buffer.empty() }
  }

  func integer(_ value: Int) {
    buffer.integer(value)
  }

  func integer(_ value: Int, width: Int) {
    buffer.integer(value, width: width)
  }

  /// A decimal given in hundredths: 2525 is `25.25`, 300 is `3`.
  func number(hundredths value: Int) {
    buffer.number(hundredths: value)
  }

  func number(hundredths value: Int?) {
    if let value { buffer.number(hundredths: value) } else { buffer.empty() }
  }

  /// `2025H1`.
  func half(_ half: Half) {
    buffer.integer(half.year, width: 4)
    buffer.separator(72)
    buffer.digits(half.index, width: 1)
  }

  /// Ends the row. Every column of the contract must have had its cell.
  func end() {
    precondition(buffer.column == columns, "\(path): a row of \(buffer.column) cells, \(columns) columns")
    rows += 1
    buffer.endRow(lineEnd)
    if buffer.count >= RowWriter.flushAt { flush() }
  }

  private func flush() {
    if failure == nil {
      do throws(SystemError) {
        if let converter {
          var converted: [UInt8] = []
          if converter.convert(buffer.bytes.span, appendingTo: &converted) {
            try file?.write(converted)
          } else {
            failure = .unconvertible
          }
        } else {
          try file?.write(buffer.bytes.span)
        }
      } catch {
        failure = .system(error)
      }
    }
    buffer.clear()
  }

  /// Throws if something could not be written.
  func check() throws(SampleError) {
    switch failure {
    case .unconvertible: throw .unconvertible(path: path)
    case .system(let error): throw .cannotWrite(path: path, reason: error)
    case nil: break
    }
  }

  /// Writes what is left.
  func finish() throws(SampleError) {
    flush()
    try check()
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
