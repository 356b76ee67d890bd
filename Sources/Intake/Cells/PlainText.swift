/// What stands in a cell of text beside what a reader sees.
///
/// Works on UTF-8 as it lies in the file: nearly all cells hold none of these, and cost one look at each byte.
struct PlainText {
  /// A control character, or one that stands for text that was lost: neither can be stored.
  private(set) var fault: (character: Unicode.Scalar, after: String)?
  /// Without the characters that nobody sees.
  private(set) var bytes: [UInt8] = []
  private(set) var readings: [CellReading] = []

  /// Whether a cell has any character that needs a look.
  static func needsCare(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0x23 where index == 0: return true
      case 0x20...0x7E, 0x80...0xC1, 0xC3...0xD7, 0xD9...0xE0, 0xE3...0xED, 0xF0...0xF2, 0xF5...: continue
      case 0xC2: if isBetween(text, index + 1, 0x80, 0x9F) || isBetween(text, index + 1, 0xAD, 0xAD) { return true }
      case 0xD8: if isBetween(text, index + 1, 0x80, 0x9C) { return true }
      case 0xE1: if isBetween(text, index + 1, 0xA0, 0xA0) { return true }
      case 0xE2:
        let next = index + 1 < text.count ? text[index + 1] : 0
        if next == 0x80 && (isBetween(text, index + 2, 0x8B, 0x8F) || isBetween(text, index + 2, 0xA8, 0xAE)) { return true }
        if next == 0x81 && isBetween(text, index + 2, 0xA0, 0xAF) { return true }
      case 0xEF:
        let next = index + 1 < text.count ? text[index + 1] : 0
        if next <= 0xA3 || next == 0xBB && isBetween(text, index + 2, 0xBF, 0xBF) || next == 0xBF { return true }
      default: return true
      }
    }
    return false
  }

  private static func isBetween(_ text: Span<UInt8>, _ index: Int, _ least: UInt8, _ most: UInt8) -> Bool {
    index < text.count && text[index] >= least && text[index] <= most
  }

  init(_ text: Span<UInt8>) {
    var isInvisible = false
    var isPrivate = false
    var isUnseenKept = false
    var before = String.UnicodeScalarView()
    for scalar in string(text).unicodeScalars {
      if isUnseen(scalar) {
        isInvisible = true
        continue
      }
      if fault == nil && Self.cannotBeStored(scalar) { fault = (scalar, String(before.suffix(10))) }
      switch scalar.properties.generalCategory {
      case .privateUse: isPrivate = true
      case .format, .lineSeparator, .paragraphSeparator: isUnseenKept = true
      default: break
      }
      before.append(scalar)
    }
    let kept = Array(String(before).utf8)
    bytes = Array(kept[trimmed(kept.span, 0..<kept.count)])
    if Self.errorValues.contains(String(before)) { readings.append(.errorValue) }
    if isInvisible { readings.append(.invisible) }
    if isUnseenKept { readings.append(.unseenKept) }
    if isPrivate { readings.append(.privateUse) }
  }

  private static let errorValues: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  private static func cannotBeStored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0xFFFD: true
    default: scalar.properties.generalCategory == .control
    }
  }
}

/// Characters that nobody sees and that say nothing: zero-width ones, marks of direction, byte order marks.
func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
  default: false
  }
}
