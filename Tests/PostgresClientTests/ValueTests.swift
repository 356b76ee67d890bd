import PostgresClient
import Testing

struct ValueTests {
  @Test func noSuchDays() {
    #expect(PostgresDate(year: 2025, month: 2, day: 29) == nil)
    #expect(PostgresDate(year: 1900, month: 2, day: 29) == nil)
    #expect(PostgresDate(year: 2000, month: 2, day: 29) != nil)
    #expect(PostgresDate(year: 2025, month: 13, day: 1) == nil)
    #expect(PostgresDate(year: 2025, month: 4, day: 31) == nil)
    for text in ["", "2025-3", "2025-03-01-", "2025/03/01", "infinity", "-2025-03-01", "2025-03-01 BC"] {
      #expect(PostgresDate(text) == nil, "\(text)")
    }
  }

  @Test func everyDayOfFourCenturies() throws {
    let first = try #require(PostgresDate("1800-01-01")).daysSince2000
    var previous = PostgresDate(daysSince2000: first - 1)
    #expect(previous.description == "1799-12-31")
    for days in first...(first + 146_097) {
      let date = PostgresDate(daysSince2000: days)
      try #require(date.daysSince2000 == days && previous < date)
      try #require(PostgresDate(year: date.year, month: date.month, day: date.day) == date)
      previous = date
    }
    #expect(previous.description == "2200-01-01")
  }

  @Test func decimalsOfOneValueAreEqual() throws {
    let (a, b) = (try #require(PostgresDecimal("1.5")), try #require(PostgresDecimal("01.500")))
    #expect(a == b && a.hashValue == b.hashValue)
    #expect(b.description == "1.500" && b.normalized.description == "1.5")
    #expect(try #require(PostgresDecimal("-0.0")) == 0)
    #expect(PostgresDecimal(unscaled: -5, scale: 2).description == "-0.05")
    #expect(PostgresDecimal(unscaled: .min, scale: 0).description == "-9223372036854775808")
    #expect(PostgresDecimal(unscaled: .min, scale: 3).unscaled == .min)
    #expect(PostgresDecimal("9223372036854775808")?.unscaled == nil)
    #expect(PostgresDecimal("12.00")?.integer == 12 && PostgresDecimal("12.01")?.integer == nil)
    #expect(PostgresDecimal("0.001")?.integer == nil && PostgresDecimal("0.00")?.integer == 0)
    for text in ["", "-", ".", "1e5", "NaN", "1.2.3", "+1", " 1"] { #expect(PostgresDecimal(text) == nil, "\(text)") }
  }

  @Test func decimalsInOrder() throws {
    let texts = ["-100", "-99.99", "-1", "-0.5", "0", "0.05", "0.5", "0.51", "1", "9.9", "10", "100.00"]
    let decimals = try texts.map { try #require(PostgresDecimal($0)) }
    #expect(decimals.shuffled().sorted().map(\.description) == texts)
  }
}
