import Testing

@testable import Accounts

/// RFC 4226, appendix D, and RFC 6238, appendix B.
@Suite struct TOTPTests {
  private static let secret = TOTPSecret(bytes: Array("12345678901234567890".utf8))

  @Test func countedCodesAreThoseOfTheStandard() {
    let codes = (0..<10).map { Self.secret.code(step: $0) }
    #expect(
      codes == ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"])
  }

  /// The last six of the eight digits that the standard prints.
  @Test(arguments: [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
    (20_000_000_000, "353130"),
  ]) func timedCodesAreThoseOfTheStandard(seconds: Int, code: String) {
    #expect(Self.secret.code(step: seconds / 30) == code)
    #expect(Self.secret.step(of: code, at: seconds, after: 0) == seconds / 30)
  }

  @Test func clocksMayDifferByOneStep() {
    let step = 1_111_111_111 / 30
    let code = Self.secret.code(step: step)
    for (difference, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
      #expect((Self.secret.step(of: code, at: (step + difference) * 30, after: 0) == step) == isTaken)
    }
    // To the second.
    #expect(Self.secret.step(of: code, at: (step + 2) * 30 - 1, after: 0) == step)
    #expect(Self.secret.step(of: code, at: (step - 1) * 30, after: 0) == step)
    #expect(Self.secret.step(of: code, at: (step - 1) * 30 - 1, after: 0) == nil)
  }

  @Test func aStepThatWasUsedIsNotTakenAgain() {
    let step = 1_111_111_111 / 30
    let code = Self.secret.code(step: step)
    #expect(Self.secret.step(of: code, at: step * 30, after: step - 1) == step)
    #expect(Self.secret.step(of: code, at: step * 30, after: step) == nil)
    #expect(Self.secret.step(of: Self.secret.code(step: step - 1), at: step * 30, after: step) == nil)
  }

  @Test(arguments: ["", "12345", "1234567", "abcdef", "２８７０８２"]) func whatIsNoCodeIsNone(text: String) {
    #expect(Self.secret.step(of: text, at: 59, after: 0) == nil)
  }

  @Test func authenticatorsReadTheSecret() {
    #expect(Self.secret.base32 == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    #expect(
      Self.secret.uri(issuer: "cadre 干部", account: "wang")
        == "otpauth://totp/cadre%20%E5%B9%B2%E9%83%A8:wang?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        + "&issuer=cadre%20%E5%B9%B2%E9%83%A8&algorithm=SHA1&digits=6&period=30")
  }

  @Test func secretsAreNewAndSaidNowhere() {
    let (one, other) = (TOTPSecret(), TOTPSecret())
    #expect(one != other && one.bytes.count == 20)
    #expect(!"\(one)".contains(one.base32.prefix(4)))
    var dumped = ""
    dump(SessionToken(), to: &dumped)
    dump(LinkToken(), to: &dumped)
    dump(CSRFToken(of: SessionToken()), to: &dumped)
    dump(RecoveryCodes(), to: &dumped)
    #expect(dumped.firstMatch(of: /[A-Za-z0-9_-]{20}/) == nil)
  }
}
