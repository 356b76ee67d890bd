/// A set of ids, compact: their bytes one after the other, where each begins, and a table of their numbers by hash.
///
/// A million ids of eight characters take about 28 MB; a `Set<String>` takes several times that.
struct IDSet: Sendable {
  private struct Slot: Sendable {
    /// The upper half of the hash: other ids seldom have it too.
    var fingerprint: UInt32 = 0
    /// The id's ordinal plus 1; 0 for a free slot.
    var number: UInt32 = 0
  }

  /// All ids' bytes.
  private var arena: [UInt8] = []
  /// Where each id ends; it begins where the one before it does.
  private var ends: [UInt32] = []
  private var slots = [Slot](repeating: Slot(), count: 64)

  var count: Int { ends.count }
  var isEmpty: Bool { ends.isEmpty }

  func contains(_ id: Span<UInt8>) -> Bool {
    slots[slot(of: id, hash(id))].number != 0
  }

  /// How many ids came before it; nil where it is not in the set.
  func ordinal(of id: Span<UInt8>) -> Int? {
    let number = slots[slot(of: id, hash(id))].number
    return number == 0 ? nil : Int(number) - 1
  }

  /// The bytes of the id with that ordinal.
  func id(at ordinal: Int) -> ArraySlice<UInt8> {
    arena[place(ordinal)]
  }

  /// - Returns: whether it was not there before.
  @discardableResult
  mutating func insert(_ id: Span<UInt8>) -> Bool {
    let hash = hash(id)
    let index = slot(of: id, hash)
    guard slots[index].number == 0 else { return false }
    for position in id.indices { arena.append(id[position]) }
    ends.append(UInt32(arena.count))
    slots[index] = Slot(fingerprint: UInt32(truncatingIfNeeded: hash >> 32), number: UInt32(ends.count))
    if count * 4 > slots.count * 3 { grow() }
    return true
  }

  /// Adds all ids of another set.
  mutating func formUnion(_ other: IDSet) {
    let bytes = other.arena.span
    for ordinal in other.ends.indices { insert(bytes.extracting(other.place(ordinal))) }
  }

  /// The place that each id has among all when these are sorted by their bytes, by its ordinal.
  var ranks: [UInt32] {
    let sorted = ends.indices.sorted { id(at: $0).lexicographicallyPrecedes(id(at: $1)) }
    var ranks = [UInt32](repeating: 0, count: count)
    for (rank, ordinal) in sorted.enumerated() { ranks[ordinal] = UInt32(rank) }
    return ranks
  }

  /// All ids as strings, in the order they came.
  var strings: [String] {
    ends.indices.map { String(decoding: arena[place($0)], as: UTF8.self) }
  }

  private func place(_ ordinal: Int) -> Range<Int> {
    (ordinal == 0 ? 0 : Int(ends[ordinal - 1]))..<Int(ends[ordinal])
  }

  /// The slot that holds the id, or the free one where it belongs.
  private func slot(of id: Span<UInt8>, _ hash: UInt64) -> Int {
    let fingerprint = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[index]
      if entry.number == 0 { return index }
      if entry.fingerprint == fingerprint && holds(id, at: place(Int(entry.number) - 1)) { return index }
      index = (index + 1) & mask
    }
  }

  private func holds(_ id: Span<UInt8>, at place: Range<Int>) -> Bool {
    guard place.count == id.count else { return false }
    for position in id.indices where arena[place.lowerBound + position] != id[position] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    let mask = larger.count - 1
    let ids = arena
    let bytes = ids.span
    for entry in slots where entry.number != 0 {
      var index = Int(truncatingIfNeeded: hash(bytes.extracting(place(Int(entry.number) - 1)))) & mask
      while larger[index].number != 0 { index = (index + 1) & mask }
      larger[index] = entry
    }
    slots = larger
  }
}
