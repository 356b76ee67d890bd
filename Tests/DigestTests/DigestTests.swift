import Digest
import Testing

@Suite struct RepeatedSHA256Tests {
  @Test func confirmsWhatTheOtherWorksOut() {
    let digest = RepeatedSHA256()
    for text in ["", "abc", String(repeating: "长", count: 1_000)] {
      let digits = Array(SHA256.hex(of: text).utf8)
      let right = digest.confirms(digits.span, of: Array(text.utf8).span)
      let other = digest.confirms(digits.span, of: Array((text + "x").utf8).span)
      let short = digest.confirms(digits.span.extracting(0..<63), of: Array(text.utf8).span)
      #expect(right && !other && !short)
    }
  }
}

@Suite struct Ed25519Tests {
  /// RFC 8410's example of a key, and RFC 8032's manner: the same text makes the same signature.
  private static let secret = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
    -----END PRIVATE KEY-----

    """
  private static let known = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
    -----END PUBLIC KEY-----

    """

  @Test func signaturesAreConfirmedByTheirKeyAlone() throws {
    let key = try #require(SigningKey(pem: Array(Self.secret.utf8)))
    let text = Array("发布第 1 号".utf8)
    let signature = try #require(key.signature(of: text))
    #expect(signature.count == 64 && key.signature(of: text) == signature)
    let verifying = try #require(VerifyingKey(pem: Array(Self.known.utf8)))
    #expect(verifying.confirms(signature, of: text))
    #expect(!verifying.confirms(signature, of: text + [0]))
    #expect(!verifying.confirms(Array(signature.reversed()), of: text))
    #expect(!verifying.confirms([], of: text))
  }

  @Test func whatIsNoKeyIsRefused() {
    #expect(SigningKey(pem: []) == nil && SigningKey(pem: Array(Self.known.utf8)) == nil)
    #expect(VerifyingKey(pem: Array("no key".utf8)) == nil)
  }
}
