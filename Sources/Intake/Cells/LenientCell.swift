import Spreadsheet

/// A cell outside text, as it would be written if it were written as it should be.
///
/// Looked at only where a cell is not right as it stands.
struct LenientCell {
  private(set) var bytes: [UInt8]
  private(set) var readings: [CellReading] = []

  /// By which spreadsheets keep a number as text.
  static let apostrophe = UInt8(ascii: "'")

  init(_ text: Span<UInt8>) {
    var plain: [UInt8] = []
    var isInvisible = false
    var isFullWidth = false
    for scalar in string(text).unicodeScalars {
      switch scalar.value {
      case _ where isUnseen(scalar): isInvisible = true
      case 0xFF01...0xFF5E:
        isFullWidth = true
        plain.append(UInt8(truncatingIfNeeded: scalar.value - 0xFF01 + 0x21))
      default: plain.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    if isInvisible { readings.append(.invisible) }
    if isFullWidth { readings.append(.fullWidth) }
    bytes = Array(plain[trimmed(plain.span, 0..<plain.count)])
    if bytes.first == Self.apostrophe {
      bytes.removeFirst()
      bytes = Array(bytes[trimmed(bytes.span, 0..<bytes.count)])
      readings.append(.apostrophe)
    }
  }

  /// - Parameter converter: turns the cell's encoding into UTF-8, where it is another. Nil where its bytes are no text.
  init?(_ bytes: Span<UInt8>, _ converter: GB18030Converter?) {
    guard let converter, !isASCII(bytes, 0..<bytes.count) else {
      self.init(bytes)
      return
    }
    var text: [UInt8] = []
    guard converter.convert(bytes, appendingTo: &text) else { return nil }
    self.init(text.span)
  }

  /// Nearly no cell does: one look spares the others.
  private static func beginsLikePlaceholder(_ byte: UInt8) -> Bool {
    switch byte {
    // / \ - n N; the first bytes of — – － ／ 待.
    case 0x2F, 0x5C, 0x2D, 0x6E, 0x4E, 0xE2, 0xEF, 0xE5: true
    default: false
    }
  }

  /// What stands for nothing: only slashes or dashes, or one of the words for it.
  static func isPlaceholder(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, text.count <= 24, beginsLikePlaceholder(text[0]) else { return false }
    let text = string(text)
    if text.count <= 4 && text.allSatisfy({ "/\\-—－／".contains($0) }) { return true }
    return ["n/a", "null", "none", "待补充", "待定"].contains(text.lowercased())
  }
}
