import CadreModel
import CadreTesting
import DataContract
import PostgresClient
import Testing

@testable import Intake

/// Rows that a delivery takes back.
@Suite(.database(template: .migrated)) struct WithdrawalTests {
  /// A delivery with a list of withdrawals.
  private func run(
    _ delivery: SmallDelivery? = nil, withdrawing list: String, as name: String = "withdrawals.csv",
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportReport {
    let folder = try delivery?.write() ?? DeliveryFolder()
    try folder.write(list, as: name)
    return try await Imports.run([folder.path], change)
  }

  private func texts(_ report: ImportReport) -> [String] {
    report.findings.map { "\($0.line) \($0.column?.name ?? "-") \($0.value ?? "-") \($0.problem.name)" }
  }

  @Test(arguments: [
    ("withdrawals.csv", "table,key,reason\ntraining_records,R2,twice\n"), ("撤销.csv", "表名;主键;原因\n培训记录;R2;重复\n"),
  ])
  func namedRowsGo(name: String, list: String) async throws {
    try await Imports.run(SmallDelivery())
    let report = try await run(withdrawing: list, as: name)
    #expect(report.outcome == .stored)
    #expect(report.rows == RowCounts(withdrawn: 1))
    #expect(report.withdrawals == [WithdrawnKeys(table: .trainingRecords, count: 1, keys: ["R2"])])
    #expect(try await Imports.rows("select record_id from training_records") == ["R1"])
    #expect(
      try await Imports.rows("select person_id, records, days from training_years order by 1") == ["P1|1|500"])
    #expect(
      try await Imports.rows("select row_key, change, row_before, reason is not null from journal") == [
        "R2|withdrawn|(R2,P2,,2024-03-11,0,150,,)|t"
      ])
    #expect(try await Imports.rows("select person_id, first_on from touched_persons") == ["P2|2024-03-11"])
    #expect(
      try await Imports.rows(
        "select table_name, rows_withdrawn, journal from import_files where import_number = 2 order by 1") == [
          "training_records|1|rows", "withdrawals|0|none",
        ])
  }

  /// What is gone is gone: the same list again changes nothing. The row may come again.
  @Test func aListMayComeAgain() async throws {
    try await Imports.run(SmallDelivery())
    let list = "table,key,reason\ntalks,K1,wrong\n"
    _ = try await run(withdrawing: list)
    #expect(try await run(withdrawing: list).outcome == .unchanged)
    let again = try await Imports.run(SmallDelivery(.talks))
    #expect(again.rows == RowCounts(inserted: 1))
  }

  @Test func whatIsWrongWithAListIsFoundAndNothingIsStored() async throws {
    try await Imports.run(SmallDelivery())
    let before = try await Imports.everything()
    let wrong = try await run(
      withdrawing: """
        table,key,reason
        person,P1,x
        scores,P1,x
        talks,K1,
        talks,K1,x
        talks,K1,x

        """)
    #expect(
      texts(wrong) == [
        "2 table person withdrawal_table", "3 key P1 withdrawal_key", "4 reason - empty", "6 key K1 duplicate",
      ])
    #expect(wrong.outcome == .rejected)
    let unknown = try await run(
      SmallDelivery(.units).with(.units, "unit_name", "他名"), withdrawing: "table,key,reason\ntalks,K9,x\n"
    ) {
      $0.quarantine = nil
    }
    #expect(texts(unknown) == ["2 key K9 withdrawn_not_stored"])
    let headless = try await run(withdrawing: "table,key\ntalks,K1\n")
    #expect(texts(headless) == ["1 - - missing_column"])
    #expect(try await Imports.everything() == before)
  }

  /// P2 is named by many rows: each table of them is told. Where all that name a row go with it, it goes.
  @Test func rowsThatOthersReferToStay() async throws {
    try await Imports.run(SmallDelivery(.units, .persons, .posts, .talks, .trainingClasses, .trainingRecords))
    let refused = try await run(withdrawing: "table,key,reason\npersons,P2,x\ntalks,K1,x\n")
    #expect(refused.outcome == .rejected)
    let rows = refused.findings.compactMap { finding -> String? in
      guard case .referredTo(let rows) = finding.problem else { return nil }
      return "\(rows.table.rawValue) \(rows.column.name) \(rows.count) \(rows.keys)"
    }
    #expect(rows == ["posts person_id 1 [\"T2\"]", "training_records person_id 1 [\"R2\"]"])
    #expect(refused.findings.allSatisfy { $0.line == 2 && $0.value == "P2" })
    let all = try await run(
      withdrawing: "table,key,reason\npersons,P2,x\ntalks,K1,x\nposts,T2,x\ntraining_records,R2,x\n")
    #expect(all.rows == RowCounts(withdrawn: 4))
    #expect(try await Imports.rows("select person_id from persons") == ["P1"])
  }

  /// The list is applied last: a row that the same delivery brings goes, too, and the journal tells of no detour.
  @Test func rowsGoAfterTheOthersCameIn() async throws {
    try await Imports.run(SmallDelivery())
    let report = try await run(
      SmallDelivery(.talks).with(.talks, "kind", "reminder").adding("K2,P2,P1,2024-06-01,summon", to: .talks),
      withdrawing: "table,key,reason\ntalks,K1,x\ntalks,K2,x\n")
    #expect(report.rows == RowCounts(inserted: 1, updated: 1, withdrawn: 2))
    #expect(try await Imports.rows("select talk_id from talks").isEmpty)
    #expect(
      try await Imports.rows("select row_key, change, row_before from journal") == [
        "K1|withdrawn|(K1,P1,P2,2024-05-01,heart_to_heart)"
      ])
  }

  private static func talks(_ numbers: some Sequence<Int>) -> SmallDelivery {
    SmallDelivery(
      .talks, "talk_id,from_person_id,to_person_id,held_on,kind\n" + numbers.map { "K\($0),P1,P2,2024-05-01,reminder\n" }.joined()
    )
  }

  @Test func aCompleteFileWithdrawsWhatItLacks() async throws {
    try await Imports.run(SmallDelivery(.units, .persons))
    try await Imports.run(Self.talks(1...40))
    let preview = try await Imports.run(Self.talks(3...40)) {
      $0.complete = [.talks]
      $0.isDryRun = true
    }
    #expect(preview.withdrawals == [WithdrawnKeys(table: .talks, count: 2, keys: ["K1", "K2"])])
    #expect(try await Imports.rows("select count(*) from talks") == ["40"])
    let done = try await Imports.run(Self.talks(3...40)) { $0.complete = [.talks] }
    #expect(done.rows == RowCounts(unchanged: 38, withdrawn: 2))
    #expect(try await Imports.rows("select count(*) from talks") == ["38"])
    // The same file is compared again, though it came before.
    try await Imports.run(Self.talks(1...1))
    #expect(try await Imports.run(Self.talks(3...40)) { $0.complete = [.talks] }.rows.withdrawn == 1)
  }

  @Test func moreThanATwentiethNeedsTheNumber() async throws {
    try await Imports.run(SmallDelivery(.units, .persons))
    try await Imports.run(Self.talks(1...40))
    for said in [nil, 2, 4] {
      await #expect(throws: ImportError.tooManyWithdrawn(missing: 3, said: said)) {
        try await Imports.run(Self.talks(4...40)) {
          $0.complete = [.talks]
          $0.withdraw = said
        }
      }
    }
    #expect(try await Imports.rows("select count(*) from talks") == ["40"])
    let done = try await Imports.run(Self.talks(4...40)) {
      $0.complete = [.talks]
      $0.withdraw = 3
    }
    #expect(done.rows.withdrawn == 3)
  }

  @Test func aCompleteFileMustBeThereAndWhole() async throws {
    await #expect(throws: ImportError.completeNotDelivered(.posts)) {
      try await Imports.run(SmallDelivery(.units)) { $0.complete = [.posts] }
    }
    await #expect(throws: ImportError.completeWithQuarantine) {
      try await Imports.run(SmallDelivery(.units)) {
        $0.complete = [.units]
        $0.quarantine = "/tmp/never"
      }
    }
  }

  @Test func noDuplicateContradictionIsLeftBehind() async throws {
    try await Imports.run(
      SmallDelivery(.units, .persons, .posts).adding(
        "T3,P2,U1,K1,书记,county_division,principal,party,1,,2020-06-01,,initial,,", to: .posts))
    #expect(try await Imports.rows("select count(*) > 0 from contradictions where kind = 'two_heads'") == ["t"])
    _ = try await run(withdrawing: "table,key,reason\nposts,T3,x\n")
    #expect(try await Imports.rows("select count(*) from contradictions where kind = 'two_heads'") == ["0"])
  }
}

/// A list that stands in a workbook.
@Suite(.database(template: .migrated)) struct WithdrawalSheetTests {
  private func run(_ sheets: [(name: String, rows: [[String]])], and list: String? = nil) async throws -> ImportReport {
    let folder = try DeliveryFolder()
    try TestWorkbook.write(sheets.map { ($0.name, TestWorkbook.texts($0.rows)) }, to: folder.path + "/报送.xlsx")
    if let list { try folder.write(list, as: "withdrawals.csv") }
    return try await Imports.run([folder.path])
  }

  @Test(arguments: [
    ("撤销", [["表名", "主键", "原因"], ["培训记录", " R2 ", "重复"]]),
    ("withdrawals", [["note", "table", "key", "reason"], ["", "", "", ""], ["x", "training_records", "R2", "twice"]]),
  ])
  func itsRowsGo(name: String, rows: [[String]]) async throws {
    try await Imports.run(SmallDelivery())
    let report = try await run([(name, rows)])
    #expect(report.outcome == .stored && report.rows == RowCounts(withdrawn: 1) && report.passedOver.isEmpty)
    #expect(try await Imports.rows("select record_id from training_records") == ["R1"])
    #expect(
      try await Imports.rows(
        "select table_name, file_name, encoding, rows_withdrawn from import_files where import_number = 2 order by 1") == [
          "training_records|报送.xlsx|XLSX|1", "withdrawals|报送.xlsx|XLSX|0",
        ])
  }

  /// A table beside it is stored first.
  @Test func besideATable() async throws {
    try await Imports.run(SmallDelivery())
    let units = try #require(SmallDelivery().files[.units]).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let report = try await run([("units", units), ("撤销", [["table", "key", "reason"], ["talks", "K1", "wrong"]])])
    #expect(report.outcome == .stored && report.rows.withdrawn == 1 && report.tables.map(\.table) == [.units, .talks])
  }

  @Test func whatIsWrongIsNamedByItsCell() async throws {
    try await Imports.run(SmallDelivery())
    let report = try await run([
      ("撤销", [["table", "key", "reason"], ["person", "P1", "x"], ["talks", "K1", ""], ["talks", "K9", "x"]])
    ])
    #expect(report.outcome == .rejected)
    #expect(
      report.findings.map { "\($0.place.sheet ?? "-") \($0.place.cell ?? "-") \($0.problem.name)" } == [
        "撤销 A2 withdrawal_table", "撤销 C3 empty",
      ])
    let unknown = try await run([("撤销", [["table", "key", "reason"], ["talks", "K9", "x"]])])
    #expect(unknown.findings.map { "\($0.place.cell ?? "-") \($0.problem.name)" } == ["B2 withdrawn_not_stored"])
  }

  @Test func twoListsAreAnError() async throws {
    try await Imports.run(SmallDelivery())
    await #expect(throws: ImportError.self) {
      _ = try await run([("撤销", [["table", "key", "reason"]])], and: "table,key,reason\ntalks,K1,x\n")
    }
  }
}
