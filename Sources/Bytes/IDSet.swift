/// A set of ids, compact: their bytes one after the other, where each ends, and a table of their numbers by hash.
///
/// A million ids of eight characters take about 28 MB; a `Set<String>` takes several times that.
public struct IDSet: Sendable {
  private struct Slot: ProbedEntry {
    /// The upper half of the hash: other ids seldom have it too.
    var fingerprint: UInt32
    /// The id's ordinal plus 1; 0 for a free slot.
    var number: UInt32

    static var free: Slot { Slot(fingerprint: 0, number: 0) }
    var isFree: Bool { number == 0 }
  }

  private var ids = PackedTexts()
  private var slots = ProbedSlots<Slot>(size: 64)

  public init() {}

  public var count: Int { ids.count }
  public var isEmpty: Bool { ids.count == 0 }

  public func contains(_ id: Span<UInt8>) -> Bool {
    ordinal(of: id) != nil
  }

  /// How many ids came before it; nil where it is not in the set.
  public func ordinal(of id: Span<UInt8>) -> Int? {
    let number = slots[slot(of: id, id.quickHash)].number
    return number == 0 ? nil : Int(number) - 1
  }

  /// The bytes of the id with that ordinal.
  public func id(at ordinal: Int) -> ArraySlice<UInt8> {
    ids[ordinal]
  }

  /// - Returns: whether it was not there before.
  @discardableResult
  public mutating func insert(_ id: Span<UInt8>) -> Bool {
    let hash = id.quickHash
    let index = slot(of: id, hash)
    guard slots[index].isFree else { return false }
    ids.append(id)
    slots.fill(index, with: Slot(fingerprint: UInt32(truncatingIfNeeded: hash >> 32), number: UInt32(ids.count)))
    if slots.isCrowded {
      let ids = ids
      slots.grow { ids.hash(at: Int($0.number) - 1) }
    }
    return true
  }

  /// Adds all ids of another set.
  public mutating func formUnion(_ other: IDSet) {
    let bytes = other.ids.bytes.span
    for ordinal in 0..<other.count { insert(bytes.extracting(other.ids.range(of: ordinal))) }
  }

  /// The place that each id has among all when these are sorted by their bytes, by its ordinal.
  public var ranks: [UInt32] {
    let sorted = (0..<count).sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }
    var ranks = [UInt32](repeating: 0, count: count)
    for (rank, ordinal) in sorted.enumerated() { ranks[ordinal] = UInt32(rank) }
    return ranks
  }

  /// All ids as strings, in the order they came.
  public var strings: [String] {
    (0..<count).map { String(decoding: ids[$0], as: UTF8.self) }
  }

  /// The slot that holds the id, or the free one where it belongs.
  private func slot(of id: Span<UInt8>, _ hash: UInt64) -> Int {
    let fingerprint = UInt32(truncatingIfNeeded: hash >> 32)
    return slots.slot(of: hash) { $0.fingerprint == fingerprint && ids.holds(id, at: Int($0.number) - 1) }
  }
}
