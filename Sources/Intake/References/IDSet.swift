/// A set of ids, compact: their bytes one after the other, and a table of places by hash.
///
/// A million ids of eight characters take about 26 MB; a `Set<String>` takes several times that.
struct IDSet: Sendable {
  /// Each id as its length and its bytes.
  private var arena: [UInt8] = []
  /// Upper half: part of the hash. Lower half: place in the arena plus 1; 0 for a free slot.
  private var slots: [UInt64] = [UInt64](repeating: 0, count: 64)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  func contains(_ id: Span<UInt8>) -> Bool {
    slots[slot(of: id, hash(id))] != 0
  }

  /// - Returns: whether it was not there before.
  @discardableResult
  mutating func insert(_ id: Span<UInt8>) -> Bool {
    let hash = hash(id)
    let index = slot(of: id, hash)
    guard slots[index] == 0 else { return false }
    slots[index] = Self.tag(hash) | UInt64(arena.count + 1)
    arena.append(UInt8(truncatingIfNeeded: id.count))
    for position in id.indices { arena.append(id[position]) }
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return true
  }

  /// All ids as strings, in the order they came.
  var strings: [String] {
    var found: [String] = []
    var position = 0
    while position < arena.count {
      let end = position + 1 + Int(arena[position])
      found.append(String(decoding: arena[position + 1..<end], as: UTF8.self))
      position = end
    }
    return found
  }

  private static func tag(_ hash: UInt64) -> UInt64 { hash & 0xFFFF_FFFF_0000_0000 }

  /// The slot that holds the id, or the free one where it belongs.
  private func slot(of id: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[index]
      if entry == 0 { return index }
      if Self.tag(entry) == Self.tag(hash) && holds(id, at: Int(entry & 0xFFFF_FFFF) - 1) { return index }
      index = (index + 1) & mask
    }
  }

  private func holds(_ id: Span<UInt8>, at place: Int) -> Bool {
    guard Int(arena[place]) == id.count else { return false }
    for position in id.indices where arena[place + 1 + position] != id[position] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    let ids = arena
    let bytes = ids.span
    var place = 0
    while place < bytes.count {
      let end = place + 1 + Int(bytes[place])
      let hash = hash(bytes.extracting(place + 1..<end))
      var index = Int(truncatingIfNeeded: hash) & mask
      while larger[index] != 0 { index = (index + 1) & mask }
      larger[index] = Self.tag(hash) | UInt64(place + 1)
      place = end
    }
    slots = larger
  }
}
