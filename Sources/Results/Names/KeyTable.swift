/// Short texts, such as ids, each with its number: in the order in which they came in, from 0.
struct KeyTable {
  private var keys = PackedTexts()
  /// Numbers plus one by the hash of the key; 0 for none. Its size is a power of two, and it holds the keys that were
  /// there when one was last looked for by its hash.
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)
  private var hashed = 0
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
      if matches(number, key) {
        last = number
        return number
      }
      number += 1
    }
    return numberByHash(of: key)
  }

  private mutating func numberByHash(of key: Span<UInt8>) -> Int? {
    hashAll()
    var slot = hash(key) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if matches(number, key) {
        last = number
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a key that is not there yet.
  mutating func add(_ key: Span<UInt8>) {
    keys.append(key)
  }

  /// Ids of one kind differ at their ends: they are compared from there.
  private func matches(_ number: Int, _ key: Span<UInt8>) -> Bool {
    let range = keys.range(of: number)
    guard range.count == key.count else { return false }
    let stored = keys.bytes.span
    var index = key.count
    while index > 0 {
      index -= 1
      if stored[range.lowerBound + index] != key[index] { return false }
    }
    return true
  }

  /// Makes all keys be found by their hash, as the first search for one does: copies made then share what that takes.
  mutating func hashAll() {
    guard hashed < keys.count else { return }
    if keys.count * 2 > slots.count {
      var size = slots.count
      while size < keys.count * 2 { size *= 2 }
      slots = [UInt32](repeating: 0, count: size)
      hashed = 0
    }
    while hashed < keys.count {
      var slot = hash(keys.bytes.span.extracting(keys.range(of: hashed))) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(hashed + 1)
      hashed += 1
    }
  }

  /// FNV-1a: ids are short.
  private func hash(_ key: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = 0
    while index < key.count {
      hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01b3
      index += 1
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
