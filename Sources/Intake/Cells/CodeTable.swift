import Bytes
import DataContract

/// The codes of a column, found by code or by Chinese label, present or earlier, without making a String.
struct CodeTable: Sendable {
  let codes: [Code]
  /// Hashes of all names: of all codes, then of all labels, then of earlier labels and other names.
  private let hashes: [UInt64]
  private let names: [[UInt8]]
  /// The position of the code that each name stands for.
  private let meanings: [Int]
  /// The codes as they are stored.
  let stored: [[UInt8]]

  init(_ codes: [Code]) {
    self.codes = codes
    stored = codes.map { Array($0.code.utf8) }
    let earlier = codes.enumerated().flatMap { code in
      (code.element.earlierLabels + code.element.otherNames).map { (code.offset, Array($0.utf8)) }
    }
    names = stored + codes.map { Array($0.label.utf8) } + earlier.map(\.1)
    meanings = Array(codes.indices) + Array(codes.indices) + earlier.map(\.0)
    hashes = names.map { $0.span.quickHash }
  }

  /// The position of the code that a cell names.
  func index(of bytes: Span<UInt8>) -> Int? {
    let wanted = bytes.quickHash
    for index in hashes.indices where hashes[index] == wanted && isEqual(names[index], bytes) {
      return meanings[index]
    }
    return nil
  }

  /// The position of the one code that a number names which has lost its leading zeros.
  func indexWithoutZeros(of bytes: Span<UInt8>) -> Int? {
    guard bytes.count > 0, bytes.indices.allSatisfy({ bytes[$0].isDigit }) else { return nil }
    let given = string(bytes)
    let found = codes.indices.filter { index in
      let code = codes[index].code
      return given.count < code.count && code.drop { $0 == "0" } == given.drop { $0 == "0" } && code.allSatisfy(\.isNumber)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The codes that the tags of a cell name, as a set of bits; nil with the first tag that names none.
  ///
  /// - `hasComma`: whether a comma separates tags, which the contract has a semicolon for.
  func mask(of bytes: Span<UInt8>) -> (mask: UInt64, unknown: Range<Int>?, hasComma: Bool) {
    var mask: UInt64 = 0
    var hasComma = false
    var start = 0
    while start <= bytes.count {
      var end = start
      var separator = 1
      while end < bytes.count {
        if bytes[end] == UInt8(ascii: ";") { break }
        if bytes[end] == UInt8(ascii: ",") {
          hasComma = true
          break
        }
        if let mark = Self.wideSeparator(bytes, at: end) {
          separator = 3
          hasComma = hasComma || mark != 0x9B
          break
        }
        end += 1
      }
      let tag = trimmed(bytes, start..<end)
      if !tag.isEmpty {
        guard let index = index(of: bytes.extracting(tag)) else { return (mask, tag, hasComma) }
        mask |= 1 << UInt64(index)
      }
      start = end + separator
    }
    return (mask, nil, hasComma)
  }

  /// The last byte of `；`, `，` or `、`, where one of them stands.
  private static func wideSeparator(_ bytes: Span<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81): return bytes[index + 2]
    default: return nil
    }
  }
}

func isEqual(_ left: [UInt8], _ right: Span<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  for index in left.indices where left[index] != right[index] { return false }
  return true
}
