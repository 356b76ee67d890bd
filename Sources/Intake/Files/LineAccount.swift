import Spreadsheet

/// What the lines of a file were. Together they are all its lines: a row is stored, or rejected, or was blank.
struct LineAccount: Sendable, Hashable {
  /// Titles above the headings, and a line `sep=;`.
  var above = 0
  var heading = 0
  /// Rows that were judged, right or wrong.
  var rows = 0
  var blank = 0

  var total: Int { above + heading + rows + blank }
}

/// Whether a cell has nothing but blanks and characters that nobody sees.
func saysNothing(_ bytes: Span<UInt8>, _ range: Range<Int>, in encoding: TextEncoding) -> Bool {
  var index = range.lowerBound
  while index < range.upperBound {
    let width = width(ofNothing: bytes.extracting(index..<range.upperBound), in: encoding)
    if width == 0 { return false }
    index += width
  }
  return true
}

private func width(ofNothing rest: Span<UInt8>, in encoding: TextEncoding) -> Int {
  let first = rest[0]
  if first == 0x20 || (0x09...0x0D).contains(first) || first == 0x1A { return 1 }
  let second = rest.count > 1 ? rest[1] : 0
  let third = rest.count > 2 ? rest[2] : 0
  switch encoding {
  case .gb18030: return first == 0xA1 && second == 0xA1 ? 2 : 0
  case .utf8:
    return switch (first, second, third) {
    case (0xC2, 0xA0, _): 2
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): 3
    default: 0
    }
  }
}
