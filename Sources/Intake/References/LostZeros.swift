import Bytes

/// Ids that are numbers, and the zeros before them that a spreadsheet takes away.
enum LostZeros {
  /// The ids that a number would be with zeros before it.
  static func candidates(for id: String) -> [String] {
    (1...12).map { String(repeating: "0", count: $0) + id }
  }

  /// Whether an id is a number, which may have been one with zeros before it.
  static func isNumber(_ id: Span<UInt8>) -> Bool {
    id.indices.allSatisfy { id[$0].isDigit }
  }

  /// How many zeros stand before a number: so many are lost where a spreadsheet takes it for one. None before other ids.
  static func leading(_ id: Span<UInt8>) -> Int {
    guard id.count > 1, id[0] == UInt8(ascii: "0"), isNumber(id) else { return 0 }
    return id.indices.first { id[$0] != UInt8(ascii: "0") } ?? 0
  }
}
