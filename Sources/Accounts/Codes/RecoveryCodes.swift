import Digest

/// Codes for who has lost the telephone: each stands in for one of its codes, once. 120 bits, so that a digest keeps them.
public struct RecoveryCodes: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// As they are shown, once.
  public let codes: [String]

  static let count = 10
  private static let letters = 24

  init() {
    codes = (0..<Self.count).map { _ in
      let letters = Array(Base32.text(of: randomBytes(15)))
      return stride(from: 0, to: Self.letters, by: 4).map { String(letters[$0..<($0 + 4)]) }.joined(separator: "-")
    }
  }

  /// Digests in hexadecimal, as the database keeps them.
  var digests: [String] { codes.compactMap(Self.normal).map(SHA256.hex) }

  /// A code as it is digested, whatever case and hyphens it was typed with; nil for what is none.
  static func normal(_ typed: String) -> String? {
    let letters = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }
    guard letters.utf8.count == Self.letters,
      letters.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x32...0x37).contains($0) })
    else { return nil }
    return letters
  }

  /// Never the codes.
  public var description: String { "recovery codes" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
