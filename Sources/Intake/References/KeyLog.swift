import Bytes

/// Finds keys that come twice in a file, with little memory.
///
/// Keys that only rise need none. Where they don't, fingerprints of 96 bits are kept, with the line; past
/// `KeyLog.capacity` rows the primary key of the database takes over.
struct KeyLog: Sendable {
  /// How many fingerprints are kept: about 64 MB.
  static let capacity = 3 << 20
  /// A rising file longer than this keeps no fingerprints any more: past it they would cost more than reading anew.
  static let patience = 1 << 16

  enum Answer: Equatable {
    case new
    case duplicate(firstLine: Int)
    /// The keys rose for so long that none were kept, and now one does not: read the file anew with `keepsAll`.
    case restart
  }

  private struct Fingerprint: ProbedEntry {
    var hash: UInt64
    var check: UInt32
    /// 0 for a free slot.
    var line: UInt32

    static var free: Fingerprint { Fingerprint(hash: 0, check: 0, line: 0) }
    var isFree: Bool { line == 0 }
  }

  private enum Mode {
    /// Rising so far, fingerprints kept.
    case risingKept
    /// Rising so far, none kept.
    case rising
    case kept
    case leftToDatabase
  }

  private var mode: Mode
  private var last: [UInt8] = []
  private var lastLine = 0
  private var slots = ProbedSlots<Fingerprint>(size: 1024)

  /// - Parameter keepsAll: whether the file is known not to rise.
  init(keepsAll: Bool = false) {
    mode = keepsAll ? .kept : .risingKept
  }

  /// Whether all duplicates are found here.
  var isComplete: Bool { if case .leftToDatabase = mode { false } else { true } }

  /// Whether each key so far is greater than the one before it.
  var isRising: Bool {
    switch mode {
    case .risingKept, .rising: true
    case .kept, .leftToDatabase: false
    }
  }

  mutating func record(_ key: [UInt8], line: Int) -> Answer {
    switch mode {
    case .leftToDatabase:
      return .new
    case .rising:
      guard last.lexicographicallyPrecedes(key) else {
        return last == key ? .duplicate(firstLine: lastLine) : .restart
      }
      last.removeAll(keepingCapacity: true)
      last.append(contentsOf: key)
      lastLine = line
      return .new
    case .risingKept:
      if !last.lexicographicallyPrecedes(key) { mode = .kept }
      last.removeAll(keepingCapacity: true)
      last.append(contentsOf: key)
      lastLine = line
      if case .risingKept = mode, slots.count == Self.patience {
        mode = .rising
        slots = ProbedSlots(size: 1)
        return .new
      }
      return keep(key, line: line)
    case .kept:
      if slots.count == Self.capacity {
        mode = .leftToDatabase
        slots = ProbedSlots(size: 1)
        return .new
      }
      return keep(key, line: line)
    }
  }

  private mutating func keep(_ key: [UInt8], line: Int) -> Answer {
    let hash = key.span.quickHash
    var check: UInt32 = 0x9E37_79B9
    for byte in key { check = (check ^ UInt32(byte)) &* 0x85EB_CA6B ^ (check >> 15) }
    let slot = slots.slot(of: hash) { $0.hash == hash && $0.check == check }
    guard slots[slot].isFree else { return .duplicate(firstLine: Int(slots[slot].line)) }
    slots.fill(slot, with: Fingerprint(hash: hash, check: check, line: UInt32(truncatingIfNeeded: line)))
    if slots.isCrowded { slots.grow(\.hash) }
    return .new
  }
}
