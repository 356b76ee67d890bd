import CadreModel
import DataContract
import Evaluation
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Testing

/// Which results stand otherwise than before, and why: townships of which four studies a year and two reviews within three
/// years are asked, worked out by hand.
@Suite(.cadre) struct ChangesTests {
  /// Every township has had its reviews this year, so that only studies change, unless a test says otherwise.
  private func city(_ studies: [(unit: String, days: [String])]) async throws -> TestCity {
    let city = try await TwoDuties.city()
    for (unit, days) in studies {
      try await city.unit(unit, kind: "township", ["region_code": "330502"])
      try await hold("monthly_theme_review", ["2024-11-01", "2024-12-01"], by: unit, in: city)
      try await hold("center_group_study", days, by: unit, in: city)
    }
    return city
  }

  private func hold(_ kind: String, _ days: [String], by unit: String, in city: TestCity) async throws {
    for day in days {
      try await city.add(
        .activities, ["activity_id": "\(unit)-\(kind)-\(day)", "kind": kind, "unit_id": unit, "held_on": day])
    }
  }

  private static let three = ["2025-01-01", "2025-02-01", "2025-03-01"]

  // MARK: Runs

  @Test func runsAreNamedByTheirIds() async throws {
    let city = try await city([("T1", Self.three), ("T2", Self.three)])
    let june = try #require(try await city.evaluate("2025-06-30"))
    let december = try #require(try await city.evaluate("2025-12-31"))
    #expect(
      try await city.compare(runs: june.id, december.id).lines == [
        "T1 2025 pending>unmet due_passed", "T2 2025 pending>unmet due_passed",
      ])
    let nobody = String(repeating: "0", count: 32)
    await #expect(throws: EvaluationError.unknownRun(nobody, city: city.code)) {
      try await city.compare(runs: june.id, nobody)
    }
  }

  @Test func aRunOfOtherRulesIsNotTakenForTodays() async throws {
    let city = try await city([("T1", Self.three)])
    let june = try #require(try await city.evaluate("2025-06-30"))
    // As though a rule had been another one then.
    try await city.execute("update runs set rules_digest = repeat('b', 64) where city_code = $1")
    let december = try #require(try await city.evaluate("2025-12-31"))
    await #expect(throws: EvaluationError.otherRules(run: june.id, asOf: june.asOf)) {
      try await city.compare(runs: december.id, june.id)
    }
  }

  // MARK: Time

  @Test func whatWasDoneInBetweenAndWhatFellDue() async throws {
    let city = try await city([("T1", Self.three + ["2025-09-01"]), ("T2", Self.three)])
    let changes = try await city.compare("2025-06-30", "2025-12-31")
    #expect(changes.lines == ["T1 2025 pending>met facts", "T2 2025 pending>unmet due_passed"])
    #expect(changes.gaps == [])
    let study = try #require(changes.figures.indicators.first)
    #expect(study.before == Tally(pending: 2) && study.after == Tally(met: 1, unmet: 1))
    // No verdict before: no rate, and no change of one.
    #expect(study.rateBefore == nil && study.causes.allSatisfy { $0.rateChange == nil })
  }

  @Test func aDeadlineThatComesNear() async throws {
    let city = try await city([("T1", Self.three)])
    #expect(try await city.compare("2025-06-30", "2025-12-10").lines == ["T1 2025 pending>at_risk due_near"])
    #expect(try await city.compare("2025-06-30", "2025-11-30").lines == [])
  }

  @Test func aPeriodThatEndsAndOneThatBegins() async throws {
    let city = try await city([("T1", Self.three)])
    #expect(
      try await city.compare("2025-12-31", "2026-01-31").lines == [
        "T1 2025 unmet>- period_ended", "T1 2026 ->pending period_began",
        // Of a rolling window the year is only its name.
        "T1 2025 met>- period_ended", "T1 2026 ->met period_began",
      ])
  }

  @Test func whoEntersAndWhoLeaves() async throws {
    let city = try await city([("T1", Self.three)])
    try await city.unit("T2", kind: "township", ["region_code": "330502", "founded_on": "2025-07-15"])
    try await city.unit("T3", kind: "township", ["region_code": "330502", "dissolved_on": "2025-07-20"])
    let changes = try await city.compare("2025-06-30", "2025-08-31")
    #expect(
      changes.lines == [
        "T2 2025 ->pending entered", "T3 2025 pending>- left", "T2 2025 ->unmet entered", "T3 2025 unmet>- left",
      ])
    #expect(changes.gaps == [])
  }

  @Test func aWaiverThatBeginsAndOneThatEnds() async throws {
    let city = try await city([("T1", Self.three)])
    try await city.add(
      .waivers,
      [
        "waiver_id": "W1", "indicator": "huzhou.1.study", "subject_id": "T1", "approved_on": "2025-02-01",
        "valid_from": "2025-02-10", "valid_to": "2025-06-29",
      ])
    #expect(try await city.compare("2025-02-09", "2025-02-10").lines == ["T1 2025 pending>exempt waiver_began"])
    #expect(try await city.compare("2025-06-29", "2025-06-30").lines == ["T1 2025 exempt>pending waiver_ended"])
    // Both in between: it stands as it did.
    #expect(try await city.compare("2025-02-09", "2025-06-30").lines == [])
    // The deadline has passed, but it was the waiver that kept it from being unmet.
    #expect(try await city.compare("2025-06-29", "2025-12-31").lines == ["T1 2025 exempt>unmet waiver_ended"])
  }

  /// The review of 2022-07-10 is within three years until 2025-07-09.
  @Test func aWindowThatMovesOn() async throws {
    let city = try await TwoDuties.city()
    try await city.unit("T1", kind: "township", ["region_code": "330502"])
    try await hold("monthly_theme_review", ["2022-07-10", "2024-01-01"], by: "T1", in: city)
    #expect(try await city.compare("2025-06-30", "2025-07-09").lines == [])
    #expect(try await city.compare("2025-06-30", "2025-07-10").lines == ["T1 2025 met>unmet time_passed"])
  }

  // MARK: Parameters and rules

  @Test func aParameterThatChangesFromADayOn() async throws {
    let city = try await city([("T1", Self.three), ("T2", Array(Self.three.prefix(2))), ("T3", Self.three + ["2025-08-01"])])
    let library = try TwoDuties.library(
      studies: "[{valid_from: 2020-01-01, valid_to: 2025-06-30, value: 4}, {valid_from: 2025-07-01, value: 3}]")
    let changes = try await city.compare("2025-06-30", "2025-09-30", by: library)
    // T3 has four by September, and would have been met by three in June.
    #expect(changes.lines == ["T1 2025 pending>met parameters", "T3 2025 pending>met parameters"])
    #expect(changes.figures.parameters.map(\.name) == ["huzhou.1.study.count"])
    #expect(changes.figures.parameters.map { "\($0.before) \($0.after)" } == ["4 3"])
    // Before the day, and after it, nothing changes by it.
    #expect(try await city.compare("2025-05-31", "2025-06-30", by: library).lines == [])
    #expect(try await city.compare("2025-07-01", "2025-07-31", by: library).lines == [])
    // Without the change it takes a fourth study.
    #expect(try await city.compare("2025-06-30", "2025-09-30").lines == ["T3 2025 pending>met facts"])
  }

  @Test func rulesThatAreOthersByNow() async throws {
    let city = try await city([("T1", Self.three), ("T2", Array(Self.three.prefix(2)))])
    _ = try await city.evaluate("2025-06-30")
    let library = try TwoDuties.library(studies: "[{valid_from: 2020-01-01, value: 3}]")
    let changes = try await city.compare("2025-06-30", "2025-09-30", by: library)
    #expect(changes.lines == ["T1 2025 pending>met rules"])
    #expect(changes.gaps == [])
    // What was reported stays as it is, and is told again.
    #expect(try await city.compare("2025-06-30", "2025-09-30", by: library).lines == ["T1 2025 pending>met rules"])
  }

  // MARK: Data

  private static let columns = "activity_id,kind,unit_id,person_id,target_id,reported_to,held_on"

  private static func study(_ id: String, on day: String) -> String {
    "\(id),center_group_study,\(id.prefix(2)),,,,\(day)"
  }

  /// T1 has three studies, the others four; then T1 hands in a fourth, one of T2's turns out to be of 2024, and one of T3's was
  /// none.
  private func corrected(reportedBy library: PolicyLibrary? = nil) async throws -> TestCity {
    let folder = try TemporaryFolder()
    let city = try await TwoDuties.city()
    let units = ["T1", "T2", "T3", "T4"]
    try folder.write(
      ["unit_id,unit_name,region_code,unit_kind,level"] + units.map { "\($0),\($0) 镇,330502,township,township" },
      to: "one/units.csv")
    let studies = units.flatMap { unit in
      (1...(unit == "T1" ? 3 : 4)).map { Self.study("\(unit)-\($0)", on: "2025-0\($0)-01") }
    }
    let reviews = units.flatMap { unit in
      (1...2).map { "\(unit)-R\($0),monthly_theme_review,\(unit),,,,2024-0\($0)-01" }
    }
    try folder.write([Self.columns] + studies + reviews, to: "one/activities.csv")
    try await folder.take(in: "one", to: city)
    let policy = try #require((library ?? city.library).policy("huzhou"))
    _ = try await Evaluator(library: library ?? city.library, evaluatedBy: "tests").evaluate(
      city: "huzhou", policy: policy, asOf: try #require(Day("2025-06-30")), on: city.connection)
    try folder.write(
      [Self.columns, Self.study("T1-4", on: "2025-04-01"), Self.study("T2-4", on: "2024-12-31")], to: "two/activities.csv")
    try await folder.take(in: "two", to: city)
    try folder.write(["table,key,reason", "activities,T3-4,none"], to: "three/withdrawals.csv")
    try await folder.take(in: "three", to: city)
    return city
  }

  @Test func rowsThatCameWereCorrectedOrWithdrawn() async throws {
    let city = try await corrected()
    let changes = try await city.compare("2025-12-31", "2025-12-31", known: (.importNumber(1), nil))
    #expect(changes.lines == ["T1 2025 unmet>met data", "T2 2025 met>unmet data", "T3 2025 met>unmet data"])
    #expect(changes.figures.imports.before == 1 && changes.figures.imports.after == 3)
    let study = try #require(changes.figures.indicators.first)
    #expect(study.before == Tally(met: 3, unmet: 1) && study.after == Tally(met: 2, unmet: 2))
    #expect(study.rateBefore?.description == "0.7500" && study.rateAfter?.description == "0.5000")
    #expect(study.causes.map(\.change) == [Tally(met: -1, unmet: 1)])
    #expect(study.causes.map(\.rateChange?.description) == ["-0.2500"])
    let cells = changes.cells.map { cell in
      "\(cell.flip) \(cell.table)/\(cell.key) \(cell.imports) \(cell.change.rawValue) \(cell.column) \(cell.old ?? "-")>\(cell.new ?? "-")"
    }
    #expect(
      cells == [
        "1 activities/T1-4 2 inserted activity_id ->T1-4", "1 activities/T1-4 2 inserted kind ->center_group_study",
        "1 activities/T1-4 2 inserted unit_id ->T1", "1 activities/T1-4 2 inserted held_on ->2025-04-01",
        "2 activities/T2-4 2 updated held_on 2025-04-01>2024-12-31",
        "3 activities/T3-4 3 withdrawn activity_id T3-4>-", "3 activities/T3-4 3 withdrawn kind center_group_study>-",
        "3 activities/T3-4 3 withdrawn unit_id T3>-", "3 activities/T3-4 3 withdrawn held_on 2025-04-01>-",
      ])
  }

  @Test func betweenTwoImportsAndBackwards() async throws {
    let city = try await corrected()
    let forth = try await city.compare("2025-12-31", "2025-12-31", known: (.importNumber(1), .importNumber(2)))
    #expect(forth.lines == ["T1 2025 unmet>met data", "T2 2025 met>unmet data"])
    let back = try await city.compare("2025-12-31", "2025-12-31", known: (.importNumber(3), .importNumber(2)))
    #expect(back.lines == ["T3 2025 unmet>met data"])
    #expect(back.cells.map(\.change) == [.inserted, .inserted, .inserted, .inserted])
    #expect(back.cells.map(\.new) == ["T3-4", "center_group_study", "T3", "2025-04-01"])
    #expect(try await city.compare("2025-12-31", "2025-12-31", known: (.importNumber(2), .importNumber(2))).lines == [])
  }

  /// T1 was pending when it was reported, and would have been met with what is known now. T2 and T3 were met, became pending
  /// by the corrections, and unmet by the deadline: what changed them last is the cause.
  @Test func whatWasReportedAgainstNow() async throws {
    let city = try await corrected()
    let changes = try await city.compare("2025-06-30", "2025-12-31")
    #expect(
      changes.lines == ["T1 2025 pending>met data", "T2 2025 met>unmet due_passed", "T3 2025 met>unmet due_passed"])
    #expect(changes.gaps == [])
    #expect(Set(changes.cells.map(\.key)) == ["T1-4"])
    // What was reported was not touched by that.
    #expect(try await city.compare("2025-06-30", "2025-12-31").lines == changes.lines)
    // From what is known now no data have changed since.
    let known = try await city.compare("2025-06-30", "2025-12-31", known: (.importNumber(3), nil))
    #expect(known.lines == ["T2 2025 pending>unmet due_passed", "T3 2025 pending>unmet due_passed"])
  }

  /// A study of September, handed in after June was reported: something that happened, with its row.
  @Test func whatHappenedInBetweenHasItsRowToo() async throws {
    let city = try await corrected()
    let folder = try TemporaryFolder()
    try folder.write([Self.columns, Self.study("T2-5", on: "2025-09-01")], to: "four/activities.csv")
    try await folder.take(in: "four", to: city)
    let changes = try await city.compare("2025-06-30", "2025-12-31")
    #expect(changes.lines == ["T1 2025 pending>met data", "T3 2025 met>unmet due_passed"])
    // In June of what is known now T2 had three.
    let known = try await city.compare("2025-06-30", "2025-12-31", known: (.importNumber(3), nil))
    #expect(known.lines == ["T2 2025 pending>met facts", "T3 2025 pending>unmet due_passed"])
    #expect(Set(known.cells.map { "\($0.subjectID) \($0.key) \($0.imports)" }) == ["T2 T2-5 4"])
  }

  /// Five studies were asked when it was reported, four are now: T4 has four, and is met by the rules, T1 by its fourth. T2 and
  /// T3 would have been met by the rules, had the corrections not come.
  @Test func rulesAndDataAreToldApart() async throws {
    let city = try await corrected(reportedBy: try TwoDuties.library(studies: "[{valid_from: 2020-01-01, value: 5}]"))
    let changes = try await city.compare("2025-06-30", "2025-09-30")
    #expect(changes.lines == ["T1 2025 pending>met data", "T4 2025 pending>met rules"])
    #expect(changes.gaps == [])
  }

  /// A table whose first rows come between the two is named as a whole.
  @Test func aFirstLoadIsNamedAsAWhole() async throws {
    let folder = try TemporaryFolder()
    let city = try await TwoDuties.city()
    // A first load makes it.
    try await city.execute("drop table cadre.activities_huzhou")
    try folder.write(
      ["unit_id,unit_name,region_code,unit_kind,level", "T1,甲镇,330502,township,township"], to: "one/units.csv")
    try await folder.take(in: "one", to: city)
    try folder.write(
      [Self.columns] + (1...4).map { Self.study("T1-\($0)", on: "2025-0\($0)-01") }, to: "two/activities.csv")
    try await folder.take(in: "two", to: city)
    let changes = try await city.compare("2025-12-31", "2025-12-31", known: (.importNumber(1), nil))
    #expect(changes.lines == ["T1 2025 unmet>met data"])
    #expect(changes.cells.map { "\($0.table) \($0.imports) \($0.change.rawValue)" } == ["activities 2 first_load"])
    // Of a table that had never come no rate is told.
    #expect(changes.figures.indicators.first?.rateBefore == nil)
  }
}
