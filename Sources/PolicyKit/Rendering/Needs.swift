public import DataContract

/// What an indicator's SQL reads, told from its words: a name that only looks like a table's counts as one, so that
/// nothing is overlooked.
public struct Needs: Sendable, Hashable {
  /// The snapshot's tables, with those they are made from.
  public let snapshot: Set<String>
  /// The tables of the contract, with those that the snapshot's tables are made from.
  public let tables: Set<TableName>

  /// - Parameter steps: every step of the snapshot, each before those that need it.
  public init(of sql: String, steps: [Snapshot.Step]) {
    var words = Needs.words(of: sql)
    var snapshot: Set<String> = []
    // Each step is made from earlier ones only.
    for step in steps.reversed() where words.contains(step.table[...]) {
      snapshot.insert(step.table)
      words.formUnion(Needs.words(of: step.select))
    }
    self.snapshot = snapshot
    tables = Set(TableName.allCases.filter { words.contains($0.rawValue[...]) })
  }

  /// Letters, digits and `_`; every byte of a letter beyond ASCII. Bytes, for all of a policy's SQL is taken apart each time
  /// data have changed.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private static func words(of sql: String) -> Set<Substring> {
    Set(sql.utf8.split { !isOfWord($0) }.map(Substring.init))
  }
}
