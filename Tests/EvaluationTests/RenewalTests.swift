import CadreModel
import DataContract
import Evaluation
import Foundation
import IdentityNumbers
import Intake
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import SampleData
import Testing

/// A run on newer data goes on from the one before it: it must come to what a full evaluation comes to.
@Suite(.cadre) struct RenewalTests {
  private static let dates = ["2025-06-30", "2025-12-31"]

  /// What a run left behind: results, tallies, indicators.
  private struct Outcome: Equatable {
    let results: [String]
    let tallies: [String]
    let indicators: [String]
    let count: Int
  }

  private func outcome(of run: Run, in city: TestCity) async throws -> Outcome {
    Outcome(
      results: try await city.results(of: run, columns: ResultColumns.everything),
      tallies: try await city.lines(
        """
        select t.ordinal::text, t.unit_id, t.met::text, t.unmet::text, t.pending::text, t.at_risk::text, t.exempt::text,
          t.no_data::text, t.info::text
        from unit_tallies t
        where t.city_code = $1
          and t.result_set = '\(run.resultSet)'
        order by t.ordinal, t.unit_id
        """),
      indicators: try await city.lines(
        """
        select i.indicator, i.missing_tables::text, i.met::text, i.unmet::text, i.pending::text, i.at_risk::text,
          i.exempt::text, i.no_data::text, i.info::text
        from run_indicators i
        where i.city_code = $1
          and i.run_id = '\(run.id)'
        order by i.ordinal
        """), count: run.resultCount)
  }

  @Test(arguments: [
    ("quzhou", "quzhou", 1), ("shaoxing", "shaoxing", 2), ("jingxian", "jingxian", 3), ("kunming", "kunming", 4),
    ("quzhou", "kunming", 5), ("kunming", "kunming", 6),
  ])
  func afterAnyHistoryResultsAreThoseOfAFullEvaluation(code: String, policy: String, seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let city = try await TestCity(code)
    let request = SampleRequest(
      city: try .named(code), persons: 150, seed: seed, years: 2023...2025, trainingPerPerson: 9,
      dialect: Dialect(headings: .english))
    _ = try request.write(into: folder.path + "/sample")
    try await folder.take(in: "sample", to: city)
    var sets: [String: String] = [:]
    for date in Self.dates { sets[date] = try #require(try await city.evaluate(date, under: policy)).resultSet }

    var history = try History(folder: folder, seed: seed)
    var renewals = 0
    for step in 1...12 {
      try history.writeChanges(step)
      try await folder.take(in: "step\(step)", to: city)
      // Days pass, and one goes back: each date's run goes on from its own last data.
      let date = Self.dates[step % 3 == 0 ? 0 : 1]
      let run = try #require(try await city.evaluate(date, under: policy))
      #expect(run.resultSet == sets[date])
      if run.id != run.resultSet { renewals += 1 }
      guard step % 3 == 0 else { continue }
      let renewed = try await outcome(of: run, in: city)
      let full = try #require(try await city.evaluate(date, under: policy, afresh: true))
      #expect(full.resultSet == full.id)
      #expect(full.reference == run.reference)
      let expected = try await outcome(of: full, in: city)
      #expect(Set(renewed.results).symmetricDifference(expected.results).sorted().prefix(6) == [])
      #expect(renewed == expected)
      #expect(expected.results.count > 200)
      sets[date] = full.resultSet
    }
    #expect(renewals > 3)
  }

  /// Two units, a person in each.
  private static let organisation: [(table: String, rows: [String])] = [
    (
      "units",
      [
        "unit_id,unit_name,region_code,unit_kind,level", "U1,甲局,REGION,organ,city", "U2,乙局,REGION,organ,city",
      ]
    ),
    (
      "persons",
      [
        "person_id,name,sex,birth_date,political_status,hired_on,managed_by", "P1,甲,1,1980-01-01,01,2005-01-01,city",
        "P2,乙,1,1980-01-01,01,2005-01-01,city",
      ]
    ),
    (
      "posts",
      [
        "post_id,person_id,unit_id,post_key,title,rank,role,branch,leading,started_on,entry",
        "A,P1,U1,A,科员,staff,staff,admin,0,2015-01-01,initial", "B,P2,U2,B,科员,staff,staff,admin,0,2015-01-01,initial",
      ]
    ),
  ]

  /// Imports the organisation and a table, judges, imports changed rows of the table, and judges again.
  ///
  /// - Returns: the results of one indicator (subject, status, and `old` where it was not judged again), and the
  ///   indicators of which any result was judged again.
  private func judgedAgain(
    _ code: String, _ table: String, first: [String], next: [String], indicator: String
  ) async throws -> (rows: [String], indicators: [String]) {
    let folder = try TemporaryFolder()
    let city = try await TestCity(code)
    let region = try #require(city.library.city(code)).regionPrefix + "00"
    for (table, rows) in Self.organisation {
      try folder.write(rows.map { $0.replacing("REGION", with: region) }, to: "first/\(table).csv")
    }
    try folder.write(first, to: "first/\(table).csv")
    try await folder.take(in: "first", to: city)
    let before = try #require(try await city.evaluate("2025-12-31"))
    // What is judged again loses this mark.
    try await city.execute("update results set detail = 'old' where city_code = $1")
    try folder.write([first[0]] + next, to: "next/\(table).csv")
    try await folder.take(in: "next", to: city)
    let run = try #require(try await city.evaluate("2025-12-31"))
    #expect(run.resultSet == before.resultSet)
    #expect(run.id != before.id)
    return (
      try await city.lines(
        """
        select r.subject_id, r.status, r.observed::text, r.detail
        from results r
        join result_sets s using (city_code, result_set)
        join run_indicators i using (city_code, run_id, ordinal)
        where r.city_code = $1 and i.indicator = '\(indicator)'
        order by r.subject_id
        """),
      try await city.lines(
        "select distinct i.indicator from results r join result_sets s using (city_code, result_set) join run_indicators i using (city_code, run_id, ordinal) "
          + "where r.city_code = $1 and r.detail is distinct from 'old' order by 1")
    )
  }

  /// P1 gets the hours that were missing: nobody else is judged again, except the city, whose figures count persons.
  @Test func onlyThePersonsThatChangesNameAreJudgedAgain() async throws {
    let again = try await judgedAgain(
      "kunming", "training_records",
      first: [
        "record_id,person_id,class_id,completed_on,hours,days", "R1,P1,,2025-03-01,89.5,0", "R2,P2,,2025-03-01,10,0",
      ],
      next: ["R3,P1,,2025-04-01,0.5,0"], indicator: "kunming.4.annual-training")
    #expect(again.rows == ["P1,met,90,0/12", "P2,unmet,10,old"])
    #expect(again.indicators == ["kunming.3.party-base", "kunming.4.annual-training"])
  }

  /// P1 lacks hours of 2025, and gets some of 2024: the year's duty has nothing to look at.
  @Test func whoGetsRecordsOfAnotherYearIsNotJudgedAgain() async throws {
    let again = try await judgedAgain(
      "kunming", "training_records",
      first: ["record_id,person_id,class_id,completed_on,hours,days", "R1,P1,,2025-03-01,10,0"],
      next: ["R2,P1,,2024-12-31,80,0", "R3,P2,,2025-12-31,1,0"], indicator: "kunming.4.annual-training")
    #expect(again.rows == ["P1,unmet,10,old", "P2,unmet,1,0/12"])
  }

  /// A record of 2024 turns out to be of 2025: its old date and its new one count.
  @Test func aRecordThatMovesIntoTheYearIsJudged() async throws {
    let again = try await judgedAgain(
      "kunming", "training_records",
      first: ["record_id,person_id,class_id,completed_on,hours,days", "R1,P1,,2024-12-31,90,0"],
      next: ["R1,P1,,2025-01-01,90,0"], indicator: "kunming.4.annual-training")
    #expect(again.rows == ["P1,met,90,0/12", "P2,unmet,0,old"])
  }

  /// U1's second review is dated after the as-of date: it does not exist yet.
  @Test func whatLiesAheadIsNotJudged() async throws {
    let again = try await judgedAgain(
      "kunming", "activities",
      first: Self.reviewOfU2,
      next: ["A2,team_work_report,U1,,,,2026-01-01", "A3,team_work_report,U2,,,,2025-12-31"],
      indicator: "kunming.16.work-report")
    #expect(again.rows == ["U1,unmet,0,old", "U2,met,2,"])
  }

  private static let reviewOfU2 = [
    "activity_id,kind,unit_id,person_id,target_id,reported_to,held_on", "A1,team_work_report,U2,,,,2025-03-01",
  ]

  /// U1 holds its review: U2 is not judged again, nor any duty that activities do not decide.
  @Test func onlyTheUnitsThatChangesNameAreJudgedAgain() async throws {
    let again = try await judgedAgain(
      "kunming", "activities",
      first: Self.reviewOfU2,
      next: ["A2,team_work_report,U1,,,,2025-03-02"], indicator: "kunming.16.work-report")
    #expect(again.rows == ["U1,met,1,", "U2,met,1,old"])
    #expect(
      again.indicators == [
        "kunming.16.appraisal", "kunming.16.work-report", "kunming.20.tolerance", "kunming.22.condolence",
        "kunming.23.team-report", "kunming.3.party-base", "kunming.3.study", "kunming.4.experts", "kunming.4.study-tour",
      ])
  }

  /// A review turns out to have been U1's, not U2's: both are judged again.
  @Test func whomARowNamedBeforeIsJudgedAgainToo() async throws {
    let again = try await judgedAgain(
      "kunming", "activities",
      first: Self.reviewOfU2,
      next: ["A1,team_work_report,U1,,,,2025-03-01"], indicator: "kunming.16.work-report")
    #expect(again.rows == ["U1,met,1,", "U2,unmet,0,"])
  }

  /// P2 took another leave, closed too late: P2's leaves are judged again, P1's is not.
  @Test func rowsThatNameATouchedPersonAreJudgedAgain() async throws {
    let columns =
      "leave_id,person_id,kind,abroad,approved_on,approved_from,approved_to,left_on,returned_on,closed_on"
    func leave(_ id: String, of person: String, closed: String) -> String {
      "\(id),\(person),annual,0,2025-02-01,2025-03-01,2025-03-05,2025-03-01,2025-03-05,\(closed)"
    }
    let again = try await judgedAgain(
      "quzhou", "leaves",
      first: [columns, leave("L1", of: "P1", closed: "2025-03-06"), leave("L2", of: "P2", closed: "2025-03-06")],
      next: [leave("L3", of: "P2", closed: "2025-11-06")], indicator: "quzhou.a2.leave")
    #expect(again.rows == ["L1,met,,old", "L2,met,,", "L3,unmet,,closed_on:2025-11-06"])
    #expect(again.indicators == ["quzhou.a2.leave"])
  }

  /// After judging again the tallies are those of a full evaluation: U1's duty is no longer unmet, and its row stays.
  @Test func talliesFollowWhatIsJudgedAgain() async throws {
    _ = try await judgedAgain(
      "kunming", "activities",
      first: Self.reviewOfU2,
      next: ["A2,team_work_report,U1,,,,2025-03-02"], indicator: "kunming.16.work-report")
    let city = try await TestCity("kunming")
    #expect(
      try await city.lines(
        """
        select t.unit_id, t.met::text, t.unmet::text
        from unit_tallies t
        join result_sets s using (city_code, result_set)
        join run_indicators i using (city_code, run_id, ordinal)
        where t.city_code = $1 and i.indicator = 'kunming.16.work-report'
        order by t.unit_id
        """) == ["U1,1,0", "U2,1,0"])
  }
}

/// A folder for deliveries, gone with the test.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "cadre-renewal-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ lines: [String], to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try (lines.joined(separator: "\r\n") + "\r\n").write(to: file, atomically: true, encoding: .utf8)
  }

  /// Imports a delivery; rows that a random change made wrong stay behind.
  func take(in delivery: String, to city: TestCity) async throws {
    var options = ImportOptions(importedBy: "tests", programVersion: "test")
    options.quarantine = path + "/rejected"
    options.identityKey = .forTests
    let imported = try #require(city.library.city(city.code))
    _ = try await Importer(city: imported, options: options).run([path + "/" + delivery], on: city.connection)
  }
}

/// Random new and corrected rows, made of those of the sample.
struct History {
  let folder: TemporaryFolder
  private let units: [String]
  private var state: UInt64

  init(folder: TemporaryFolder, seed: UInt64) throws {
    self.folder = folder
    units = try String(contentsOfFile: "\(folder.path)/sample/units.csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func random(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }

  /// One delivery: up to three tables, up to four rows of each.
  mutating func writeChanges(_ step: Int) throws {
    // The tables that change daily, and those of which units are judged, come up more often.
    let daily: [TableName] = [
      .trainingRecords, .talks, .leaves, .activities, .posts, .trainingClasses, .attestations, .declarations,
      .selections, .charges, .units,
    ]
    for _ in 0..<(1 + random(3)) {
      let name = random(2) == 0 ? daily[random(daily.count)] : TableName.allCases[random(TableName.allCases.count)]
      let table = Table[name]
      let lines = try String(contentsOfFile: "\(folder.path)/sample/\(name.rawValue).csv", encoding: .utf8)
        .split(whereSeparator: \.isNewline).map(String.init)
      guard lines.count > 1 else { continue }
      let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      var rows = [lines[0]]
      for number in 0..<(1 + random(4)) {
        var cells = lines[1 + random(lines.count - 1)].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == header.count else { continue }
        if random(2) == 0, let key = header.firstIndex(of: table.key[0]), table.column(table.key[0])?.type == .id {
          cells[key] = "N\(step)-\(number)"
        }
        change(&cells, header, table)
        rows.append(cells.joined(separator: ","))
      }
      try folder.write(rows, to: "step\(step)/\(name.rawValue).csv")
    }
    if step % 2 == 0 {
      try folder.write(
        ["record_id,person_id,class_id,completed_on,hours,days", "S\(step),P0000009,,2025-05-0\(step),7.25,1"],
        to: "step\(step)/training_records.csv")
    }
  }

  /// Moves a date, changes a number, or puts another person or unit into the row.
  private mutating func change(_ cells: inout [String], _ header: [String], _ table: Table) {
    for _ in 0..<2 {
      let index = random(header.count)
      guard let column = table.column(header[index]), !cells[index].isEmpty else { continue }
      switch column.type {
      case .date: cells[index] = "202\(3 + random(3))-\(["02", "05", "06", "11"][random(4)])-1\(random(9))"
      case .number: cells[index] = "\(random(90)).5"
      case .bool: cells[index] = "\(random(2))"
      case .code(let codes): cells[index] = codes[random(codes.count)].code
      case .reference(to: [.persons]): cells[index] = "P\(String(repeating: "0", count: 5))\(11 + random(80))"
      case .reference(to: [.units]): cells[index] = units[random(units.count)]
      default: break
      }
    }
  }
}
