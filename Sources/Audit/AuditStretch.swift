/// What was found of entries that follow one another: of all, or of those from one on whose chain is followed beside the first's.
struct AuditStretch: Sendable {
  /// The digest before the first entry.
  static let origin = [UInt8](repeating: UInt8(ascii: "0"), count: 64)

  /// The last entry that was right; the one before the stretch where there is none.
  var count: Int
  /// Its digest, as its 64 digits; nil where the stretch follows an entry that is not known here, and has none yet.
  private(set) var head: [UInt8]?
  /// The number of the first line, whether it is right or not.
  var firstNumber: Int?
  /// The digest that the first entry names as that of the one before it, where it is not known here.
  var previous: [UInt8]?
  var flaw: AuditFlaw?

  init(after begin: Int) {
    count = begin
    head = begin == 0 ? Self.origin : nil
  }

  var headText: String { String(decoding: head ?? [], as: UTF8.self) }

  mutating func setHead(_ digits: Span<UInt8>) {
    var bytes = head ?? Self.origin
    // The array that is changed must be nobody else's, or it would be copied for each entry.
    head = nil
    for index in bytes.indices { bytes[index] = digits[index] }
    head = bytes
  }

  /// Goes on with the entries that follow: what is not right is what would be found by following all of them from the first.
  mutating func append(_ next: AuditStretch) {
    guard flaw == nil, let first = next.firstNumber else { return }
    if first != count + 1 {
      flaw = .missing(entry: count + 1, next: first)
    } else if let previous = next.previous, previous != head {
      flaw = .unconnected(entry: first)
    } else {
      (count, flaw) = (next.count, next.flaw)
      if let newest = next.head { head = newest }
    }
  }
}
