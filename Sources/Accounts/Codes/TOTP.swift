import Digest
import Glibc

/// Codes of six digits that a telephone shows, another every half minute (RFC 6238 over RFC 4226, with SHA-1: what every
/// authenticator knows).
public struct TOTPSecret: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  let bytes: [UInt8]

  /// A new one, of 160 bits as RFC 4226 recommends.
  init() {
    bytes = randomBytes(20)
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  static let digits = 6
  /// Seconds.
  static let period = 30

  /// The code of a step: HOTP of its number.
  func code(step: Int) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
    let code = MessageAuthentication.sha1.code(of: counter, key: bytes)
    guard code.count == 20 else { return "" }
    let offset = Int(code[19] & 0xF)
    let number = code[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
    let digits = String(number % 1_000_000)
    return String(repeating: "0", count: Self.digits - digits.utf8.count) + digits
  }

  /// The step whose code this is: the present one, the one before or the one after, as clocks differ; and only one that is later
  /// than the last that was used.
  ///
  /// - Parameter seconds: since 1970.
  func step(of code: String, at seconds: Int, after last: Int) -> Int? {
    let (typed, present) = (Array(code.utf8), seconds / Self.period)
    return (present - 1...present + 1).filter { $0 > last && areEqualSecrets(Array(self.code(step: $0).utf8), typed) }.first
  }

  /// To be typed where no picture can be read, in groups of four.
  public var base32: String {
    let letters = Array(Base32.text(of: bytes))
    return stride(from: 0, to: letters.count, by: 4)
      .map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
  }

  /// What authenticators read from a picture.
  ///
  /// - Parameter issuer: what they list it under.
  public func uri(issuer: String, account: String) -> String {
    let (issuer, account) = (percentEncoded(issuer), percentEncoded(account))
    return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.text(of: bytes))&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.period)"
  }

  /// Never the secret.
  public var description: String { "a secret for codes" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Seconds since 1970, as the system has it.
public func systemSeconds() -> Int { time(nil) }

private func percentEncoded(_ text: String) -> String {
  text.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      String(UnicodeScalar(byte))
    default:
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }.joined()
}
