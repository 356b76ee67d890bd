/// Many short texts, one behind the other: a few bytes each beside their own.
struct PackedTexts {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [UInt32] = []

  var count: Int { ends.count }

  /// Where the text of that number lies, from 0 in the order in which they came in.
  func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  mutating func append(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      bytes.append(text[index])
      index += 1
    }
    ends.append(UInt32(bytes.count))
  }
}
