/// Writes CSV by RFC 4180 with CRLF into a buffer of bytes.
///
/// ```swift
/// var writer = CSVWriter(byteOrderMark: true)
/// writer.appendRecord(["单位", "达标率"])
/// try output.write(writer.take())
/// ```
public struct CSVWriter: Sendable {
  /// What is written and not yet taken.
  public private(set) var bytes: [UInt8] = []
  private let guardsFormulas: Bool
  private let separator: UInt8
  private var isFirstCell = true

  /// - Parameters:
  ///   - byteOrderMark: whether the file begins with the mark by which Excel and WPS know UTF-8.
  ///   - guardsFormulas: whether a cell that a spreadsheet would run as a formula gets a leading `'`.
  public init(byteOrderMark mark: Bool, guardsFormulas: Bool = true, separator: Separator = .comma) {
    self.guardsFormulas = guardsFormulas
    self.separator = separator.byte
    if mark { bytes.append(contentsOf: byteOrderMark) }
  }

  /// Appends one cell to the current record.
  public mutating func append(_ cell: String) {
    if !isFirstCell { bytes.append(separator) }
    isFirstCell = false
    let needsGuard = guardsFormulas && FormulaGuard.applies(to: cell.utf8)
    guard cell.utf8.contains(where: needsQuotes) else {
      if needsGuard { bytes.append(FormulaGuard.mark) }
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(.quote)
    if needsGuard { bytes.append(FormulaGuard.mark) }
    for byte in cell.utf8 {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }

  /// Ends the current record.
  public mutating func endRecord() {
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
    isFirstCell = true
  }

  /// Appends a whole record.
  public mutating func appendRecord(_ cells: some Sequence<String>) {
    for cell in cells { append(cell) }
    endRecord()
  }

  /// Hands over what is written, and goes on with an empty buffer.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == separator || byte == .quote || byte == .lineFeed || byte == .carriageReturn
  }
}

/// Keeps a spreadsheet from running a cell of data as a formula.
public enum FormulaGuard {
  /// `'`, which spreadsheets show as nothing.
  public static let mark: UInt8 = 0x27

  /// Whether a cell begins like a formula and is no plain number.
  public static func applies(to cell: some Sequence<UInt8>) -> Bool {
    var bytes = cell.makeIterator()
    switch bytes.next() {
    case 0x3D, 0x40, 0x09, 0x0D: return true
    case 0x2B, 0x2D: break
    default: return false
    }
    var digits = 0
    var points = 0
    while let byte = bytes.next() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: points += 1
      default: return true
      }
    }
    return digits == 0 || points > 1
  }
}
