import FieldFormats
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("20041024", FieldDate.day(year: 2004, month: 10, day: 24)), ("2004.10.24", .day(year: 2004, month: 10, day: 24)),
    ("2004-10-24", .day(year: 2004, month: 10, day: 24)), ("2004年10月24日", .day(year: 2004, month: 10, day: 24)),
    ("200410", .month(year: 2004, month: 10)), ("2004.10", .month(year: 2004, month: 10)),
    ("2004.9", .month(year: 2004, month: 9)), ("2004年10月", .month(year: 2004, month: 10)),
    ("20041000", .month(year: 2004, month: 10)), ("2004", .other("2004")), ("200413", .other("200413")), ("民盟", .other("民盟")),
  ])
  func datesAreReadAndMonthsStayMonths(text: String, date: FieldDate) {
    #expect(FieldDate(text) == date)
    #expect(FieldDate("  \(text)\n") == date)
  }

  @Test func aMonthCoversItsDaysAndNoOthers() {
    let month = FieldDate.month(year: 2004, month: 1)
    #expect(month.covers("2004-01-31"))
    #expect(!month.covers("2004-10-01"))
    #expect(!month.covers(""))
    #expect(month.cell == "2004-01")
    #expect(FieldDate("   ") == nil)
  }

  @Test(arguments: ["--", "-", "—", "——", "－－", "～", "~", "–", " -- ", "至"])
  func aResumeIsReadWithAnyDash(dash: String) {
    let text =
      "2000.09\(dash)2004.07  浙江大学学生\n2004.07\(dash)2010.03  市财政局科员\n（其间：2006.09\(dash)2009.06在职学习）\n2010.03\(dash)         市财政局副局长"
    let lines = Resume.lines(text)
    #expect(lines.map(\.text) == ["浙江大学学生", "市财政局科员", "市财政局副局长"])
    #expect(lines.map(\.from.cell) == ["2000-09", "2004-07", "2010-03"])
    #expect(lines.map { $0.to?.cell } == ["2004-07", "2010-03", nil])
    #expect(lines.map(\.line) == [0, 1, 3])
  }

  @Test func aLongLineIsReadOn() {
    let lines = Resume.lines("2004.07--2010.03  市财政局\r\n                    预算处处长\r\n2010.03--至今  市财政局副局长")
    #expect(lines.map(\.text) == ["市财政局预算处处长", "市财政局副局长"])
    #expect(lines[1].to == nil)
    #expect(Resume.lines(Resume.text(lines)).map(\.text) == lines.map(\.text))
  }

  @Test(arguments: [
    ("2021年称职；2022年：优秀；2023年不称职", ["2021称职", "2022优秀", "2023不称职"]),
    ("2021、2022年度考核均为称职，2023年度考核结果为基本称职。", ["2021称职", "2022称职", "2023基本称职"]),
    ("2021年年度考核“优秀”等次；2022年年度考核不定等次。", ["2021优秀", "2022不定等次"]), ("", []),
  ])
  func assessmentsAreReadYearByYear(text: String, years: [String]) throws {
    #expect(try #require(AssessmentText.years(text)).map { $0.year + $0.grade } == years)
  }

  @Test(arguments: ["近三年年度考核均为称职", "2021年称职，近两年优秀", "2021", "优秀"])
  func assessmentsWithoutTheirYearsAreNotGuessed(text: String) {
    #expect(AssessmentText.years(text) == nil)
  }
}
