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

  private var scan: PlainScanner
  private var hasNoCells = false

  init(from start: Int) {
    scan = PlainScanner(position: start)
  }

  /// Behind what was scanned.
  var position: Int { scan.position }

  /// The tag that the row begins with; nil where it is not plain.
  mutating func head(_ bytes: Span<UInt8>) -> Head? {
    guard scan.take("<row", bytes) else { return nil }
    var head = Head()
    var seen = SeenNames()
    while scan.peek(bytes) == UInt8(ascii: " ") {
      scan.position += 1
      if [UInt8(ascii: "/"), UInt8(ascii: ">")].contains(scan.peek(bytes)) { break }
      guard let name = attributeName(bytes), seen.add(bytes, name.whole), let value = attributeValue(bytes) else { return nil }
      if name.local.count == 1, bytes[name.local.lowerBound] == UInt8(ascii: "r") {
        guard let number = Self.number(bytes, value) else { return nil }
        head.number = number
      } else if PlainScanner.says("hidden", bytes, name.local) {
        head.isHidden = !value.isEmpty && [UInt8(ascii: "1"), UInt8(ascii: "t")].contains(bytes[value.lowerBound])
      }
    }
    hasNoCells = scan.take("/", bytes)
    return scan.take(">", bytes) ? head : nil
  }

  /// The next cell of the row of that number, or its end.
  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, in row: Int) -> Piece {
    if hasNoCells || scan.take("</row>", bytes) { return .end }
    guard scan.take("<c", bytes) else { return .notPlain }
    var cell = Cell()
    var (hasReference, hasStyle, hasType) = (false, false, false)
    while scan.peek(bytes) == UInt8(ascii: " ") {
      scan.position += 1
      if !hasReference, scan.take("r=\"", bytes) {
        hasReference = true
        guard let column = reference(bytes, to: row) else { return .notPlain }
        cell.column = column
      } else if !hasStyle, scan.take("s=\"", bytes) {
        hasStyle = true
        guard let style = scan.number(bytes) else { return .notPlain }
        cell.style = style
      } else if !hasType, scan.take("t=\"", bytes) {
        hasType = true
        guard let type = type(bytes) else { return .notPlain }
        cell.type = type
      } else {
        break
      }
      guard scan.take("\"", bytes) else { return .notPlain }
    }
    if scan.take("/>", bytes) { return .cell(cell) }
    guard scan.take(">", bytes) else { return .notPlain }
    if scan.take("<v>", bytes) {
      cell.hasValue = true
      guard let text = scan.text(bytes), scan.take("</v>", bytes) else { return .notPlain }
      cell.text = text
    } else if scan.take("<is><t", bytes) {
      cell.hasInline = true
      _ = scan.take(" xml:space=\"preserve\"", bytes)
      guard scan.take(">", bytes), let text = scan.text(bytes), scan.take("</t></is>", bytes) else { return .notPlain }
      cell.text = text
    }
    return scan.take("</c>", bytes) ? .cell(cell) : .notPlain
  }

  // MARK: Attributes

  private mutating func attributeName(_ bytes: Span<UInt8>) -> (whole: Range<Int>, local: Range<Int>)? {
    let start = scan.position
    var local = start
    while scan.position < bytes.count {
      switch bytes[scan.position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): scan.position += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where scan.position > start: scan.position += 1
      case UInt8(ascii: ":") where scan.position > start:
        scan.position += 1
        local = scan.position
      case UInt8(ascii: "=") where local < position: return (start..<scan.position, local..<scan.position)
      default: return nil
      }
    }
    return nil
  }

  private mutating func attributeValue(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard scan.take("=\"", bytes) else { return nil }
    let start = scan.position
    while scan.position < bytes.count {
      let byte = bytes[scan.position]
      if byte == UInt8(ascii: "\"") {
        scan.position += 1
        return start..<scan.position - 1
      }
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else { return nil }
      scan.position += 1
    }
    return nil
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var scanner = PlainScanner(position: range.lowerBound)
    guard let number = scanner.number(bytes), scanner.position == range.upperBound else { return nil }
    return number
  }

  /// The column of a reference to that row.
  @inline(__always)
  private mutating func reference(_ bytes: Span<UInt8>, to row: Int) -> Int? {
    var column = 0
    while scan.position < bytes.count {
      let letter = bytes[scan.position] &- 0x40
      guard letter >= 1, letter <= 26, column < SheetLimits.columns else { break }
      column = column * 26 + Int(letter)
      scan.position += 1
    }
    return column > 0 && scan.number(bytes) == row ? column : nil
  }

  @inline(__always)
  private mutating func type(_ bytes: Span<UInt8>) -> PendingCell.CellType? {
    if scan.take("s\"", bytes) {
      scan.position -= 1
      return .shared
    }
    if scan.take("inlineStr", bytes) { return .inlineText }
    if scan.take("str", bytes) { return .formulaText }
    if scan.take("n", bytes) { return .number }
    return scan.take("b", bytes) ? .boolean : nil
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
