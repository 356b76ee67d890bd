import Bytes

/// Writes CSV by RFC 4180 with CRLF into a buffer of bytes.
///
/// ```swift
/// var writer = CSVWriter(byteOrderMark: true)
/// writer.appendRecord(["单位", "达标率"])
/// try output.write(writer.take())
/// ```
public struct CSVWriter: Sendable {
  private var buffer = ByteBuffer()
  private let guardsFormulas: Bool
  private let separator: UInt8
  private var isFirstCell = true

  /// - Parameters:
  ///   - byteOrderMark: whether the file begins with the mark by which Excel and WPS know UTF-8.
  ///   - guardsFormulas: whether a cell that a spreadsheet would run as a formula gets a leading `'`.
  public init(byteOrderMark mark: Bool, guardsFormulas: Bool = true, separator: Separator = .comma) {
    self.guardsFormulas = guardsFormulas
    self.separator = separator.byte
    if mark { buffer.append(byteOrderMark) }
  }

  /// What is written and not yet taken.
  public var bytes: [UInt8] { Array(buffer.bytes) }

  /// Appends one cell to the current record.
  public mutating func append(_ cell: String) {
    if !isFirstCell { buffer.append(separator) }
    isFirstCell = false
    let start = buffer.count
    buffer.append(cell)
    buffer.endCell(from: start, separator: separator, guardsFormulas: guardsFormulas)
  }

  /// Ends the current record.
  public mutating func endRecord() {
    buffer.append(.carriageReturn)
    buffer.append(.lineFeed)
    isFirstCell = true
  }

  /// Appends a whole record.
  public mutating func appendRecord(_ cells: some Sequence<String>) {
    for cell in cells { append(cell) }
    endRecord()
  }

  /// Hands over what is written, and goes on with an empty buffer.
  public mutating func take() -> [UInt8] { buffer.take() }
}
