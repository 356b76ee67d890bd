import DataContract

extension ExchangeTable {
  /// What is read beside the columns' own national names.
  private var elementsBesideColumns: Set<String> {
    switch self {
    // A0192A sums up what A02 says post by post.
    case .persons: ["A0000", "A0192A"]
    case .posts: ["A0000", "A0200", "A0201A", "A0219", "A0255"]
    case .assessments: ["A0000", "A1500"]
    case .units: ["B0117"]
    }
  }

  /// Data elements that rows give and nothing here holds, by name. What the systems add for themselves (`ZGBS`, `SYSTEMID`) is none.
  func elementsNotRead(in rows: [ExchangeRow]) -> [FieldElement] {
    let read = elementsBesideColumns.union(contractTable.columns.flatMap(\.nationalNames))
    var counts: [String: Int] = [:]
    for row in rows {
      for name in row.cells.keys where !read.contains(name) && Self.isElement(name) && row[name] != nil {
        counts[name, default: 0] += 1
      }
    }
    return counts.map { FieldElement(name: $0.key, rows: $0.value) }.sorted { $0.name < $1.name }
  }

  /// `A0165`, `A0201B`: a letter, four digits, perhaps a letter.
  private static func isElement(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    return (5...6).contains(bytes.count) && isLetter(bytes[0]) && bytes[1...4].allSatisfy { (0x30...0x39).contains($0) }
      && (bytes.count == 5 || isLetter(bytes[5]))
  }
}
