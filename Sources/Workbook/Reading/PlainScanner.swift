/// Goes over bytes of XML in a plain form: what surely is well-formed and means what it seems to. Whoever meets anything else leaves it to
/// expat.
struct PlainScanner {
  /// Behind what was scanned.
  var position: Int

  @inline(__always)
  func peek(_ bytes: Span<UInt8>) -> UInt8 {
    position < bytes.count ? bytes[position] : 0
  }

  /// Goes behind a word that stands here; false where another does.
  @inline(__always)
  mutating func take(_ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard Self.says(word, bytes, position..<min(position + count, bytes.count)) else { return false }
    position += count
    return true
  }

  @inline(__always)
  static func says(_ word: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
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
  mutating func text(_ bytes: Span<UInt8>) -> Range<Int>? {
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

  /// Digits up to another character; nil for none, or for more than any number of a sheet has.
  @inline(__always)
  mutating func number(_ bytes: Span<UInt8>) -> Int? {
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
}
