import Testing

@testable import Accounts

/// Tokens, codes and pictures.
@Suite struct SecretTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", "", ""), ("f", "Zg", "MY"), ("fo", "Zm8", "MZXQ"), ("foo", "Zm9v", "MZXW6"), ("foob", "Zm9vYg", "MZXW6YQ"),
    ("fooba", "Zm9vYmE", "MZXW6YTB"), ("foobar", "Zm9vYmFy", "MZXW6YTBOI"),
  ]) func formsAreThoseOfTheStandard(text: String, base64: String, base32: String) {
    #expect(Base64URL.text(of: Array(text.utf8)) == base64)
    #expect(Base32.text(of: Array(text.utf8)) == base32)
  }

  @Test func tokensAreNewAndReadAgain() throws {
    let token = SessionToken()
    #expect(token.cookie.utf8.count == 43 && SessionToken(cookie: token.cookie) == token)
    #expect(SessionToken() != token)
    let link = LinkToken()
    #expect(LinkToken(link.text) == link && link.path == "/enrol/\(link.text)")
  }

  @Test(arguments: [
    "", "a", String(repeating: "a", count: 42), String(repeating: "a", count: 44), String(repeating: "=", count: 43),
  ])
  func whatIsNoTokenIsNone(text: String) {
    #expect(SessionToken(cookie: text) == nil && LinkToken(text) == nil)
  }

  /// Browsers take cookies of such a name from this host alone, and only with `Secure` and for `/`.
  @Test func cookiesAreOfThisHostAlone() {
    #expect([SessionToken.cookieName, SessionToken.pendingCookieName].allSatisfy { $0.hasPrefix("__Host-") })
    #expect(SessionToken.cookieName != SessionToken.pendingCookieName)
  }

  @Test func formsAreOfOneSession() {
    let token = SessionToken()
    let form = CSRFToken(of: token)
    #expect(form.matches(CSRFToken(of: token).text))
    #expect(!form.matches(CSRFToken(of: SessionToken()).text) && !form.matches("") && !form.matches(token.cookie))
  }

  @Test func recoveryCodesAreTenAndReadHoweverTyped() {
    let codes = RecoveryCodes()
    #expect(Set(codes.codes).count == 10)
    for code in codes.codes {
      #expect(code.firstMatch(of: /^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/) != nil)
      let normal = RecoveryCodes.normal(code)
      #expect(normal == RecoveryCodes.normal(" " + code.lowercased().replacing("-", with: " ")))
    }
    #expect(RecoveryCodes.normal("123456") == nil && RecoveryCodes.normal(codes.codes[0] + "A") == nil)
  }

  @Test func pathsOfPicturesCoverTheirDarkSquares() throws {
    let code = try #require(QRCode("otpauth://totp/cadre:wang?secret=GEZDGNBVGY3TQOJQ"))
    let drawn = code.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/).reduce(0) { $0 + (Int($1.3) ?? 0) }
    let dark = (0..<code.size).reduce(0) { sum, y in sum + (0..<code.size).count { code[$0, y] } }
    #expect(drawn == dark && dark > 200)
    // The corner of every such picture.
    #expect((0..<7).allSatisfy { code[$0, 0] && code[0, $0] } && !code[7, 7] && code[3, 3])
    #expect(QRCode(String(repeating: "x", count: 4000)) == nil)
  }
}
