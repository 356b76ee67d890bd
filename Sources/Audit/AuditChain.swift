import Digest

/// Follows a chain of entries, a line each as `copy` writes it: number first, the digests of the entry before and of itself
/// last, tabs between. Each entry's digest is that of its line without the digest and the tab before it.
struct AuditChain {
  private static let digestLength = AuditStretch.origin.count

  private(set) var stretch: AuditStretch
  private let digest = RepeatedSHA256()

  /// - Parameter begin: the entry that the lines follow.
  init(after begin: Int) {
    stretch = AuditStretch(after: begin)
  }

  /// Takes whole lines, until one is not right.
  mutating func take(_ lines: [UInt8]) {
    let bytes = lines.span
    var start = 0
    while start < bytes.count, stretch.flaw == nil {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      take(line: bytes.extracting(start..<end))
      start = end + 1
    }
  }

  private mutating func take(line: Span<UInt8>) {
    let expected = stretch.count + 1
    let number = Self.number(line)
    if stretch.firstNumber == nil { stretch.firstNumber = number }
    let ownStart = line.count - Self.digestLength
    let previousStart = ownStart - 1 - Self.digestLength
    guard previousStart > 0, line[ownStart - 1] == UInt8(ascii: "\t"), line[previousStart - 1] == UInt8(ascii: "\t") else {
      stretch.flaw = .changed(entry: expected)
      return
    }
    guard number == expected else {
      stretch.flaw = number > expected ? .missing(entry: expected, next: number) : .changed(entry: expected)
      return
    }
    guard digest.confirms(line.extracting(ownStart..<line.count), of: line.extracting(0..<(ownStart - 1))) else {
      stretch.flaw = .changed(entry: expected)
      return
    }
    let previous = line.extracting(previousStart..<(ownStart - 1))
    if let head = stretch.head {
      guard Self.equal(previous, head.span) else {
        stretch.flaw = .unconnected(entry: expected)
        return
      }
    } else {
      stretch.previous = previous.indices.map { previous[$0] }
    }
    stretch.setHead(line.extracting(ownStart..<line.count))
    stretch.count = expected
  }

  /// The number that a line begins with; 0 where it is none.
  private static func number(_ line: Span<UInt8>) -> Int {
    var value = 0
    var index = 0
    while index < line.count, line[index] != UInt8(ascii: "\t") {
      let digit = Int(line[index]) - 48
      guard (0...9).contains(digit), index < 18 else { return 0 }
      value = value * 10 + digit
      index += 1
    }
    return value
  }

  private static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}

/// Where the log is not as it was written.
public enum AuditFlaw: Sendable, Hashable {
  /// The entry does not say what its digest was taken of.
  case changed(entry: Int)
  /// An entry is gone; the next one that is there.
  case missing(entry: Int, next: Int)
  /// The entry is whole, but was not written after the one before it.
  case unconnected(entry: Int)
  /// The newest entries are gone, or the note of the last one was changed: the log ends at one, the note names another.
  case end(found: Int, noted: Int)
  /// An import's record is not as its entry has it, or gone.
  case importRecord(city: String, number: Int, entry: Int)
  /// An import was stored and never entered.
  case importNotEntered(city: String, number: Int)
  /// No entry has the digest that somebody has noted down.
  case unknownDigest(String)
}
