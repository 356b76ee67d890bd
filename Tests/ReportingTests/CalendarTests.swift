import CadreModel
import CadreTesting
import Evaluation
import Foundation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing
import WorkbookTesting

@testable import Reporting

/// What falls due from 1 July to 28 September 2025. 30 June is a Monday.
@Suite(.planted) struct CalendarTests {
  private func plant(_ connection: PostgresConnection) async throws {
    try await connection.receive(["talks"], city: "alpha")
    try await connection.plant(
      "subject_id, unit_id, status, due_on, reason",
      (1...30).map { "('alpha', 'alpha.1.hours', 'X\($0 + 100)', 'U3', 'pending', '2025-09-28', 'short_so_far')" } + [
        "('alpha', 'alpha.1.hours', 'P1', 'U2', 'pending', '2025-09-28', 'short_so_far')",
        "('alpha', 'alpha.1.hours', 'P2', 'U2', 'at_risk', '2025-07-06', 'short_so_far')",
        "('alpha', 'alpha.1.talk', 'P1>P2', 'U2', 'pending', '2025-07-07', 'short_so_far')",
        "('alpha', 'alpha.2.rotation', 'O1', 'U2', 'met', '2025-08-01', 'within_tenure')",
        // Already due, due too late, done.
        "('alpha', 'alpha.1.talk', 'P1>P3', 'U2', 'pending', '2025-06-30', 'short_so_far')",
        "('alpha', 'alpha.1.talk', 'P2>P3', 'U2', 'pending', '2025-09-29', 'short_so_far')",
        "('alpha', 'alpha.2.share', 'U2', 'U2', 'met', '2025-08-02', 'reached')",
      ])
  }

  private func calendar(
    unit: String? = nil, days: Int = 90, to folder: String, _ language: Language = .english, _ formats: Set<ReportFormat> = [.csv]
  ) async throws -> WrittenReport {
    let alpha = try PlantedCities.city("alpha")
    let maker = try CalendarMaker(
      alpha, asOf: PlantedCities.asOf, unit: unit, days: days, language: language, to: folder, .testing(formats))
    return try await withPool { pool in
      try await PlantedCities.evaluator().judging(
        [alpha], asOf: PlantedCities.asOf, comparesWithLastYear: false, afresh: false, on: pool
      ) { try await maker.write(try #require($0.first), by: .testing, on: pool) }
    }
  }

  @Test func aLineADayDutyAndUnit() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await calendar(to: folder.path)
    #expect(
      try records("\(report.folder)/calendar.csv").dropFirst().map { $0.joined(separator: "|") } == [
        "2025-07-06|2025-06-30|2025-07|alpha.1.hours|Hours|alpha.1|2025|U2|'=财政局|张三|局长|1|1|'-1+2",
        "2025-07-07|2025-07-07|2025-07|alpha.1.talk|Talks|alpha.1|2025|U2|'=财政局|张三|局长|1|0|张三→-1+2",
        "2025-08-01|2025-07-28|2025-08|alpha.2.rotation|Years in post|alpha.2|2025|U2|'=财政局|张三|局长|1|0|张三 局长",
        "2025-09-28|2025-09-22|2025-09|alpha.1.hours|Hours|alpha.1|2025|U3|下属, 单位|||30|0|X101, X102, X103, X104, X105",
        "2025-09-28|2025-09-22|2025-09|alpha.1.hours|Hours|alpha.1|2025|U2|'=财政局|张三|局长|1|0|张三",
      ])
  }

  /// U1 has U2 and, by way of U10, U3 below it: one event a day and duty, whosever it is.
  @Test func aUnitsEventsAreThoseOfTheUnitsBelowItToo() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await calendar(unit: "U1", to: folder.path)
    let days = try records("\(report.folder)/calendar.csv").dropFirst()
    #expect(days.count == 5)
    let text = try String(contentsOfFile: "\(report.folder)/calendar.ics", encoding: .utf8)
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.components(separatedBy: "BEGIN:VEVENT").count == 1 + 4)
    #expect(unfolded.contains("SUMMARY:Due: Hours (31)") && unfolded.contains("张三 (=财政局)"))
    #expect(unfolded.contains("市委: what falls due"))
    let one = try await calendar(unit: "U10", to: folder.path)
    #expect(try records("\(one.folder)/calendar.csv").dropFirst().map { $0[7] } == ["U3"])
  }

  @Test func sumsByMonthWeekUnitAndHead() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await calendar(to: folder.path)
    // Level, id, indicator, count, at risk, units, first and last day.
    let groups = try records("\(report.folder)/calendar_groups.csv").dropFirst()
      .map { ([$0[0], $0[1], $0[4]] + $0[7...]).joined(separator: " ") }
    #expect(
      groups == [
        "month 2025-07 alpha.1.hours 1 1 1 2025-07-06 2025-07-06", "month 2025-07 alpha.1.talk 1 0 1 2025-07-07 2025-07-07",
        "month 2025-08 alpha.2.rotation 1 0 1 2025-08-01 2025-08-01", "month 2025-09 alpha.1.hours 31 0 2 2025-09-28 2025-09-28",
        "week 2025-06-30 alpha.1.hours 1 1 1 2025-07-06 2025-07-06", "week 2025-07-07 alpha.1.talk 1 0 1 2025-07-07 2025-07-07",
        "week 2025-07-28 alpha.2.rotation 1 0 1 2025-08-01 2025-08-01",
        "week 2025-09-22 alpha.1.hours 31 0 2 2025-09-28 2025-09-28",
        // Who has most comes first.
        "unit U3 alpha.1.hours 30 0 1 2025-09-28 2025-09-28", "unit U2 alpha.1.hours 2 1 1 2025-07-06 2025-09-28",
        "unit U2 alpha.1.talk 1 0 1 2025-07-07 2025-07-07", "unit U2 alpha.2.rotation 1 0 1 2025-08-01 2025-08-01",
        "head  alpha.1.hours 30 0 1 2025-09-28 2025-09-28", "head P1 alpha.1.hours 2 1 1 2025-07-06 2025-09-28",
        "head P1 alpha.1.talk 1 0 1 2025-07-07 2025-07-07", "head P1 alpha.2.rotation 1 0 1 2025-08-01 2025-08-01",
      ])
    let fewer = try await calendar(days: 89, to: folder.path)
    #expect(try records("\(fewer.folder)/calendar.csv").count == 4)
  }

  @Test(arguments: Language.allCases) func pageAndWorkbookSayTheSame(language: Language) async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await calendar(to: folder.path, language, [.csv, .xlsx, .html])
    let book = try OpenpyxlView(of: "\(report.folder)/calendar.xlsx")
    try book.sheet(language(zh: "逐日", en: "Day by day")).expectEqual(
      to: records("\(report.folder)/calendar.csv"), CalendarTables.dayColumns)
    let groups = try records("\(report.folder)/calendar_groups.csv")
    for (zh, en, rows) in [
      ("按月", "By month", 1..<5), ("按周", "By week", 5..<9), ("按单位", "By unit", 9..<13), ("按负责人", "By head", 13..<17),
    ] {
      try book.sheet(language(zh: zh, en: en)).expectEqual(to: [groups[0]] + groups[rows], CalendarTables.groupColumns)
    }
    let page = try folder.text("calendar/alpha/calendar.html")
    // The duty of everybody is one line.
    #expect(page.components(separatedBy: "2025-09-28 \(language(zh: "周日", en: "Sun"))").count == 2)
    #expect(page.contains(language(zh: "2025-06-30 至 2025-07-06", en: "2025-06-30 to 2025-07-06")))
    #expect(page.contains(language(zh: "31 项，涉及 1 个指标", en: "31, of 1 duties")))
    #expect(try !folder.names.contains("calendar.ics"))
  }

  /// As a program reads it that is not ours: of a name that is no standard's it leaves the text as it stands.
  @Test func aUnitsCalendarIsTakenInByOtherPrograms() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plant(connection)
    let folder = ReportFolder()
    let report = try await calendar(unit: "U3", to: folder.path, .chinese)
    let text = try folder.text("calendar/alpha/calendar.ics")
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20250928\r\nDTEND;VALUE=DATE:20250929\r\n"))
    #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    let again = try await calendar(unit: "U3", to: folder.path, .chinese)
    #expect(try folder.text("calendar/alpha/calendar.ics") == text && again.folder == report.folder)
    guard (try? Tool.run([Tool.python, "-c", "import icalendar"])) != nil else { return }
    let read = try Tool.run([Tool.python, "-c", Self.reader, "\(report.folder)/calendar.ics"])
    #expect(
      read == """
        下属\\, 单位：到期事项
        2025-09-28 2025-09-29 date 到期：年度学时（30 项）
        条款：第一条 教育谈话|指标：alpha.1.hours，时期：2025|对象：\((101...130).map { "X\($0)" }.joined(separator: "、"))|评估截至：2025-06-30

        """)
  }

  private static let reader = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
    print(calendar['X-WR-CALNAME'])
    uids = set()
    for event in calendar.walk('VEVENT'):
        start, end = event['DTSTART'].dt, event['DTEND'].dt
        print(start, end, type(start).__name__, event['SUMMARY'])
        print(str(event['DESCRIPTION']).replace('\\n', '|'))
        assert event['UID'] not in uids and event['UID'].endswith('@cadre')
        uids.add(event['UID'])
    """

  @Test func textsAreEscapedAndLinesFolded() {
    #expect(ICalendar.escaped("a\\b;c,d\ne\u{7}") == "a\\\\b\\;c\\,d\\ne")
    let line = String(repeating: "甲", count: 60)
    let folded = ICalendar.folded(line)
    // 25 characters of three bytes, then a blank and 24.
    #expect(folded.components(separatedBy: "\r\n ").map(\.count) == [25, 24, 11])
    #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    #expect(folded.replacing("\r\n ", with: "") == line)
    #expect(ICalendar.folded("short") == "short")
  }
}
