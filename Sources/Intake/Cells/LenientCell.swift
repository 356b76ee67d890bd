/// A cell outside text, as it would be written if it were written as it should be.
///
/// Looked at only where a cell is not right as it stands.
struct LenientCell {
  private(set) var bytes: [UInt8]
  private(set) var readings: [CellReading] = []

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
    if bytes.first == UInt8(ascii: "'") {
      bytes.removeFirst()
      bytes = Array(bytes[trimmed(bytes.span, 0..<bytes.count)])
      readings.append(.apostrophe)
    }
  }

  /// What stands for nothing: only slashes or dashes, or one of the words for it.
  static func isPlaceholder(_ text: Span<UInt8>) -> Bool {
    guard text.count <= 24 else { return false }
    let text = string(text)
    if text.count <= 4 && text.allSatisfy({ "/\\-—－／".contains($0) }) { return true }
    return ["n/a", "null", "none", "待补充", "待定"].contains(text.lowercased())
  }

  /// `00:00`, `0:00:00`, `00:00:00.0`: a time with nothing but zeros in it.
  private static func isMidnight(_ time: String) -> Bool {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last else { return false }
    let seconds = last.split(separator: ".", omittingEmptySubsequences: false)
    guard seconds.count == 1 || parts.count == 3 && seconds.count == 2 else { return false }
    return (parts.dropLast() + seconds).allSatisfy { !$0.isEmpty && $0.count <= 9 && $0.allSatisfy { $0 == "0" } }
  }

  /// Reads a date written with points, or with a time of midnight behind it.
  mutating func readAsDate() {
    if let day = bytes.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }), day > 0 {
      let time = string(bytes.span.extracting(trimmed(bytes.span, day + 1..<bytes.count)))
      if Self.isMidnight(time) {
        bytes.removeSubrange(day...)
        readings.append(.timestamp)
      }
    }
    if bytes.filter({ $0 == UInt8(ascii: ".") }).count == 2 {
      bytes = bytes.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "-") : $0 }
      readings.append(.dottedDate)
    }
  }
}
