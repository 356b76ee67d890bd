import Bytes
import Testing

struct GregorianTests {
  @Test(arguments: [
    (0, "2000-01-01"), (-1, "1999-12-31"), (59, "2000-02-29"), (60, "2000-03-01"), (9_190, "2025-02-28"),
    (9_191, "2025-03-01"), (36_583, "2100-02-28"), (36_584, "2100-03-01"), (-10_957, "1970-01-01"),
    (-730_119, "0001-01-01"),
  ]) func knownDays(number: Int, text: String) {
    #expect(Gregorian.text(of: number) == text)
    let (year, month, day) = Gregorian.date(of: number)
    #expect(Gregorian.number(year: year, month: month, day: day) == number)
  }

  /// 400 years and more, day by day: each follows the one before, within months of their length.
  @Test func daysFollowEachOther() {
    var before = Gregorian.date(of: -150_001)
    for number in -150_000...150_000 {
      let date = Gregorian.date(of: number)
      let isNext =
        date == (before.year, before.month, before.day + 1)
        || date.day == 1 && before.day == Gregorian.length(ofMonth: before.month, year: before.year)
          && date.year * 12 + date.month == before.year * 12 + before.month + 1
      if !isNext || Gregorian.number(year: date.year, month: date.month, day: date.day) != number {
        Issue.record("\(before) is followed by \(date)")
        return
      }
      before = date
    }
  }

  @Test func leapYears() {
    #expect([1900, 2000, 2023, 2024, 2100].map { Gregorian.length(ofMonth: 2, year: $0) } == [28, 29, 28, 29, 28])
  }
}
