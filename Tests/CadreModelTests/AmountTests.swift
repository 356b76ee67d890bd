import CadreModel
import Testing

@Suite struct AmountTests {
  @Test(arguments: [
    ("90", 900_000, "90"), ("0.7", 7_000, "0.7"), ("-1.25", -12_500, "-1.25"), ("1.2000", 12_000, "1.2"),
    ("0.0001", 1, "0.0001"), ("007", 70_000, "7"), ("-0.5", -5_000, "-0.5"), ("0", 0, "0"), ("-0", 0, "0"),
    ("550.50", 5_505_000, "550.5"), ("0.01", 100, "0.01"),
  ])
  func readsAndWritesPlainDecimals(text: String, scaled: Int, printed: String) {
    #expect(Amount(text)?.scaled == scaled)
    #expect(Amount(text)?.description == printed)
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1.23456", "1,5", "1e3", "+1", "--1", "1 ", "１", "1.2.3", "123456789012345"])
  func anythingElseIsNoAmount(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test func wholeNumbersAndOrder() throws {
    #expect(Amount(12).whole == 12)
    #expect(Amount("12.0")?.whole == 12)
    #expect(Amount("0.5")?.whole == nil)
    #expect(try #require(Amount("0.7")) < Amount(1))
    #expect(try #require(Amount("-2")) < #require(Amount("-1.9")))
  }
}
