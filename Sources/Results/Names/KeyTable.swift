import Bytes

/// Short texts, such as ids, each with its number: in the order in which they came in, from 0.
struct KeyTable {
  /// A key's number plus one; 0 for none.
  private struct Slot: ProbedEntry {
    var number: UInt32

    static var free: Slot { Slot(number: 0) }
    var isFree: Bool { number == 0 }
  }

  private var keys = PackedTexts()
  /// Holds the keys that were there when one was last looked for by its hash.
  private var slots = ProbedSlots<Slot>(size: 1024)
  /// What was found last. Who asks does so in about the order in which keys came in.
  private var last = 0

  /// So many keys from the last one on are looked at before a key is hashed.
  private static let nearby = 8

  var count: Int { keys.count }

  /// The number of a key; nil for an unknown one.
  mutating func number(of key: Span<UInt8>) -> Int? {
    var number = last
    let end = min(last + Self.nearby, keys.count)
    while number < end {
      if keys.holds(key, at: number) {
        last = number
        return number
      }
      number += 1
    }
    return numberByHash(of: key)
  }

  private mutating func numberByHash(of key: Span<UInt8>) -> Int? {
    hashAll()
    let entry = slots[slots.slot(of: key.quickHash) { keys.holds(key, at: Int($0.number) - 1) }]
    guard !entry.isFree else { return nil }
    last = Int(entry.number) - 1
    return last
  }

  /// Adds a key that is not there yet.
  mutating func add(_ key: Span<UInt8>) {
    keys.append(key)
  }

  /// Makes all keys be found by their hash, as the first search for one does: copies made then share what that takes.
  mutating func hashAll() {
    while slots.count < keys.count {
      let number = slots.count
      // No key is there twice: none is the same as one that is there.
      let slot = slots.slot(of: keys.hash(at: number)) { _ in false }
      slots.fill(slot, with: Slot(number: UInt32(number + 1)))
      if slots.isCrowded {
        let keys = keys
        slots.grow { keys.hash(at: Int($0.number) - 1) }
      }
    }
  }
}
