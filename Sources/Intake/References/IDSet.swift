/// A set of ids, compact: their bytes one after the other, and a table of places by hash.
///
/// An id of up to eight characters is found in the table itself, without a look at its bytes. A million of them take
/// about 42 MB at most; a `Set<String>` takes several times that.
struct IDSet: Sendable {
  private struct Slot: Sendable {
    /// The first eight bytes.
    var head: UInt64 = 0
    /// The place in the arena plus 1; 0 for a free slot.
    var place: UInt32 = 0
    var length: UInt32 = 0
  }

  /// Each id as its length and its bytes.
  private var arena: [UInt8] = []
  private var slots = [Slot](repeating: Slot(), count: 64)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  func contains(_ id: Span<UInt8>) -> Bool {
    slots[slot(of: id)].place != 0
  }

  /// - Returns: whether it was not there before.
  @discardableResult
  mutating func insert(_ id: Span<UInt8>) -> Bool {
    let index = slot(of: id)
    guard slots[index].place == 0 else { return false }
    slots[index] = Slot(
      head: word(id, at: 0), place: UInt32(truncatingIfNeeded: arena.count + 1),
      length: UInt32(truncatingIfNeeded: id.count))
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

  /// The slot that holds the id, or the free one where it belongs.
  private func slot(of id: Span<UInt8>) -> Int {
    let head = word(id, at: 0)
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash(id)) & mask
    while true {
      let entry = slots[index]
      if entry.place == 0 { return index }
      if entry.head == head && Int(entry.length) == id.count && (id.count <= 8 || holds(id, at: Int(entry.place))) {
        return index
      }
      index = (index + 1) & mask
    }
  }

  private func holds(_ id: Span<UInt8>, at place: Int) -> Bool {
    for position in 8..<id.count where arena[place + position] != id[position] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    let ids = arena
    let bytes = ids.span
    for entry in slots where entry.place != 0 {
      let start = Int(entry.place)
      var index = Int(truncatingIfNeeded: hash(bytes.extracting(start..<start + Int(entry.length)))) & mask
      while larger[index].place != 0 { index = (index + 1) & mask }
      larger[index] = entry
    }
    slots = larger
  }
}
