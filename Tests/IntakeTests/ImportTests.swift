import CadreModel
import CadreTesting
import DataContract
import Foundation
import IdentityNumbers
import Intake
import PolicyTesting
import PostgresClient
import Spreadsheet
import Testing

@Suite(.database(template: .migrated)) struct ImportTests {
  @Test func aDeliveryOfEveryTableIsStored() async throws {
    let report = try await Imports.run(SmallDelivery())
    #expect(report.findings.isEmpty)
    #expect(report.outcome == .stored)
    #expect(report.number == 1)
    #expect(report.tables.count == Table.all.count)
    let rows = report.tables.map { "\($0.table.rawValue) \($0.rows.inserted)" }
    #expect(
      rows.prefix(7) == [
        "units 2", "persons 2", "posts 2", "charges 2", "passports 1", "training_classes 1", "training_records 2",
      ])
    #expect(report.rows == RowCounts(inserted: 52))
    #expect(
      try await Imports.rows("select * from training_records order by record_id") == [
        "quzhou|R1|P1|L1|2024-03-10|4025|500|9000|10000", "quzhou|R2|P2|∅|2024-03-11|0|150|∅|∅",
      ])
    #expect(
      try await Imports.rows("select unit_id, parent_unit_id, duties::text, founded_on from units order by unit_id") == [
        "U1|∅|{}|1985-05-01", "U2|U1|{intervention_ledger,supervision_conference}|∅",
      ])
    #expect(
      try await Imports.rows("select id_number from persons where person_id = 'P2'") == [
        NumberSeal(#require(IdentityKey.forTests), city: "quzhou").seal("11010519491231002X")
      ])
  }

  @Test func theImportIsRecorded() async throws {
    let report = try await Imports.run(SmallDelivery(.units, .persons))
    #expect(
      try await Imports.rows(
        "select import_number, imported_by, program_version, quarantine, rows_inserted, rows_updated, rows_unchanged, "
          + "rows_rejected from imports") == ["1|tests@here|test|f|4|0|0|0"])
    #expect(try await Imports.rows("select watermark from imports") == [report.watermark])
    #expect(
      try await Imports.rows(
        "select table_name, file_name, encoding, rows_inserted, sha256 from import_files order by table_name")
        == report.tables.sorted { $0.table.rawValue < $1.table.rawValue }
        .map { "\($0.table.rawValue)|\($0.file)|UTF-8|2|\($0.sha256)" })
  }

  @Test func aSecondImportOfTheSameChangesNothing() async throws {
    let first = try await Imports.run(SmallDelivery())
    let before = try await Imports.everything()
    let second = try await Imports.run(SmallDelivery())
    #expect(second.outcome == .unchanged)
    #expect(second.rows == RowCounts(unchanged: 52))
    #expect(second.tables.filter(\.isKnown).count == Table.all.count)
    #expect(second.watermark == first.watermark)
    #expect(try await Imports.everything() == before)
  }

  @Test func theSameRowsInAnotherFormAreUnchanged() async throws {
    let first = try await Imports.run(SmallDelivery())
    let before = try await Imports.everything()
    var delivery = SmallDelivery()
    for (table, text) in delivery.files { delivery.files[table] = text.replacing("\n", with: "\r\n") }
    let second = try await Imports.run(delivery)
    #expect(second.rows == RowCounts(unchanged: 52))
    #expect(second.watermark == first.watermark)
    #expect(second.tables.filter(\.isKnown).isEmpty)
    #expect(try await Imports.everything() == before)
  }

  @Test func changedRowsReplaceAndNewOnesAreAdded() async throws {
    let first = try await Imports.run(SmallDelivery())
    let changed = SmallDelivery(.persons, .trainingRecords, .scores)
      .with(.persons, "name", "张三丰")
      .with(.trainingRecords, "hours", "41", row: 1)
      .adding("R3,P1,,2024-06-01,8,1,,", to: .trainingRecords)
      .adding("P1,2024H2,100", to: .scores)
    let second = try await Imports.run(changed)
    #expect(second.outcome == .stored)
    #expect(second.watermark != first.watermark)
    #expect(
      second.tables.map(\.rows) == [
        RowCounts(updated: 1, unchanged: 1), RowCounts(inserted: 1, updated: 1, unchanged: 1),
        RowCounts(inserted: 1, unchanged: 1),
      ])
    #expect(try await Imports.rows("select name from persons order by person_id") == ["张三丰", "李四"])
    #expect(
      try await Imports.rows("select record_id, hours from training_records order by 1") == [
        "R1|4100", "R2|0", "R3|800",
      ])
  }

  /// A, then B, then A again: A's file is known, but not the last one.
  @Test func anOlderFileIsNotTakenForTheLast() async throws {
    try await Imports.run(SmallDelivery(.units))
    try await Imports.run(SmallDelivery(.units).with(.units, "unit_name", "改名"))
    let third = try await Imports.run(SmallDelivery(.units))
    #expect(third.rows == RowCounts(updated: 1, unchanged: 1))
    #expect(try await Imports.rows("select unit_name from units where unit_id = 'U1'") == ["市委"])
  }

  @Test func referencesMayBeStoredAlready() async throws {
    try await Imports.run(SmallDelivery(.units, .persons))
    #expect(try await Imports.run(SmallDelivery(.posts)).outcome == .stored)
  }

  @Test func citiesAreApart() async throws {
    try await Imports.run(SmallDelivery(.units, .persons))
    let shaoxing = SmallDelivery.quzhou(as: "shaoxing", prefix: "33")
    let report = try await Imports.run(SmallDelivery(.posts), city: shaoxing)
    #expect(report.outcome == .rejected)
    #expect(report.findings.first?.problem == .reference([.persons]))
  }

  @Test func chineseHeadingsInAnyOrder() async throws {
    let text = "行政区划代码,单位名称, 单位编号　,层级,单位类型,成立日期\n330800,市委,U1,市,党委,1985年5月1日\n"
    #expect(try await Imports.run(SmallDelivery(.units, text)).outcome == .stored)
    #expect(
      try await Imports.rows("select unit_id, unit_name, unit_kind, level, founded_on from units") == [
        "U1|市委|party_committee|city|1985-05-01"
      ])
  }

  @Test func byteOrderMarkIsNoPartOfTheFirstHeading() async throws {
    let report = try await Imports.run(SmallDelivery(.units, "\u{FEFF}" + (SmallDelivery().files[.units] ?? "")))
    #expect(report.outcome == .stored)
    #expect(report.tables.first?.hasByteOrderMark == true)
  }

  @Test func gb18030IsTold() async throws {
    let folder = try SmallDelivery(.units).write { text in
      var bytes: [UInt8] = []
      let isConverted = (try? GB18030Converter(.fromUTF8))?.convert(Array(text.utf8).span, appendingTo: &bytes)
      #expect(isConverted == true)
      return Data(bytes)
    }
    let report = try await Imports.run([folder.path])
    #expect(report.tables.first?.encoding == .gb18030)
    #expect(try await Imports.rows("select unit_name from units order by unit_id") == ["市委", "市财政局"])
  }

  @Test func unknownColumnsAreWarnedOf() async throws {
    let text = "unit_id,unit_name,region_code,unit_kind,level,层次,foundedon\nU1,a,330800,organ,city,x,y\n"
    let report = try await Imports.run(SmallDelivery(.units, text))
    #expect(report.outcome == .stored)
    #expect(report.warnings.map(\.heading) == ["层次", "foundedon"])
    #expect(report.warnings.last?.nearest == "founded_on")
  }

  @Test func aDryRunStoresNothing() async throws {
    let report = try await Imports.run(SmallDelivery()) { $0.isDryRun = true }
    #expect(report.outcome == .checked)
    #expect(report.rows == RowCounts(inserted: 52))
    #expect(try await Imports.everything().isEmpty)
    #expect(try await Imports.rows("select * from imports").isEmpty)
  }

  /// Whatever the parts come in, what is stored is the same.
  @Test(arguments: [[0, 1, 2], [0, 2, 1]])
  func theOrderOfIndependentBatchesDoesNotMatter(order: [Int]) async throws {
    let all = SmallDelivery()
    let base: [TableName] = [.units, .persons, .places, .trainingClasses, .inspections, .posts, .villages, .measures]
    var parts = [SmallDelivery(), SmallDelivery(), SmallDelivery()]
    parts[0].files = all.files.filter { base.contains($0.key) }
    let rest = all.files.keys.filter { !base.contains($0) }.sorted { $0.rawValue < $1.rawValue }
    for part in 1...2 {
      parts[part].files = all.files.filter { rest.firstIndex(of: $0.key).map { $0 % 2 == part - 1 } ?? false }
    }
    for part in order { #expect(try await Imports.run(parts[part]).outcome == .stored) }
    let inParts = try await Imports.everything()
    let again = try await Imports.run(all)
    #expect(again.rows == RowCounts(unchanged: 52))
    #expect(inParts.count == 52)
  }

  @Test func anInterruptedImportLeavesNothing() async throws {
    var rows = "record_id,person_id,completed_on,hours,days\n"
    for number in 0..<300_000 { rows += "R\(1_000_000 + number),P1,2024-01-01,1,1\n" }
    var delivery = SmallDelivery(.units, .persons)
    delivery.files[.trainingRecords] = rows
    let folder = try delivery.write()
    let connection = try await TestDatabase.current.connect()
    let importer = Importer(city: SmallDelivery.quzhou, options: .forTests)
    let (started, start) = AsyncStream<Void>.makeStream()
    let task = Task {
      try await importer.run([folder.path], on: connection) { progress in
        if progress.table == .trainingRecords && progress.rowsDone > 0 { start.yield() }
      }
    }
    for await _ in started { break }
    task.cancel()
    await #expect(throws: (any Error).self) { try await task.value }
    #expect(try await Imports.everything().isEmpty)
    #expect(try await Imports.rows("select * from imports").isEmpty)
    #expect(try await Imports.rows("select to_regclass('training_records_quzhou')::text") == ["∅"])
    #expect(try await Imports.run(SmallDelivery()).outcome == .stored)
  }
}

extension SmallDelivery {
  static func quzhou(as code: String, prefix: String) -> City {
    City(code: code, nameChinese: code, nameEnglish: code, provinceCode: "33", regionPrefix: prefix)
  }
}
