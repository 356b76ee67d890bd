/// An entry of a table that is searched by hash.
public protocol ProbedEntry: Sendable {
  /// What stands in a slot that holds none.
  static var free: Self { get }
  var isFree: Bool { get }
}

/// The slots of a table that is searched by hash: an entry lies in the slot that its hash names, or in the next free one
/// behind it. What the entries are, and when two are the same, is their owner's matter.
public struct ProbedSlots<Entry: ProbedEntry>: Sendable {
  @usableFromInline var slots: [Entry]
  /// How many slots hold an entry.
  @usableFromInline var filled = 0

  /// - Parameter size: how many slots to begin with, a power of two.
  public init(size: Int) {
    slots = [Entry](repeating: .free, count: size)
  }

  /// How many entries there are.
  @inlinable public var count: Int { filled }

  /// The slot with the wanted entry, or the free one where it belongs.
  @inlinable public func slot(of hash: UInt64, where isWanted: (Entry) -> Bool) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[index]
      if entry.isFree || isWanted(entry) { return index }
      index = (index + 1) & mask
    }
  }

  @inlinable public subscript(slot: Int) -> Entry {
    get { slots[slot] }
    // A free slot is filled by `fill`, which counts.
    set { slots[slot] = newValue }
  }

  /// Puts an entry into a free slot. Then, `if isCrowded`, the owner lets the table `grow`.
  @inlinable public mutating func fill(_ slot: Int, with entry: Entry) {
    slots[slot] = entry
    filled += 1
  }

  /// Whether more than three quarters of the slots are taken: searches become long.
  @inlinable public var isCrowded: Bool { filled * 4 > slots.count * 3 }

  /// Doubles the slots. Entries lie elsewhere then.
  @inlinable public mutating func grow(_ hash: (Entry) -> UInt64) {
    var larger = [Entry](repeating: .free, count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where !entry.isFree {
      var index = Int(truncatingIfNeeded: hash(entry)) & mask
      while !larger[index].isFree { index = (index + 1) & mask }
      larger[index] = entry
    }
    slots = larger
  }

  /// All entries, in no order that means anything.
  @inlinable public var entries: [Entry] { slots.filter { !$0.isFree } }

  /// Frees all slots, and keeps them.
  @inlinable public mutating func removeAll() {
    for index in slots.indices { slots[index] = .free }
    filled = 0
  }
}
