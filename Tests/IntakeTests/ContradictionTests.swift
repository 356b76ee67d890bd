import CadreModel
import CadreTesting
import DataContract
import Foundation
import Testing

@testable import Intake

/// Contradictions between rows: told by kind, stored with what they name, never refused. Each case is a delivery that is right cell
/// by cell, with its contradictions worked out by hand.
@Suite(.database(template: .migrated)) struct ContradictionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let delivery: SmallDelivery
    /// `kind table row other {detail}`.
    let expected: [String]
    var testDescription: String { name }
  }

  private static let persons = "person_id,name,sex,birth_date,id_number,political_status,hired_on,left_on,managed_by\n"
  private static let posts =
    "post_id,person_id,unit_id,post_key,title,rank,role,branch,leading,started_on,ended_on,entry\n"
  private static let units = "unit_id,unit_name,region_code,parent_unit_id,unit_kind,level,founded_on,dissolved_on\n"
  private static let classes =
    "class_id,title,organizer_unit_id,provider,mode,main_class,admin_level,started_on,ended_on\n"
  private static let records = "record_id,person_id,class_id,completed_on,hours,days\n"
  private static let talks = "talk_id,from_person_id,to_person_id,held_on,kind\n"
  private static let oneUnit = "U1,水务局,330800,,organ,city,,\n"

  /// Each person named has a post, so that nobody is told of as not on roll; posts differ by their keys.
  private static func delivery(
    units: String = oneUnit, persons: String, posts: String? = nil, classes: String = "", records: String = "", talks: String = ""
  ) -> SmallDelivery {
    var files: [TableName: String] = [.units: Self.units + units, .persons: Self.persons + persons]
    let ids = persons.split(separator: "\n").map { $0.prefix { $0 != "," } }
    files[.posts] =
      Self.posts + (posts ?? ids.map { "T\($0),\($0),U1,K\($0),科员,staff,staff,admin,0,2010-01-01,,initial\n" }.joined())
    if !classes.isEmpty { files[.trainingClasses] = Self.classes + classes }
    if !records.isEmpty { files[.trainingRecords] = Self.records + records }
    if !talks.isEmpty { files[.talks] = Self.talks + talks }
    var delivery = SmallDelivery()
    delivery.files = files
    return delivery
  }

  private static func person(
    _ id: String, sex: Int = 1, born: String = "1980-05-06", number: String = "", hired: String = "2002-08-01", left: String = ""
  ) -> String {
    "\(id),某某,\(sex),\(born),\(number),13,\(hired),\(left),city\n"
  }

  private static func post(
    _ id: String, _ person: String, unit: String = "U1", key: String? = nil, role: String = "staff", branch: String = "admin",
    from: String, to: String = ""
  ) -> String {
    "\(id),\(person),\(unit),\(key ?? "K" + id),职务,staff,\(role),\(branch),0,\(from),\(to),initial\n"
  }

  // 53010219800506001X: born 1980-05-06, and a man's (17th digit 1).
  static let cases = [
    Case(name: "nothing", delivery: delivery(persons: person("P1", number: "53010219800506001X")), expected: []),
    Case(
      name: "identity number against birth",
      delivery: delivery(persons: person("P1", born: "1981-05-06", number: "53010219800506001X")),
      expected: ["identity_against_birth persons P1  {1981-05-06,1980-05-06}"]),
    Case(
      name: "identity number against sex", delivery: delivery(persons: person("P1", sex: 2, number: "53010219800506001X")),
      expected: ["identity_against_sex persons P1  {2}"]),
    Case(
      name: "identity number of three",
      delivery: delivery(persons: ["P2", "P1", "P3"].map { person($0, number: "53010219800506001X") }.joined()),
      expected: ["identity_shared persons P2 P1 {}", "identity_shared persons P3 P1 {}"]),
    Case(
      name: "hired the day before 16, and on the day",
      delivery: delivery(
        persons: person("P1", born: "1990-03-02", hired: "2006-03-01") + person("P2", born: "1990-03-02", hired: "2006-03-02")),
      expected: ["hired_too_young persons P1  {1990-03-02,2006-03-01}"]),
    Case(
      name: "born and appointed in the future",
      delivery: delivery(
        persons: person("P1", born: "2099-01-01", hired: "2098-01-01") + person("P2"),
        posts: post("T2", "P2", from: "2010-01-01", to: "2098-12-31") + post("T3", "P2", from: "2098-12-31")),
      expected: [
        "dated_in_future persons P1  {2099-01-01}", "dated_in_future posts T3  {2098-12-31}",
        "hired_too_young persons P1  {2099-01-01,2098-01-01}",
      ]),
    Case(
      name: "a post before birth, and on the day",
      delivery: delivery(
        persons: person("P1"),
        posts: post("T1", "P1", from: "1980-05-05", to: "1999-01-01") + post("T2", "P1", from: "1980-05-06")),
      expected: ["post_before_birth posts T1  {1980-05-05,1980-05-06}"]),
    Case(
      name: "posts after leaving on 30 June",
      delivery: delivery(
        persons: person("P1", left: "2020-06-30"),
        posts: post("T1", "P1", from: "2010-01-01", to: "2020-06-30") + post("T2", "P1", from: "2010-01-01", to: "2020-07-01")
          + post("T3", "P1", from: "2010-01-01") + post("T4", "P1", from: "2020-06-30", to: "2020-06-30")),
      expected: [
        "post_after_leaving posts T2  {2020-06-30,2010-01-01,2020-07-01}",
        "post_after_leaving posts T3  {2020-06-30,2010-01-01,\"\"}",
        "post_after_leaving posts T4  {2020-06-30,2020-06-30,2020-06-30}",
      ]),
    Case(
      name: "posts before the founding and after the end of a unit",
      delivery: delivery(
        units: oneUnit + "U2,水利局,330800,,organ,city,2010-01-01,2020-01-01\n", persons: person("P1"),
        posts: post("T0", "P1", from: "2009-01-01") + post("T1", "P1", unit: "U2", from: "2009-12-31", to: "2019-01-01")
          + post("T2", "P1", unit: "U2", from: "2010-01-01", to: "2020-01-01")
          + post("T3", "P1", unit: "U2", from: "2010-01-01", to: "2020-01-02")),
      expected: [
        "post_outside_unit_life posts T1 U2 {2009-12-31,2019-01-01,2010-01-01,2020-01-01}",
        "post_outside_unit_life posts T3 U2 {2010-01-01,2020-01-02,2010-01-01,2020-01-01}",
      ]),
    Case(
      name: "two heads of one side for a day; a secretary beside a mayor is none",
      delivery: delivery(
        persons: person("P1") + person("P2") + person("P3"),
        posts: post("T1", "P1", role: "principal", branch: "party", from: "2010-01-01", to: "2020-01-02")
          + post("T2", "P2", role: "principal", branch: "admin", from: "2010-01-01")
          + post("T3", "P3", role: "principal", branch: "party", from: "2020-01-01")
          + post("T4", "P1", from: "2020-01-02")),
      expected: ["two_heads posts T3 T1 {U1}"]),
    Case(
      name: "one who leads both sides beside the head of one",
      delivery: delivery(
        persons: person("P1") + person("P2"),
        posts: post("T1", "P1", role: "principal", branch: "both", from: "2010-01-01")
          + post("T2", "P2", role: "principal", branch: "admin", from: "2012-01-01")),
      expected: ["two_heads posts T2 T1 {U1}"]),
    Case(
      name: "one post, two holders; one after the other is right, and so is one holder twice",
      delivery: delivery(
        persons: person("P1") + person("P2") + person("P3"),
        posts: post("T1", "P1", key: "K1", from: "2010-01-01", to: "2015-01-01")
          + post("T2", "P1", key: "K1", from: "2012-01-01", to: "2016-01-01")
          + post("T3", "P2", key: "K1", from: "2016-01-01") + post("T4", "P3", key: "K1", from: "2017-01-01")
          + post("T5", "P1", from: "2016-01-01")),
      expected: ["post_key_shared posts T4 T3 {K1}"]),
    Case(
      name: "its own superior, alone and in a ring; one below a ring is not",
      delivery: delivery(
        units: oneUnit + "U3,甲,330800,U4,organ,city,,\nU4,乙,330800,U3,organ,city,,\nU5,丙,330800,U5,organ,city,,\n"
          + "U6,丁,330800,U5,organ,city,,\n", persons: person("P1")),
      expected: ["own_superior units U3  {2}", "own_superior units U4  {2}", "own_superior units U5  {1}"]),
    Case(
      name: "left in a dissolved unit; one who has gone on and one below are judged",
      delivery: delivery(
        units: oneUnit + "U2,水务局,330800,U1,organ,city,,2025-06-30\nU9,农林局,330800,U2,organ,county,,\n",
        persons: person("P1") + person("P2") + person("P3"),
        posts: post("T1", "P1", unit: "U2", from: "2015-01-01")
          + post("T2", "P2", unit: "U2", from: "2015-01-01", to: "2025-06-30")
          + post("T3", "P2", from: "2025-07-01") + post("T4", "P3", unit: "U9", from: "2015-01-01")),
      expected: [
        "left_in_dissolved_unit posts T1 U2 {2025-06-30}",
        "post_outside_unit_life posts T1 U2 {2015-01-01,\"\",\"\",2025-06-30}",
        "superior_dissolved units U9 U2 {2025-06-30}",
      ]),
    Case(
      name: "employed without a post; one who has left is not",
      delivery: delivery(
        persons: person("P1") + person("P2") + person("P3", left: "2020-01-01"),
        posts: post("T1", "P1", from: "2010-01-01", to: "2019-05-06")),
      expected: ["not_on_roll persons P1  {2019-05-06}", "not_on_roll persons P2  {\"\"}"]),
    Case(
      name: "full-time classes that share a day; an online one may",
      delivery: delivery(
        persons: person("P1"),
        classes:
          "L1,甲,U1,university,off_job,0,city,2024-03-01,2024-03-10\nL2,乙,U1,university,off_job,0,city,2024-03-10,2024-03-12\n"
          + "L3,丙,U1,university,off_job,0,city,2024-03-13,2024-03-14\nL4,丁,U1,online,online,0,city,2024-03-01,2024-03-31\n",
        records: "R1,P1,L1,2024-03-10,40,5\nR2,P1,L2,2024-03-12,10,2\nR3,P1,L3,2024-03-14,10,2\nR4,P1,L4,2024-03-31,10,0\n"),
      expected: [
        "classes_overlap training_records R2 R1 {L2,2024-03-10,2024-03-12,L1,2024-03-01,2024-03-10}"
      ]),
    Case(
      name: "more than a day's hours or days, by class, by claim and by day",
      delivery: delivery(
        persons: person("P1"), classes: "L1,甲,U1,university,on_job,0,city,2024-03-01,2024-03-02\n",
        records: "R1,P1,L1,2024-03-02,48.01,2\nR2,P1,L1,2024-03-02,48,2\nR3,P1,,2024-04-01,72.01,3\nR4,P1,,2024-04-02,72,3\n"
          + "R5,P1,,2024-05-01,10,0.5\nR6,P1,,2024-05-01,10,0.5\nR7,P1,,2024-05-02,10,0.5\nR8,P1,,2024-05-02,14.01,0.5\n"
          + "R9,P1,,2024-05-03,1,0.5\nRa,P1,,2024-05-03,1,0.51\nRb,P1,,2024-05-04,24.5,0\n"),
      expected: [
        "training_over_day training_records R1  {48.01,2.00,2024-03-01,2024-03-02}",
        "training_over_day training_records R3  {72.01,3.00,2024-04-01,2024-04-01}",
        "training_over_day training_records R7  {24.01,1.00,2024-05-02,2024-05-02}",
        "training_over_day training_records R9  {2.00,1.01,2024-05-03,2024-05-03}",
        "training_over_day training_records Rb  {24.50,0.00,2024-05-04,2024-05-04}",
      ]),
    Case(
      name: "a talk with oneself's id in another spelling",
      delivery: delivery(
        persons: ["P1", "p01", "P10", "P-1"].map { person($0) }.joined(),
        talks: "K1,P1,p01,2024-05-01,heart_to_heart\nK2,P1,P10,2024-05-01,heart_to_heart\nK3,P-1,p01,2024-05-01,reminder\n"),
      expected: ["talk_with_oneself talks K1  {}", "talk_with_oneself talks K3  {}"]),
  ]

  private func stored(_ city: String = "quzhou") async throws -> [String] {
    try await Imports.rows(
      """
      select told.line
      from contradictions c
      cross join lateral (
        select concat_ws(' ', c.kind, c.table_name, c.row_key, c.other_key, c.detail::text) collate "C" as line
      ) told
      where c.city_code = '\(city)'
      order by told.line
      """)
  }

  @Test(arguments: cases) func eachKindIsFound(of trial: Case) async throws {
    let report = try await Imports.run(trial.delivery)
    #expect(report.findings.isEmpty)
    #expect(report.outcome == .stored)
    #expect(try await stored() == trial.expected)
    #expect(report.contradictions.reduce(0) { $0 + $1.new } == trial.expected.count)
  }

  /// The own date of any table counts; here those of tables that came with the second edition.
  @Test(arguments: [
    (TableName.passports, "issued_on"), (.verifications, "verified_on"), (.findings, "found_on"), (.documents, "issued_on"),
  ])
  func aRowDatedAheadIsTold(of table: TableName, by column: String) async throws {
    let report = try await Imports.run(SmallDelivery(with: table).with(table, column, "2098-12-31"))
    #expect(report.findings.isEmpty)
    #expect(
      try await Imports.rows("select table_name, detail from contradictions where kind = 'dated_in_future'")
        == ["\(table.rawValue)|{2098-12-31}"])
  }

  @Test func everyKindHasACase() {
    let found = Set(Self.cases.flatMap(\.expected).map { String($0.prefix { $0 != " " }) })
    #expect(found == Set(Contradiction.allCases.map(\.rawValue)))
  }

  @Test func whatIsMendedIsForgottenAndWhatStaysIsNotNew() async throws {
    let both = Self.delivery(
      persons: Self.person("P1", born: "1981-05-06", number: "53010219800506001X")
        + Self.person("P2", born: "1982-05-06", number: "53010219800506001X"))
    let first = try await Imports.run(both)
    #expect(
      first.contradictions == [
        ContradictionsStored(kind: .identityAgainstBirth, stored: 2, new: 2),
        ContradictionsStored(kind: .identityShared, stored: 1, new: 1),
      ])
    let mended = try await Imports.run(
      Self.delivery(
        persons: Self.person("P1", born: "1981-05-06", number: "53010219800506001X") + Self.person("P2", born: "1982-05-06")))
    #expect(mended.contradictions == [ContradictionsStored(kind: .identityAgainstBirth, stored: 1, new: 0)])
  }

  @Test func aRehearsalTellsThemAndStoresNone() async throws {
    let report = try await Imports.run(Self.cases[1].delivery) { $0.isDryRun = true }
    #expect(report.contradictions == [ContradictionsStored(kind: .identityAgainstBirth, stored: 1, new: 1)])
    #expect(try await stored() == [])
  }

  /// Whatever was handed in bit by bit, the contradictions are those of the same rows handed in at once.
  @Test(arguments: 1...6) func stepByStepIsAsAtOnce(seed: UInt64) async throws {
    var random = Shuffle(seed)
    var rows: [TableName: [String: String]] = [:]
    for _ in 1...6 {
      var changed: [TableName: [String: String]] = rows.isEmpty ? RandomRows.whole(&random) : [:]
      for _ in 1...random.next(8) { RandomRows.change(&changed, &random) }
      for (table, lines) in changed { rows[table, default: [:]].merge(lines) { $1 } }
      let report = try await Imports.run(RandomRows.delivery(changed))
      #expect(report.findings.isEmpty)
    }
    let other = City(
      code: "other", nameChinese: "某市", nameEnglish: "Other", provinceCode: "33", regionPrefix: "3308")
    try await Imports.run(RandomRows.delivery(rows), city: other)
    let whole = try await stored("other")
    #expect(!whole.isEmpty)
    #expect(try await stored() == whole)
  }
}
