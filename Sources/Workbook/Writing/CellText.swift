/// Text on its way into a cell: its width as people see it, and the escapes that XML needs.
enum CellText {
  /// What a look at the text tells.
  struct Look {
    /// The longest line's width; Chinese characters count two.
    var width = 0
    var lines = 1
    var needsEscapes = false
    /// Whether a program would take it for a formula if somebody typed it.
    var looksLikeFormula = false
  }

  /// The mark at the end of a text that was cut.
  static let cutMark: Character = "…"

  static func look(at text: String) -> Look {
    var look = Look()
    var width = 0
    let bytes = text.utf8.span
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x0A:
        look.width = max(look.width, width)
        width = 0
        look.lines += 1
      case 0x09: width += 4
      case 0..<0x20: look.needsEscapes = true
      case 0x5F:
        width += 1
        if index + 1 < bytes.count, bytes[index + 1] == 0x78 { look.needsEscapes = true }
      case 0x20..<0x80, 0xC0..<0xE0: width += 1
      case 0xE0...:
        width += 2
        if byte == 0xEF, bytes[index + 1] == 0xBF { look.needsEscapes = true }
      default: break  // the later bytes of a character
      }
    }
    look.width = max(look.width, width)
    if bytes.count > 0 {
      let first = bytes[0]
      look.looksLikeFormula = first == 0x3D || first == 0x2B || first == 0x2D || first == 0x40
    }
    return look
  }

  /// Text as a cell's XML has it: control characters as `_x0007_`, a literal `_x0007_` with its underscore escaped,
  /// characters that XML forbids replaced; cut, with a mark, where the cell ends.
  static func escaped(_ text: String) -> (text: String, isCut: Bool) {
    var result = String.UnicodeScalarView()
    var length = 0
    // How much of the result fits together with the mark, should it have to be cut.
    var lengthWithMark = 0
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let piece = escape(scalar, at: index, of: scalars)
      let pieceLength = piece.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
      guard length + pieceLength <= SheetLimits.textLength else {
        result.removeLast(result.count - lengthWithMark)
        return (String(result) + String(cutMark), true)
      }
      length += pieceLength
      result.append(contentsOf: piece)
      if length < SheetLimits.textLength { lengthWithMark = result.count }
    }
    return (String(result), false)
  }

  private static func escape(_ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x09, 0x0A: [scalar]
    case 0..<0x20: Array("_x00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16, uppercase: true))_".unicodeScalars)
    case 0xFFFE, 0xFFFF: ["\u{FFFD}"]
    case 0x5F where beginsEscape(at: index, of: scalars): Array("_x005F_".unicodeScalars)
    default: [scalar]
    }
  }

  private static func beginsEscape(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else { return false }
    return scalars[(index + 2)...(index + 5)].allSatisfy(\.properties.isASCIIHexDigit)
  }

  /// Text for places that know no escapes (titles, notes, messages): control characters become spaces; cut to a
  /// length in UTF-16 units.
  static func plain(_ text: String, limit: Int) -> String {
    var result = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      length += scalar.value > 0xFFFF ? 2 : 1
      if length > limit {
        result.removeLast()
        return String(result) + String(cutMark)
      }
      let isForbidden = scalar.value < 0x20 && scalar != "\n" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      result.append(isForbidden ? " " : scalar)
    }
    return String(result)
  }
}
