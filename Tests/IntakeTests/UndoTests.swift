import CadreModel
import CadreTesting
import DataContract
import IdentityNumbers
import PolicyTesting
import PostgresClient
import Testing

@testable import Intake

/// Imports that are taken back.
@Suite(.database(template: .migrated)) struct UndoTests {
  @discardableResult
  private func undo(_ number: Int) async throws -> ImportReport {
    let connection = try await TestDatabase.current.connect()
    let undo = ImportUndo(
      number, of: SmallDelivery.quzhou, undoneBy: "tests@here", programVersion: "test", identityKey: .forTests)
    let report = try await undo.run(on: connection)
    await connection.close()
    return report
  }

  /// The city's rows, and what follows from them.
  private func state() async throws -> [String] {
    try await Imports.everything()
      + Imports.rows(
        """
        select
          person_id, year, records, hours, days, off_job_days, on_job_days, online_days, self_study_days
        from training_years
        order by person_id, year
        """)
      + Imports.rows(
        """
        select kind, table_name, row_key, other_key, subject_id, other_id, detail::text
        from contradictions
        order by kind, table_name, row_key, other_key
        """)
  }

  @Test func rowsBecomeWhatTheyWere() async throws {
    try await Imports.run(SmallDelivery())
    let before = try await state()
    let delivery = SmallDelivery(.talks, .trainingRecords, .trainingClasses).with(.talks, "kind", "reminder")
      .with(.trainingClasses, "mode", "on_job").with(.trainingRecords, "days", "3")
      .adding("K2,P2,P1,2024-06-01,summon", to: .talks)
    let folder = try delivery.write()
    try folder.write("table,key,reason\nleaves,V1,x\n", as: "withdrawals.csv")
    try await Imports.run([folder.path])
    #expect(try await state() != before)
    let report = try await undo(2)
    #expect(report.number == 3)
    #expect(report.rows == RowCounts(inserted: 1, updated: 3, withdrawn: 1))
    #expect(try await state() == before)
    #expect(try await Imports.rows("select import_number, undoes from imports order by 1") == ["1|∅", "2|∅", "3|2"])
  }

  @Test func afterAFirstLoadIsUndoneTheTableCountsAsNotHandedIn() async throws {
    try await Imports.run(SmallDelivery(.units, .persons))
    let before = try await state()
    try await Imports.run(SmallDelivery(.talks))
    #expect(try await undo(2).rows == RowCounts(withdrawn: 1))
    #expect(try await state() == before)
    #expect(
      try await Imports.rows("select import_number, is_received from import_files where table_name = 'talks' order by 1") == [
        "2|t", "3|f",
      ])
    // The undoing undone, and the file once more: it is not taken for known.
    try await undo(3)
    #expect(try await Imports.rows("select talk_id from talks") == ["K1"])
    try await undo(2)
    #expect(try await Imports.run(SmallDelivery(.talks)).rows == RowCounts(inserted: 1))
  }

  @Test func whatChangedLaterIsNotUndone() async throws {
    try await Imports.run(SmallDelivery())
    try await Imports.run(SmallDelivery(.talks).with(.talks, "kind", "reminder"))
    try await Imports.run(SmallDelivery(.talks).with(.talks, "kind", "summon"))
    await #expect(
      throws: UndoError.changedSince(2, count: 1, rows: [LaterChange(table: .talks, key: "K1", number: 3)])
    ) { try await undo(2) }
    await #expect(throws: UndoError.self) { try await undo(1) }
    try await undo(3)
    try await undo(2)
    #expect(try await Imports.rows("select kind from talks") == ["heart_to_heart"])
    await #expect(throws: UndoError.changedSince(2, count: 1, rows: [LaterChange(table: .talks, key: "K1", number: 5)])) {
      try await undo(2)
    }
  }

  @Test func rowsThatOthersReferToAreNotTakenBack() async throws {
    try await Imports.run(SmallDelivery(.units, .persons, .posts))
    try await Imports.run(
      SmallDelivery(.persons).adding("P3,王五,1,1980-01-02,,01,2001-07-01,2002-08-01,,city,,,,,", to: .persons))
    try await Imports.run(
      SmallDelivery(.talks, "talk_id,from_person_id,to_person_id,held_on,kind\nK9,P3,P1,2024-05-01,reminder\n"))
    do {
      try await undo(2)
      Issue.record("undone")
    } catch UndoError.stillReferred(2, let rows) {
      #expect(rows.map { "\($0.key) \($0.table.rawValue) \($0.keys)" } == ["P3 talks [\"K9\"]"])
    }
  }

  @Test func thereMustBeSomethingToUndo() async throws {
    await #expect(throws: UndoError.noSuchImport(1, last: nil)) { try await undo(1) }
    try await Imports.run(SmallDelivery())
    try await Imports.run(SmallDelivery())
    await #expect(throws: UndoError.nothingToUndo(2)) { try await undo(2) }
    await #expect(throws: UndoError.noSuchImport(3, last: 2)) { try await undo(3) }
  }

  @Test func pairsOfAnImportAndItsUndoingAreSettled() {
    #expect(UndonePairs(after: 1, undoing: [4: 3, 5: 2]).numbers == [2, 3, 4, 5])
    // 5 brings back what 4 took.
    #expect(UndonePairs(after: 1, undoing: [4: 3, 5: 4]).numbers == [4, 5])
    #expect(UndonePairs(after: 3, undoing: [4: 3]).numbers.isEmpty)
  }

  /// Whatever comes and goes: an undone import leaves the city's rows, sums and contradictions as they were before it.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func afterAnyHistoryAnUndoingBringsBackWhatWas(seed: UInt64) async throws {
    var random = Shuffle(seed)
    var rows = RandomRows.whole(&random)
    try await Imports.run(RandomRows.delivery(rows)) { $0.quarantine = nil }
    // The imports that stand, each with what was before it.
    var standing: [(number: Int, before: [String], rows: [TableName: [String: String]])] = []
    for _ in 1...14 {
      if random.next(5) <= 2, let last = standing.popLast() {
        try await undo(last.number)
        #expect(try await state() == last.before)
        rows = last.rows
        continue
      }
      let (before, rowsBefore) = (try await state(), rows)
      for _ in 0..<random.next(4) { RandomRows.change(&rows, &random) }
      var list = "table,key,reason\n"
      for table in [TableName.talks, .trainingRecords, .posts] where random.next(2) == 1 {
        guard let number = rows[table]?.keys.sorted().randomKey(&random), let row = rows[table]?[number] else { continue }
        rows[table]?[number] = nil
        if try await isStored(table, "\(row.prefix { $0 != "," })") {
          list += "\(table.rawValue),\(row.prefix { $0 != "," }),x\n"
        }
      }
      let folder = try RandomRows.delivery(rows).write()
      try folder.write(list, as: "withdrawals.csv")
      let report = try await Imports.run([folder.path])
      #expect(report.outcome == .stored || report.outcome == .unchanged)
      if report.outcome == .stored { standing.append((report.number ?? 0, before, rowsBefore)) } else { rows = rowsBefore }
    }
    while let last = standing.popLast() {
      try await undo(last.number)
      #expect(try await state() == last.before)
    }
  }

  private func isStored(_ table: TableName, _ key: String) async throws -> Bool {
    try await Imports.rows("select 1 from \(table.rawValue) where \(Table[table].key[0]) = '\(key)'") == ["1"]
  }
}

extension [String] {
  fileprivate func randomKey(_ random: inout Shuffle) -> String? { isEmpty ? nil : self[random.next(count) - 1] }
}
