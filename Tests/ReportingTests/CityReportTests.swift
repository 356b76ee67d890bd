import CadreModel
import CadreTesting
import DataContract
import Digest
import Evaluation
import Foundation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

@Suite(.planted) struct CityReportTests {
  /// One row of each status, of several units and of none; what falls due around the horizon's ends.
  private func planted() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks", "persons"], city: "alpha")
    try await connection.plant(
      "subject_id, unit_id, status, due_on, reason",
      [
        "('alpha', 'alpha.1.hours', 'P1', 'U3', 'pending', '2025-06-30', 'short_so_far')",
        "('alpha', 'alpha.1.hours', 'P2', 'U3', 'pending', '2025-07-01', 'short_so_far')",
        "('alpha', 'alpha.1.hours', 'P3', 'U2', 'at_risk', '2025-09-28', 'short_so_far')",
        "('alpha', 'alpha.1.hours', 'P4', 'U10', 'pending', '2025-09-29', 'short_so_far')",
        "('alpha', 'alpha.1.hours', 'P5', null, 'unmet', '2025-07-15', 'short')",
        "('alpha', 'alpha.1.talk', 'P1>P2', 'A9', 'met', '2025-07-20', 'reached')",
        "('alpha', 'alpha.1.talk', 'P1>P3', 'A9', 'no_data', null, 'record_missing')",
        "('alpha', 'alpha.1.talk', 'P2>P3', 'A9', 'exempt', null, 'pair_began_late')",
        "('alpha', 'alpha.2.rotation', 'O1', 'U1', 'met', '2025-07-10', 'within_tenure')",
        "('alpha', 'alpha.2.rotation', 'O2', 'U1', 'at_risk', '2025-09-28', 'within_tenure')",
        "('alpha', 'alpha.2.rotation', 'O3', 'U1', 'unmet', '2025-07-01', 'rotation_due')",
        "('alpha', 'alpha.2.figure', 'alpha', null, 'info', null, 'figure')",
      ])
    return connection
  }

  private func write(
    _ connection: PostgresConnection, to folder: TemporaryFolder, _ language: Language = .english
  ) async throws -> [UInt8]? {
    try await alphaReport(to: folder.path, language)?.about
  }

  @Test func summaryHasArticles() async throws {
    let folder = TemporaryFolder()
    _ = try await write(try await planted(), to: folder)
    let lines = try folder.lines("city/alpha/summary.csv")
    #expect(try folder.text("city/alpha/summary.csv").contains(",change,assumed,value,article,article_title\r\n"))
    #expect(
      lines[0] == "33,Zhejiang,alpha,alpha,alpha.1.hours,Hours,training,0,1,3,1,0,0,0.0000,0.0000,,,1,,alpha.1,Training and talks"
    )
    #expect(
      lines[1] == "33,Zhejiang,alpha,alpha,alpha.1.talk,Talks,talks,1,0,0,0,1,1,1.0000,1.0000,,,0,,alpha.1,Training and talks")
    #expect(
      lines[2]
        == "33,Zhejiang,alpha,alpha,alpha.2.rotation,Years in post,rotation,1,1,0,1,0,0,0.5000,0.3333,,,0,,alpha.2,Rotation")
    #expect(lines.count == 5)
  }

  @Test func unitsComeInTreeOrder() async throws {
    let folder = TemporaryFolder()
    _ = try await write(try await planted(), to: folder)
    #expect(
      try folder.lines("city/alpha/units.csv") == [
        "A9,独立单位,0,alpha.1.talk,Talks,1,0,0,0,1,1,1.0000,1.0000",
        "U1,市委,0,alpha.2.rotation,Years in post,1,1,0,1,0,0,0.5000,0.3333",
        "U10,第十局,1,alpha.1.hours,Hours,0,0,1,0,0,0,,0.0000",
        "U3,\"下属, 单位\",2,alpha.1.hours,Hours,0,0,2,0,0,0,,0.0000",
        "U2,'=财政局,1,alpha.1.hours,Hours,0,0,0,1,0,0,,0.0000",
        ",,,alpha.1.hours,Hours,0,1,0,0,0,0,0.0000,0.0000",
      ])
  }

  @Test func exceptionsAreUnmetAtRiskAndNoData() async throws {
    let folder = TemporaryFolder()
    _ = try await write(try await planted(), to: folder)
    let rows = try folder.lines("city/alpha/exceptions.csv").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.map { "\($0[3]) \($0[8])" } == ["P3 at_risk", "P5 unmet", "P1>P3 no_data", "O2 at_risk", "O3 unmet"])
    #expect(try folder.text("city/alpha/exceptions.csv").hasPrefix("policy,indicator,subject_kind,"))
  }

  /// After 2025-06-30 up to and with 2025-09-28, by date; a post within its tenure counts, a duty that is done does not.
  @Test func dueWithinNinetyDays() async throws {
    let folder = TemporaryFolder()
    _ = try await write(try await planted(), to: folder)
    let rows = try folder.lines("city/alpha/due.csv").map { line in
      "\(line.firstMatch(of: /,(2025-\d\d-\d\d),/)?.1 ?? "") \(line.split(separator: ",")[3])"
    }
    #expect(rows == ["2025-07-01 P2", "2025-07-10 O1", "2025-09-28 P3", "2025-09-28 O2"])
  }

  @Test func countsAgreeWithResults() async throws {
    let connection = try await planted()
    let (run, _) = try await connection.alphaRun()
    let judged = JudgedCity(try PlantedCities.city("alpha"), run: run, runLastYear: nil)
    let report = try await withPool { try await CityReport(of: judged, language: .chinese, on: $0) }
    var units = Tally()
    for unit in report.units { units += unit.total }
    var total = report.figures.total
    #expect(total == Tally(met: 2, unmet: 2, pending: 3, atRisk: 2, exempt: 1, noData: 1, info: 1))
    #expect(report.figures.run.resultCount == total.judged + total.info)
    total.info = 0
    #expect(units == total)
    #expect(report.dueCount == 4)
    #expect(report.due.map(\.subjectID) == ["P2", "O1", "P3", "O2"])
    #expect(report.exceptions.map(\.subjectID) == ["P5", "O3"])
  }

  @Test func aboutListsFilesWithTheirDigests() async throws {
    let folder = TemporaryFolder()
    let about = try #require(try await write(try await planted(), to: folder, .chinese))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(about)) as? [String: Any])
    #expect(json["as_of"] as? String == "2025-06-30")
    let files = try #require(json["files"] as? [[String: Any]])
    #expect(
      files.compactMap { $0["name"] as? String } == [
        "summary.csv", "statistics.csv", "trend.csv", "units.csv", "exceptions.csv", "due.csv", "dashboard.html",
      ])
    #expect(files.map { $0["rows"] as? Int } == [5, 1, 16, 6, 5, 4, nil])
    for file in files {
      let name = try #require(file["name"] as? String)
      #expect(file["sha256"] as? String == SHA256.hex(of: try folder.bytes("city/alpha/\(name)")))
    }
    let runs = try #require(json["runs"] as? [[String: Any]])
    #expect(runs.map { $0["as_of"] as? String } == ["2025-06-30", "2024-06-30"])
    let policies = try #require(json["policies"] as? [[String: Any]])
    let parameters = try #require(policies[0]["parameters"] as? [[String: Any]])
    #expect(parameters.map { $0["value"] as? String } == ["90", "0.7"])
    #expect(parameters.map { $0["assumed"] as? Bool } == [true, false])
    #expect(parameters.map { $0["valid_from"] as? String } == ["2025-01-01", "2020-01-01"])
    let deliveries = try #require(json["deliveries"] as? [[String: Any]])
    let tables = try #require(deliveries[0]["tables"] as? [[String: Any]])
    #expect(tables.count == Table.all.count)
    let received = tables.filter { $0["handed_in"] as? Bool == true }
    #expect(received.map { $0["table"] as? String } == ["persons", "talks"])
    #expect(received.map { $0["imported_on"] as? String } == ["2025-07-01T08:00:00Z", "2025-07-01T08:00:00Z"])
  }

  /// The units are read over the second connection, which is held up until they have other names.
  @Test func bothConnectionsSeeTheSameData() async throws {
    let connection = try await planted()
    let other = try await TestDatabase.current.connect()
    let before = TemporaryFolder()
    _ = try await write(connection, to: before)

    let folder = TemporaryFolder()
    let path = folder.path
    try await other.execute("begin")
    try await other.execute("lock table units in access exclusive mode")
    async let report = alphaReport(to: path)
    try await other.waitUntil(
      """
      exists (
        select
        from pg_locks l
        where l.relation = 'units'::regclass
          and not l.granted
      )
      """)
    try await other.execute("update units set unit_name = 'renamed'")
    try await other.execute("update persons set name = 'renamed'")
    try await other.execute("commit")
    _ = try await report
    for name in ["units.csv", "exceptions.csv", "due.csv"] {
      #expect(try folder.text("city/alpha/\(name)") == before.text("city/alpha/\(name)"), "\(name)")
    }
  }

  @Test func writtenTwiceItIsTheSame() async throws {
    let connection = try await planted()
    let (first, second) = (TemporaryFolder(), TemporaryFolder())
    _ = try await write(connection, to: first, .chinese)
    _ = try await write(connection, to: second, .chinese)
    for name in [
      "summary.csv", "statistics.csv", "units.csv", "exceptions.csv", "due.csv", "trend.csv", "dashboard.html", "about.json",
    ] {
      #expect(try first.bytes("city/alpha/\(name)") == second.bytes("city/alpha/\(name)"), "\(name)")
    }
  }

  @Test func anInterruptedReportLeavesTheOldOneWhole() async throws {
    let connection = try await planted()
    let folder = TemporaryFolder()
    _ = try await write(connection, to: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/city/alpha").sorted()
    let before = try names.map { try folder.bytes("city/alpha/\($0)") }
    // Summary and units can still be made from the tallies, the results can't.
    try await connection.execute("alter table results rename to results_gone")
    await #expect(throws: PostgresError.self) { _ = try await write(connection, to: folder, .chinese) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/city/alpha").sorted() == names)
    #expect(try names.map { try folder.bytes("city/alpha/\($0)") } == before)
  }

  @Test func pagesEscapeWhatTheyShow() async throws {
    let connection = try await planted()
    try await connection.execute("update persons set name = '<script>alert(1)</script>' where person_id = 'P2'")
    let folder = TemporaryFolder()
    _ = try await write(connection, to: folder, .chinese)
    let page = try folder.text("city/alpha/dashboard.html")
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }
  @Test func anEnglishPageHasNoChinesePunctuation() async throws {
    let folder = TemporaryFolder()
    _ = try await write(try await planted(), to: folder, .english)
    let page = try folder.text("city/alpha/dashboard.html")
    #expect(page.contains("Data handed in"))
    #expect(page.firstMatch(of: /[：，；（）、。]/) == nil)
  }
}

extension PostgresConnection {
  fileprivate func waitUntil(_ condition: String) async throws {
    for _ in 0..<500 {
      let rows = try await query(Statement("wait", "select \(condition) as done", []))
      if try rows.first?.decode("done", as: Bool.self) == true { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("never true: \(condition)")
  }
}
