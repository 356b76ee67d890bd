public import Bytes

extension ByteBuffer {
  /// Makes one cell of a CSV file of all that was written since `start`: quoted where RFC 4180 asks for it, and guarded where
  /// a spreadsheet would run it as a formula.
  ///
  /// - Parameter quotesEmpty: whether an empty text is set apart from nothing by quotes.
  public mutating func endCell(
    from start: Int, separator: UInt8 = .comma, guardsFormulas: Bool = true, quotesEmpty: Bool = false
  ) {
    let (isQuoted, isGuarded) = withBytes(from: start) { cell in
      (
        cell.isEmpty ? quotesEmpty : Self.needsQuotes(cell, separator),
        guardsFormulas && FormulaGuard.applies(to: cell)
      )
    }
    guard isQuoted || isGuarded else { return }
    let text = Array(bytes[start...])
    takeBack(to: start)
    if isQuoted { append(.quote) }
    if isGuarded { append(FormulaGuard.mark) }
    for byte in text {
      if isQuoted && byte == .quote { append(.quote) }
      append(byte)
    }
    if isQuoted { append(.quote) }
  }

  private static func needsQuotes(_ cell: Span<UInt8>, _ separator: UInt8) -> Bool {
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      if byte == separator || byte == .quote || byte == .lineFeed || byte == .carriageReturn { return true }
      index += 1
    }
    return false
  }
}

/// Keeps a spreadsheet from running a cell of data as a formula.
public enum FormulaGuard {
  /// `'`, which spreadsheets show as nothing.
  public static let mark: UInt8 = 0x27

  /// The text of a cell of a file that was written with marks, without the mark.
  public static func text(of cell: ArraySlice<UInt8>) -> String {
    let rest = cell.dropFirst()
    let isMarked = cell.first == mark && applies(to: rest.span)
    return String(decoding: isMarked ? rest : cell, as: UTF8.self)
  }

  /// Whether a cell begins like a formula and is no plain number.
  public static func applies(to cell: Span<UInt8>) -> Bool {
    guard cell.count > 0 else { return false }
    switch cell[0] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), .carriageReturn: return true
    case UInt8(ascii: "+"), .hyphen: break
    default: return false
    }
    var digits = 0
    var points = 0
    var index = 1
    while index < cell.count {
      switch cell[index] {
      case let byte where byte.isDigit: digits += 1
      case .point: points += 1
      default: return true
      }
      index += 1
    }
    return digits == 0 || points > 1
  }
}
