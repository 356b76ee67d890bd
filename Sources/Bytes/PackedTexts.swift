/// Many short texts, one behind the other: four bytes each beside their own.
public struct PackedTexts: Sendable {
  @usableFromInline var packed: [UInt8] = []
  /// Where each text ends.
  @usableFromInline var ends: [UInt32] = []

  public init() {}

  /// All texts' bytes.
  @inlinable public var bytes: [UInt8] { packed }
  /// How many texts there are.
  @inlinable public var count: Int { ends.count }

  /// Where the text of that number lies, from 0 in the order in which they came in.
  @inlinable public func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The bytes of the text of that number.
  @inlinable public subscript(number: Int) -> ArraySlice<UInt8> { packed[range(of: number)] }

  @inlinable public mutating func append(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      packed.append(text[index])
      index += 1
    }
    ends.append(UInt32(packed.count))
  }

  /// Whether the text of that number is this one. Ids of one kind differ at their ends: they are compared from there.
  @inlinable public func holds(_ text: Span<UInt8>, at number: Int) -> Bool {
    let range = range(of: number)
    guard range.count == text.count else { return false }
    let stored = packed.span
    var index = text.count
    while index > 0 {
      index -= 1
      if stored[range.lowerBound + index] != text[index] { return false }
    }
    return true
  }

  /// A hash of the text of that number.
  @inlinable public func hash(at number: Int) -> UInt64 {
    packed.span.extracting(range(of: number)).quickHash
  }
}
