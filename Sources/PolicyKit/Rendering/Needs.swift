public import DataContract

/// What SQL reads, found by searching it for names of tables. A word that only looks like a table's name counts, too, so
/// that no table is overlooked.
public struct Needs: Sendable, Hashable {
  /// The snapshot's tables, with those they are made from.
  public internal(set) var snapshot: Set<String> = []
  /// The tables of the contract, with those that the snapshot's tables are made from.
  public internal(set) var tables: Set<TableName> = []

  mutating func add(_ other: Needs) {
    snapshot.formUnion(other.snapshot)
    tables.formUnion(other.tables)
  }
}

/// Tells what SQL reads of a snapshot and of the contract's tables.
public struct NeedsReader: Sendable {
  /// The names to search for, by their length: this makes the search quick, which runs over all of a policy's SQL each time
  /// data have changed.
  private var names: [[Name]] = []
  private var count = 0

  private struct Name {
    let place: Int
    let bytes: [UInt8]
    let needs: Needs
  }

  /// - Parameter steps: every step of the snapshot, each before those that need it.
  public init(_ steps: [Snapshot.Step]) {
    for table in TableName.allCases {
      add(table.rawValue, Needs(tables: [table]))
    }
    for step in steps {
      var needs = needs(of: step.select)
      needs.snapshot.insert(step.table)
      add(step.table, needs)
    }
  }

  private mutating func add(_ name: String, _ needs: Needs) {
    let bytes = Array(name.utf8)
    while names.count <= bytes.count { names.append([]) }
    names[bytes.count].append(Name(place: count, bytes: bytes, needs: needs))
    count += 1
  }

  /// What a statement reads.
  public func needs(of sql: String) -> Needs {
    var needs = Needs()
    var isFound = [Bool](repeating: false, count: count)
    let bytes = Array(sql.utf8)
    var start = 0
    for end in 0...bytes.count where end == bytes.count || !Self.isOfWord(bytes[end]) {
      if end - start < names.count {
        for name in names[end - start]
        where !isFound[name.place] && name.bytes.elementsEqual(bytes[start..<end]) {
          isFound[name.place] = true
          needs.add(name.needs)
        }
      }
      start = end + 1
    }
    return needs
  }

  /// Letters, digits and `_`; every byte of a letter beyond ASCII.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
