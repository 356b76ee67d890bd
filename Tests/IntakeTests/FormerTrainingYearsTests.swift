import CadreModel
import CadreTesting
import DataContract
import Journal
import PolicyTesting
import PostgresClient
import Schema
import Testing

@testable import Intake

/// Training sums as they were: noted by the imports that change them, and read by whoever asks what was known.
@Suite(.database(template: .migrated)) struct FormerTrainingYearsTests {
  private static let city = SmallDelivery.quzhou
  private static let sums =
    "select person_id, year, records, hours, days, off_job_days, on_job_days, online_days, self_study_days"
  private static let bounds = ", first_on, settled_on"
  private static let ofAll = " from training_years where records > 0 order by person_id, year"

  private static let records = "record_id,person_id,class_id,completed_on,hours,days\n"

  private func former() async throws -> [String] {
    try await Imports.rows(
      """
      select import_number, person_id, year, records, hours, off_job_days, first_on, settled_on
      from former_training_years
      order by import_number, year, person_id
      """)
  }

  /// - Parameter columns: what is selected of the sums.
  private func known(_ number: Int, _ columns: String = sums) async throws -> [String] {
    let connection = try await TestDatabase.current.connect()
    let lines = try await connection.withTransaction { connection in
      if let data = try await KnownData.find(.importNumber(number), of: Self.city, on: connection) {
        try await KnownTables.show(data, on: connection)
      }
      return try await connection.query(Statement(nil, columns + Self.ofAll, [])).map { row in
        try (0..<row.count).map { try row.decode($0, as: String?.self) ?? "∅" }.joined(separator: "|")
      }
    }
    await connection.close()
    return lines
  }

  @Test func aFirstLoadNotesNothing() async throws {
    try await Imports.run(SmallDelivery())
    #expect(try await former().isEmpty)
    #expect(try await Imports.rows("select * from former_training_years_since") == ["quzhou|1"])
  }

  /// R1 moves to P2 and another year, R2 becomes longer, R3 is new; then R1's class changes, and R3 goes in the same import.
  @Test func whatASumWasIsNotedOnceAnImport() async throws {
    var first = SmallDelivery(.units, .persons, .trainingClasses)
    first.files[.trainingRecords] = Self.records + "R1,P1,L1,2024-03-10,40,5\nR2,P2,,2024-05-01,10,1\n"
    try await Imports.run(first)
    try await Imports.run(
      SmallDelivery(
        .trainingRecords, Self.records + "R1,P2,L1,2025-03-10,20,4\nR2,P2,,2024-05-01,12.5,1\nR3,P1,,2024-02-29,1,0\n"))
    let second = [
      "2|P1|2024|1|4000|500|2024-03-10|2024-03-10", "2|P2|2024|1|1000|0|2024-05-01|2024-05-01", "2|P2|2025|0|0|0|∅|∅",
    ]
    #expect(try await former() == second)
    let folder = try SmallDelivery(.trainingClasses).with(.trainingClasses, "mode", "on_job").write()
    try folder.write("table,key,reason\ntraining_records,R3,twice\ntraining_records,R1,twice\n", as: "withdrawals.csv")
    try await Imports.run([folder.path])
    #expect(
      try await former() == second + [
        "3|P1|2024|1|100|0|2024-02-29|2024-03-10", "3|P2|2025|1|2000|400|2025-03-10|2025-03-10",
      ])
  }

  @Test(arguments: ["update former_training_years set hours = 0", "delete from former_training_years"])
  func whatWasNotedStays(statement: String) async throws {
    try await Imports.run(SmallDelivery())
    try await Imports.run(SmallDelivery(.trainingRecords).with(.trainingRecords, "hours", "41.5"))
    let connection = try await TestDatabase.current.connect()
    await #expect(throws: PostgresError.self) { try await connection.executeScript(statement) }
    await connection.close()
    #expect(try await former().count == 1)
  }

  /// Where nothing was noted, as by imports from before there was a place for it, the sums of then are added up.
  @Test func withoutNotesRecordsAreAddedUp() async throws {
    try await Imports.run(SmallDelivery())
    let then = try await known(1)
    try await Imports.run(SmallDelivery(.trainingRecords).with(.trainingRecords, "hours", "41.5"))
    #expect(try await known(2) != then)
    try await forgetNotes(until: 2)
    #expect(try await known(1) == then)
    try await Imports.run(SmallDelivery(.trainingRecords).with(.trainingRecords, "hours", "42.5"))
    #expect(try await known(1) == then)
    #expect(try await Imports.rows("select import_number from former_training_years_since") == ["3"])
  }

  /// A wrong sum is noted as it stood; made anew, sums known of earlier imports do not come from such notes.
  @Test func afterSumsAreMadeAnewNotesOfWrongOnesRest() async throws {
    try await Imports.run(SmallDelivery())
    let then = try await known(1)
    _ = try await Imports.rows("update training_years set hours = hours + 7 returning 1")
    try await Imports.run(SmallDelivery(.trainingRecords).with(.trainingRecords, "days", "4"))
    try await rebuild()
    #expect(try await known(1) == then)
  }

  private func rebuild() async throws {
    let connection = try await TestDatabase.current.connect()
    _ = try await connection.withTransaction { connection in
      try await DerivedRows(of: Self.city).rebuild(takesDigests: false, identityKey: .forTests, on: connection)
    }
    await connection.close()
  }

  /// As if imports up to that one had been made by a program that notes no sums.
  private func forgetNotes(until number: Int) async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.executeScript(
      """
      alter table cadre.former_training_years disable trigger all;
      delete from cadre.former_training_years where import_number <= \(number);
      delete from cadre.former_training_years_since;
      alter table cadre.former_training_years enable always trigger former_training_years_are_kept;
      """)
    await connection.close()
  }

  /// Whatever comes, changes, goes and is undone, upgraded and made anew between: the sums known as of each import are those
  /// stored then.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func afterAnyHistoryTheSumsOfThenAreKnown(seed: UInt64) async throws {
    var random = Shuffle(seed)
    var rows = RandomRows.whole(&random)
    try await Imports.run(RandomRows.delivery(rows)) { $0.quarantine = nil }
    var then = try await [known(1)]
    var bounds = try await [known(1, Self.sums + Self.bounds)]
    var standing: [(number: Int, rows: [TableName: [String: String]])] = [(1, rows)]
    /// From that import on all is noted.
    var since = 1
    for step in 1...12 {
      if step == 4, seed % 2 == 0 {
        try await forgetNotes(until: then.count)
        since = then.count + 1
      }
      if step == 8, seed % 3 == 0 {
        try await rebuild()
        since = then.count + 1
      }
      if random.next(4) == 1, standing.count > 1, let last = standing.popLast() {
        let connection = try await TestDatabase.current.connect()
        _ = try await ImportUndo(
          last.number, of: Self.city, undoneBy: "tests", programVersion: "test", identityKey: .forTests
        ).run(on: connection)
        await connection.close()
        rows = standing.last?.rows ?? rows
      } else {
        let before = rows
        for _ in 0..<random.next(6) { RandomRows.change(&rows, &random) }
        let goes = random.next(16)
        let isThere = try await Imports.rows("select 1 from training_records where record_id = 'R\(goes)'") == ["1"]
        if isThere { rows[.trainingRecords]?["\(goes)"] = nil }
        let folder = try RandomRows.delivery(rows).write()
        try folder.write("table,key,reason\n\(isThere ? "training_records,R\(goes),x\n" : "")", as: "withdrawals.csv")
        let report = try await Imports.run([folder.path])
        guard report.outcome == .stored || report.outcome == .unchanged, let number = report.number else {
          rows = before
          continue
        }
        if report.outcome == .stored { standing.append((number, rows)) }
      }
      then.append(try await known(then.count + 1))
      bounds.append(try await known(bounds.count + 1, Self.sums + Self.bounds))
    }
    #expect(Set(then).count > 4)
    for index in then.indices {
      #expect(try await known(index + 1) == then[index], "import \(index + 1)")
      // Where all is noted, the bounds are those of then, too; to make sums anew brings them together.
      if index + 1 >= since { #expect(try await known(index + 1, Self.sums + Self.bounds) == bounds[index]) }
    }
  }
}
