import Bytes
import CadreModel
import CadreTesting
import DataContract
import PostgresClient
import Schema
import Testing

@testable import Intake

/// `training_years`: what the records add up to by person and year, after whatever changed them.
@Suite(.database(template: .migrated)) struct TrainingRollupTests {
  /// The rollup as it stands.
  private func kept() async throws -> [String] {
    try await Imports.rows(
      """
      select person_id, year, records, hours, days, off_job_days, on_job_days, online_days, self_study_days, first_on, settled_on
      from training_years
      order by person_id, year
      """)
  }

  /// What it adds up to, from the records.
  private func counted() async throws -> [String] {
    try await Imports.rows(
      """
      select
        t.person_id,
        extract(year from t.completed_on)::smallint as year,
        count(*),
        sum(t.hours),
        sum(t.days),
        coalesce(sum(t.days) filter (where c.mode = 'off_job'), 0),
        coalesce(sum(t.days) filter (where c.mode = 'on_job'), 0),
        coalesce(sum(t.days) filter (where c.mode = 'online'), 0),
        coalesce(sum(t.days) filter (where c.mode = 'self_study'), 0)
      from training_records t
      left join training_classes c using (city_code, class_id)
      group by t.person_id, extract(year from t.completed_on)
      order by 1, 2
      """)
  }

  private func sums() async throws -> [String] {
    try await kept().map { $0.split(separator: "|").prefix(9).joined(separator: "|") }
  }

  private static let records = "record_id,person_id,class_id,completed_on,hours,days\n"

  /// L1 is a class off the job from 1 March 2024.
  private func delivery(_ records: String...) -> SmallDelivery {
    var delivery = SmallDelivery(.units, .persons, .trainingClasses)
    delivery.files[.trainingRecords] = Self.records + records.map { $0 + "\n" }.joined()
    return delivery
  }

  @Test func aFirstLoadAddsUpByPersonAndYear() async throws {
    let report = try await Imports.run(
      delivery(
        "R1,P1,L1,2024-03-10,40.25,5", "R2,P1,,2024-12-31,0.75,0.5", "R3,P1,,2025-01-01,8,1", "R4,P2,,1999-06-01,0,2.25"))
    #expect(report.findings.isEmpty)
    #expect(
      try await kept() == [
        "P1|2024|2|4100|550|500|0|0|0|2024-03-10|2024-12-31", "P1|2025|1|800|100|0|0|0|0|2025-01-01|2025-01-01",
        "P2|1999|1|0|225|0|0|0|0|1999-06-01|1999-06-01",
      ])
    #expect(try await sums() == counted())
  }

  /// However persons and records come, the sums are stored in the order of their key: the server has nothing to sort.
  @Test func sumsLieInTheOrderOfTheirKey() async throws {
    var delivery = delivery("R1,P1,,2025-03-10,1,0", "R2,P2,,2024-03-10,1,0", "R3,P1,,2023-03-10,1,0")
    let lines = try #require(delivery.files[.persons]).split(separator: "\n")
    delivery.files[.persons] = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    try await Imports.run(delivery)
    #expect(try await Imports.rows("select person_id from persons order by ctid") == ["P2", "P1"])
    #expect(
      try await Imports.rows("select year, person_id from training_years order by ctid")
        == ["2023|P1", "2024|P2", "2025|P1"])
    let keys = try await Imports.rows(
      "select distinct pg_get_constraintdef(oid) from pg_constraint where contype = 'p' and conname like 'training\\_years%'")
    #expect(keys == ["PRIMARY KEY (city_code, year, person_id)"])
  }

  @Test func newAndCorrectedRecordsAreAddedAndTakenAway() async throws {
    try await Imports.run(delivery("R1,P1,L1,2024-03-10,40,5", "R2,P2,,2024-05-01,10,1"))
    // R1 moves to P2 and another year, R2 becomes longer, R3 is new.
    try await Imports.run(
      SmallDelivery(
        .trainingRecords, Self.records + "R1,P2,L1,2025-03-10,20,4\nR2,P2,,2024-05-01,12.5,1\nR3,P1,,2024-02-29,1,0\n"))
    #expect(try await sums() == ["P1|2024|1|100|0|0|0|0|0", "P2|2024|1|1250|100|0|0|0|0", "P2|2025|1|2000|400|400|0|0|0"])
    #expect(try await sums() == counted())
    let bounds = try await Imports.rows("select first_on, settled_on from training_years where person_id = 'P1' and year = 2024")
    // R1 has gone, its dates stay as bounds.
    #expect(bounds == ["2024-02-29|2024-03-10"])
  }

  @Test func aClassThatChangesItsModeIsCountedAnew() async throws {
    try await Imports.run(delivery("R1,P1,L1,2024-03-10,40,5", "R2,P1,,2024-05-01,10,1"))
    #expect(try await sums() == ["P1|2024|2|5000|600|500|0|0|0"])
    try await Imports.run(SmallDelivery(.trainingClasses).with(.trainingClasses, "mode", "self_study"))
    #expect(try await sums() == ["P1|2024|2|5000|600|0|0|0|500"])
    try await Imports.run(SmallDelivery(.trainingClasses).with(.trainingClasses, "mode", "on_job"))
    #expect(try await sums() == counted())
  }

  /// Each mode has its own column: what a day of it counts for is for policies to say.
  @Test(arguments: TrainingMode.allCases) func daysAreKeptByMode(mode: TrainingMode) async throws {
    try await Imports.run(
      delivery("R1,P1,L1,2024-03-10,40,5", "R2,P1,,2024-05-01,10,1").with(.trainingClasses, "mode", mode.rawValue))
    let byMode = TrainingMode.allCases.map { $0 == mode ? "500" : "0" }.joined(separator: "|")
    #expect(try await sums() == ["P1|2024|2|5000|600|\(byMode)"])
    #expect(try await sums() == counted())
  }

  /// A record completed before its class began counts days of a class only from the class's first day on.
  @Test func aYearIsSettledWhenItsClassesHaveBegun() async throws {
    try await Imports.run(delivery("R1,P1,L1,2023-12-30,40,5"))
    #expect(try await kept() == ["P1|2023|1|4000|500|500|0|0|0|2023-12-30|2024-03-01"])
  }

  @Test func aRejectedDeliveryLeavesItAsItWas() async throws {
    try await Imports.run(delivery("R1,P1,,2024-03-10,40,5"))
    let before = try await kept()
    let report = try await Imports.run(
      SmallDelivery(.trainingRecords, Self.records + "R2,P1,,2024-03-11,1,1\nR3,nobody,,2024-03-11,1,1\n"))
    #expect(report.outcome == .rejected)
    #expect(try await kept() == before)
  }

  /// With room for two persons' years and amounts past what a slot can hold, all comes out as it does with room enough.
  @Test func whatDoesNotFitInMemoryIsSpilledAndAddedUp() async throws {
    let persons = ReferenceIDs(.persons)
    for number in 0..<5 { persons.known.insert(Array("P\(number)".utf8).span) }
    let city = SmallDelivery.quzhou
    let known = KnownClasses([.init(start: 8_900, length: 1, mode: .onJob)])
    var tally = TrainingTally(persons: persons, classes: known, capacity: 2)
    for round in 0..<3 {
      for person in 0..<5 {
        try tally.add(
          person: person, trainingClass: person == 0 ? 0 : nil, completedOn: Int32(8_832 + round), hours: 150, days: 50)
      }
    }
    try tally.add(person: 4, trainingClass: nil, completedOn: 8_840, hours: 5_000_000_000, days: 0)
    try tally.add(person: 4, trainingClass: nil, completedOn: 8_841, hours: 4_000_000_000, days: 0)
    try tally.add(person: 4, trainingClass: nil, completedOn: 8_842, hours: 4_000_000_000, days: 0)
    #expect(tally.spill != nil)

    let connection = try await TestDatabase.current.connect()
    try await connection.withTransaction { connection in
      try await ReferenceData.store([city], in: connection)
      var tally = tally
      try await TrainingRollup(city: city, connection: connection).store(&tally)
    }
    await connection.close()
    // 8832 days after 2000-01-01 is 2024-03-07, 8900 is 2024-05-14.
    #expect(
      try await kept() == [
        "P0|2024|3|450|150|0|150|0|0|2024-03-07|2024-05-14", "P1|2024|3|450|150|0|0|0|0|2024-03-07|2024-03-09",
        "P2|2024|3|450|150|0|0|0|0|2024-03-07|2024-03-09", "P3|2024|3|450|150|0|0|0|0|2024-03-07|2024-03-09",
        "P4|2024|6|13000000450|150|0|0|0|0|2024-03-07|2024-03-17",
      ])
  }
}

/// What the import lets rest holds for everyone else.
@Suite(.database(template: .migrated)) struct ReferenceTriggersTests {
  @Test func foreignKeysHoldForOtherWriters() async throws {
    try await Imports.run(SmallDelivery())
    let connection = try await TestDatabase.current.connect()
    await #expect(throws: PostgresError.self) {
      try await connection.execute(
        Statement(nil, "update posts set person_id = 'nobody' where post_id = (select min(post_id) from posts)", []))
    }
    let role = try await connection.query(Statement(nil, "show session_replication_role", [])).first?.decode(0, as: String.self)
    #expect(role == "origin")
    await connection.close()
  }
}
