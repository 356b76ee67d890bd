import Bytes
import Testing

@testable import Results

@Suite struct RateTests {
  @Test(arguments: [
    (1, 3, "0.3333"), (2, 3, "0.6667"), (1, 8, "0.1250"), (7, 7, "1.0000"), (0, 5, "0.0000"),
    // Exactly half of the last digit goes up, less does not.
    (3, 20_000, "0.0002"), (7, 50_000, "0.0001"), (12_345, 100_000, "0.1235"), (123_449, 1_000_000, "0.1234"),
  ])
  func fourDigitsHalfUp(part: Int, whole: Int, expected: String) throws {
    #expect(try #require(Rate(part, of: whole)).description == expected)
  }

  /// All and nothing are said only where nothing is left, or nothing there: 99,999 of 100,000 would round to 1.
  @Test(arguments: [
    (99_999, 100_000, "0.9999", "99.99%"), (19_999, 20_000, "0.9999", "99.99%"), (100_000, 100_000, "1.0000", "100.00%"),
    (1, 100_000, "0.0001", "0.01%"), (1, 20_001, "0.0001", "0.01%"), (0, 100_000, "0.0000", "0.00%"),
    (1_000_000, 1_000_001, "0.9999", "99.99%"), (9_998, 9_999, "0.9999", "99.99%"),
  ])
  func allAndNothingAreNeverRoundedTo(part: Int, whole: Int, expected: String, percent: String) throws {
    let rate = try #require(Rate(part, of: whole))
    #expect(rate.description == expected)
    #expect(rate.percent == percent)
  }

  @Test func anEmptyWholeHasNoRate() {
    #expect(Rate(0, of: 0) == nil)
    #expect(Tally(exempt: 3, noData: 2, info: 1).compliance == nil)
    #expect(Tally(pending: 2).compliance == nil)
    #expect(Tally(pending: 2).completion?.description == "0.0000")
  }

  @Test func ratesOfATally() {
    let tally = Tally(met: 5, unmet: 1, pending: 2, atRisk: 1, exempt: 7, noData: 9)
    #expect(tally.compliance?.description == "0.8333")
    #expect(tally.completion?.description == "0.5556")
    #expect(tally.judged == 25)
  }

  @Test func changesCanBeNegative() {
    #expect((Rate(tenThousandths: 7500) - Rate(tenThousandths: 8333)).description == "-0.0833")
    #expect((Rate(tenThousandths: 8333) - Rate(tenThousandths: 7500)).percent == "8.33%")
    #expect(Rate(tenThousandths: -5).description == "-0.0005")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (99, "99"), (100, "100"), (1_234_567, "1234567"), (-5, "-5"), (-100, "-100"),
    (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
  ])
  func countsAsBytes(number: Int, expected: String) {
    var bytes = Array("n=".utf8)
    bytes.append(number: number)
    #expect(String(decoding: bytes, as: UTF8.self) == "n=" + expected)
  }

  @Test func ratesAsBytes() {
    for rate in [0, 1, 99, 100, 8333, 9999, 10_000, 123_456, -1, -833, -10_000].map(Rate.init(tenThousandths:)) {
      var bytes: [UInt8] = []
      rate.append(to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == rate.description)
    }
    #expect(Rate(tenThousandths: 10_050).description == "1.0050")
    #expect(Rate(tenThousandths: 10_005).percent == "100.05%")
  }
}
