/// Scans one row of a sheet that is written as programs write rows:
///
/// ```xml
/// <row r="2" spans="1:3"><c r="A2" s="1"><v>45</v></c><c r="B2" t="inlineStr"><is><t>text</t></is></c><c r="C2"/></row>
/// ```
///
/// Takes no more than what surely is well-formed and means what it seems to: one blank between attributes, each given once, values in
/// double quotes, no references (`&amp;`), no comments, no line ends, no characters that XML forbids. Rows that have anything else are
/// not plain, right or wrong: expat reads them, and says of them what is to be said.
struct PlainRow {
  /// Elements within each other: `row`, `c`, `is`, `t`.
  static let depth = 4

  struct Head {
    /// As given.
    var number: Int?
    var isHidden = false
  }

  struct Cell {
    /// As given.
    var column: Int?
    var type = PendingCell.CellType.number
    var style = -1
    var hasValue = false
    var hasInline = false
    /// Where its text stands among the bytes.
    var text = 0..<0
  }

  enum Piece {
    case cell(Cell)
    case end
    case notPlain
  }

  /// Behind what was scanned.
  private(set) var position: Int
  private var hasNoCells = false

  init(from start: Int) {
    position = start
  }

  /// The tag that the row begins with; nil where it is not plain.
  mutating func head(_ bytes: Span<UInt8>) -> Head? {
    guard take("<row", bytes) else { return nil }
    var head = Head()
    var seen = SeenNames()
    while peek(bytes) == UInt8(ascii: " ") {
      position += 1
      if [UInt8(ascii: "/"), UInt8(ascii: ">")].contains(peek(bytes)) { break }
      guard let name = attributeName(bytes), seen.add(bytes, name.whole), let value = attributeValue(bytes) else { return nil }
      if name.local.count == 1, bytes[name.local.lowerBound] == UInt8(ascii: "r") {
        guard let number = Self.number(bytes, value) else { return nil }
        head.number = number
      } else if Self.says("hidden", bytes, name.local) {
        head.isHidden = !value.isEmpty && [UInt8(ascii: "1"), UInt8(ascii: "t")].contains(bytes[value.lowerBound])
      }
    }
    hasNoCells = take("/", bytes)
    return take(">", bytes) ? head : nil
  }

  /// The next cell of the row of that number, or its end.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, in row: Int) -> Piece {
    if hasNoCells || take("</row>", bytes) { return .end }
    guard take("<c", bytes) else { return .notPlain }
    var cell = Cell()
    var (hasReference, hasStyle, hasType) = (false, false, false)
    while peek(bytes) == UInt8(ascii: " ") {
      position += 1
      if !hasReference, take("r=\"", bytes) {
        hasReference = true
        guard let column = reference(bytes, to: row) else { return .notPlain }
        cell.column = column
      } else if !hasStyle, take("s=\"", bytes) {
        hasStyle = true
        guard let style = number(bytes) else { return .notPlain }
        cell.style = style
      } else if !hasType, take("t=\"", bytes) {
        hasType = true
        guard let type = type(bytes) else { return .notPlain }
        cell.type = type
      } else {
        break
      }
      guard take("\"", bytes) else { return .notPlain }
    }
    if take("/>", bytes) { return .cell(cell) }
    guard take(">", bytes) else { return .notPlain }
    if take("<v>", bytes) {
      cell.hasValue = true
      guard let text = text(bytes), take("</v>", bytes) else { return .notPlain }
      cell.text = text
    } else if take("<is><t", bytes) {
      cell.hasInline = true
      _ = take(" xml:space=\"preserve\"", bytes)
      guard take(">", bytes), let text = text(bytes), take("</t></is>", bytes) else { return .notPlain }
      cell.text = text
    }
    return take("</c>", bytes) ? .cell(cell) : .notPlain
  }

  // MARK: Pieces

  @inline(__always)
  private func peek(_ bytes: Span<UInt8>) -> UInt8 {
    position < bytes.count ? bytes[position] : 0
  }

  /// Goes behind a word that stands here; false where another does.
  @inline(__always)
  private mutating func take(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard Self.says(word, bytes, position..<min(position + count, bytes.count)) else { return false }
    position += count
    return true
  }

  @inline(__always)
  private static func says(_ word: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard range.count == count else { return false }
    var index = 0
    while index < count {
      if unsafe bytes[range.lowerBound + index] != word.utf8Start[index] { return false }
      index += 1
    }
    return true
  }

  /// The characters up to the next tag; nil where expat has to look at them.
  @inline(__always)
  private mutating func text(_ bytes: Span<UInt8>) -> Range<Int>? {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<") { return start..<position }
      if byte < 0x80 {
        guard byte >= 0x20, byte != UInt8(ascii: "&"), byte != UInt8(ascii: ">"), byte != 0x7F else { return nil }
        position += 1
      } else {
        guard let length = Self.length(ofCharacter: byte, bytes, at: position) else { return nil }
        position += length
      }
    }
    return nil
  }

  /// Bytes of a character beyond ASCII; nil for one that XML forbids, for no UTF-8, and for those of rare kinds.
  @inline(__always)
  private static func length(ofCharacter first: UInt8, _ bytes: Span<UInt8>, at position: Int) -> Int? {
    guard position + 2 < bytes.count else { return nil }
    let (second, third) = (bytes[position + 1], bytes[position + 2])
    guard second & 0xC0 == 0x80 else { return nil }
    switch first {
    case 0xC2...0xDF: return 2
    // Up to U+CFFF: nearly all of Chinese.
    case 0xE1...0xEC: return third & 0xC0 == 0x80 ? 3 : nil
    // From U+FF00 to U+FF7F: full-width letters and signs.
    case 0xEF: return (second == 0xBC || second == 0xBD) && third & 0xC0 == 0x80 ? 3 : nil
    default: return nil
    }
  }

  private mutating func attributeName(_ bytes: Span<UInt8>) -> (whole: Range<Int>, local: Range<Int>)? {
    let start = position
    var local = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): position += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where position > start: position += 1
      case UInt8(ascii: ":") where position > start:
        position += 1
        local = position
      case UInt8(ascii: "=") where local < position: return (start..<position, local..<position)
      default: return nil
      }
    }
    return nil
  }

  private mutating func attributeValue(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard take("=\"", bytes) else { return nil }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return start..<position - 1
      }
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else { return nil }
      position += 1
    }
    return nil
  }

  /// Digits up to another character; nil for none, or for more than any number of a sheet has.
  @inline(__always)
  private mutating func number(_ bytes: Span<UInt8>) -> Int? {
    let start = position
    var number = 0
    while position < bytes.count {
      let digit = bytes[position] &- 0x30
      guard digit < 10 else { break }
      number = number &* 10 &+ Int(digit)
      position += 1
    }
    return (1...9).contains(position - start) ? number : nil
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var scanner = PlainRow(from: range.lowerBound)
    guard let number = scanner.number(bytes), scanner.position == range.upperBound else { return nil }
    return number
  }

  /// The column of a reference to that row.
  @inline(__always)
  private mutating func reference(_ bytes: Span<UInt8>, to row: Int) -> Int? {
    var column = 0
    while position < bytes.count {
      let letter = bytes[position] &- 0x40
      guard letter >= 1, letter <= 26, column < SheetLimits.columns else { break }
      column = column * 26 + Int(letter)
      position += 1
    }
    return column > 0 && number(bytes) == row ? column : nil
  }

  @inline(__always)
  private mutating func type(_ bytes: Span<UInt8>) -> PendingCell.CellType? {
    if take("s\"", bytes) {
      position -= 1
      return .shared
    }
    if take("inlineStr", bytes) { return .inlineText }
    if take("str", bytes) { return .formulaText }
    if take("n", bytes) { return .number }
    return take("b", bytes) ? .boolean : nil
  }
}

/// Which names of attributes a tag has had, each as one of 64: two that fall together look as if one was given twice. Those that programs
/// give to rows do not.
private struct SeenNames {
  private var bits: UInt64 = 0

  /// False where the name may have been there before.
  mutating func add(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    var sum = UInt64(name.count)
    for index in name { sum = sum &* 21 &+ UInt64(bytes[index]) }
    let bit: UInt64 = 1 << (sum >> 3 & 63)
    defer { bits |= bit }
    return bits & bit == 0
  }
}
