import Spreadsheet

/// Turns what `copy .. to stdout (format csv)` sends into the CSV of our files: CRLF, and cells that a spreadsheet
/// would run as formulas guarded.
///
/// The server quotes as RFC 4180 wants, and sends whole rows.
struct CopiedCSV {
  /// Rows seen so far.
  private(set) var rows = 0

  /// The bytes of a chunk of whole rows, as the file has them.
  mutating func translated(_ chunk: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(chunk.count + chunk.count / 16 + 64)
    let bytes = chunk.span
    var written = 0
    var inQuotes = false
    var atCellStart = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if atCellStart {
        atCellStart = false
        let isQuoted = byte == .quote
        let first = isQuoted ? index + 1 : index
        if first < bytes.count, Self.mayBeginFormula(bytes[first]),
          Self.needsGuard(bytes, from: first, isQuoted: isQuoted)
        {
          output.append(contentsOf: chunk[written..<first])
          output.append(FormulaGuard.mark)
          written = first
        }
      }
      if byte == .quote {
        inQuotes.toggle()
      } else if !inQuotes {
        if byte == .comma {
          atCellStart = true
        } else if byte == .lineFeed {
          output.append(contentsOf: chunk[written..<index])
          output.append(.carriageReturn)
          written = index
          atCellStart = true
          rows += 1
        }
      }
      index += 1
    }
    output.append(contentsOf: chunk[written...])
    return output
  }

  private static func mayBeginFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      .carriageReturn:
      true
    default: false
    }
  }

  private static func needsGuard(_ bytes: Span<UInt8>, from start: Int, isQuoted: Bool) -> Bool {
    var cell: [UInt8] = []
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted ? byte == .quote : byte == .comma || byte == .lineFeed { break }
      cell.append(byte)
      index += 1
    }
    // A quoted cell holds a comma, a quote or a line's end, which no number does.
    return FormulaGuard.applies(to: isQuoted ? cell + [.quote] : cell)
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
