import ShippedFiles

/// Passwords that became known by the million, in order, one a line: found by halving, nothing is unpacked.
struct BreachedPasswords: Sendable {
  private let lines: [UInt8]

  init(_ text: String) {
    lines = Array(text.utf8)
  }

  /// `config/passwords/breached.txt`.
  static let shipped = BreachedPasswords(ShippedFiles.text("config/passwords/breached.txt") ?? "")

  /// Words of the work itself, which a stranger tries next: `config/passwords/words.txt`.
  static let words = BreachedPasswords(ShippedFiles.text("config/passwords/words.txt") ?? "")

  /// How many.
  var count: Int { lines.count { $0 == UInt8(ascii: "\n") } }

  /// As it was given.
  var text: String? { String(validating: lines, as: UTF8.self) }

  /// At most so many digits and signs put before or after a known one do not make it unknown: a year, a birthday.
  private static let trimmings = 8

  /// Whether a password in small letters is one of them, or one of them with trimmings.
  func holds(_ password: String) -> Bool {
    let bytes = Array(password.utf8)
    if contains(bytes[...]) { return true }
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte >= 0x80 }
    guard let first = bytes.firstIndex(where: isLetter), let last = bytes.lastIndex(where: isLetter) else { return false }
    let cores = [bytes[first...last], bytes[first...], bytes[...last]]
    return cores.contains { $0.count >= 4 && bytes.count - $0.count <= Self.trimmings && contains($0) }
  }

  private func contains(_ wanted: ArraySlice<UInt8>) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      // The line that the middle lies in.
      var start = (low + high) / 2
      while start > low, lines[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      var end = start
      while end < high, lines[end] != UInt8(ascii: "\n") { end += 1 }
      let line = lines[start..<end]
      if line.elementsEqual(wanted) { return true }
      if line.lexicographicallyPrecedes(wanted) { low = min(end + 1, high) } else { high = start }
    }
    return false
  }
}
