/// A number as the database holds it: `sealed:1:<key>:<base64>`, the key by its name, then nonce, sealed number and tag.
///
/// No character of it has to be quoted where a row is written as text.
public struct SealedNumber: Sendable, Hashable {
  /// How the sealing is done; another way would have another number.
  static let version = "1"
  private static let prefix = Array("sealed:\(version):".utf8)

  /// The name of the key.
  public let keyID: String
  let nonce: [UInt8]
  /// The number with its tag.
  let body: [UInt8]

  init(keyID: String, nonce: [UInt8], body: [UInt8]) {
    self.keyID = keyID
    self.nonce = nonce
    self.body = body
  }

  /// Nil where the text is none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let idEnd = Self.prefix.count + 16
    guard bytes.starts(with: Self.prefix), bytes.count > idEnd, bytes[idEnd] == UInt8(ascii: ":"),
      let content = Base64.bytes(of: Array(bytes[(idEnd + 1)...])),
      content.count > AuthenticatedCipher.nonceLength + AuthenticatedCipher.tagLength
    else { return nil }
    keyID = String(decoding: bytes[Self.prefix.count..<idEnd], as: UTF8.self)
    nonce = Array(content.prefix(AuthenticatedCipher.nonceLength))
    body = Array(content.dropFirst(AuthenticatedCipher.nonceLength))
  }

  /// Whether the text says of itself that it is one.
  public static func isSealed(_ text: String) -> Bool { text.utf8.starts(with: "sealed:".utf8) }

  var text: [UInt8] {
    Self.prefix + Array(keyID.utf8) + [UInt8(ascii: ":")] + Base64.text(of: nonce + body)
  }
}
