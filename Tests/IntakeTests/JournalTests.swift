import CadreModel
import CadreTesting
import DataContract
import Journal
import PostgresClient
import Testing

@testable import Intake

/// What imports note of the rows that they change.
@Suite(.database(template: .migrated)) struct JournalTests {
  private static let city = SmallDelivery.quzhou

  private func entries() async throws -> [String] {
    try await Imports.rows(
      """
      select import_number, table_name, row_key, change, row_before
      from journal
      order by import_number, table_name, row_key
      """)
  }

  @Test func aFirstLoadIsToldByItsImportAlone() async throws {
    try await Imports.run(SmallDelivery())
    #expect(try await entries().isEmpty)
    #expect(
      try await Imports.rows("select distinct journal from import_files") == ["first_load"])
  }

  @Test func whatARowReplacesIsKeptAndOfNewRowsTheirKeys() async throws {
    try await Imports.run(SmallDelivery())
    try await Imports.run(
      SmallDelivery(.talks).with(.talks, "kind", "reminder").adding("K2,P2,P1,2024-06-01,reminder", to: .talks))
    #expect(
      try await entries() == [
        "2|talks|K1|updated|(K1,P1,P2,2024-05-01,heart_to_heart)", "2|talks|K2|inserted|∅",
      ])
    #expect(
      try await Imports.rows("select table_name, journal from import_files where import_number = 2") == ["talks|rows"])
  }

  @Test func unchangedRowsAreNotNoted() async throws {
    try await Imports.run(SmallDelivery())
    try await Imports.run(SmallDelivery().with(.units, "unit_name", "市委办"))
    #expect(try await entries().map { $0.split(separator: "|")[2] } == ["U1"])
  }

  /// Nobody changes it: neither whoever owns it, nor whoever has silenced other triggers.
  @Test(arguments: [
    "update journal set change = 'inserted'", "delete from journal", "delete from journal_quzhou", "truncate journal",
    "set session_replication_role = replica; delete from journal",
  ])
  func entriesStay(statement: String) async throws {
    try await Imports.run(SmallDelivery())
    try await Imports.run(SmallDelivery(.talks).with(.talks, "kind", "reminder"))
    let connection = try await TestDatabase.current.connect()
    await #expect(throws: PostgresError.self) { try await connection.executeScript(statement) }
    await connection.close()
    #expect(try await entries().count == 1)
  }

  /// Of every table a row that was changed reads back as it was.
  @Test func everyTablesRowReadsBack() async throws {
    try await Imports.run(SmallDelivery())
    let connection = try await TestDatabase.current.connect()
    for table in Table.all {
      let stored = StoredTable(table: table, city: "quzhou")
      let same = try await connection.query(
        Statement(
          "same",
          """
          select
            count(*) as rows,
            count(*) filter (
              where stored is not distinct from \(JournalRow.row("t.text", fields: "t.fields", of: table.name, city: "quzhou"))
            ) as same
          from \(stored.quotedName) as stored
          cross join lateral (
            select \(JournalRow.text(of: "stored", city: "quzhou")) as text, \(JournalRow.fieldCount(of: table.name)) as fields
          ) t
          """, []))
      let row = try #require(same.first)
      #expect(try row.decode("rows", as: Int.self) == row.decode("same", as: Int.self), "\(table.name)")
    }
    await connection.close()
  }

  @Test func aDifferenceTellsCellByCell() async throws {
    try await Imports.run(SmallDelivery())
    try await Imports.run(
      SmallDelivery(.talks, .trainingRecords).with(.talks, "kind", "reminder")
        .with(.trainingRecords, "hours", "41.5").adding("K2,P2,P1,2024-06-01,summon", to: .talks))
    try await Imports.run(SmallDelivery(.talks).with(.talks, "kind", "feedback"))
    #expect(
      try await difference(2) == [
        "training_records R1 updated hours 40.25>41.50", "talks K1 updated kind heart_to_heart>reminder",
        "talks K2 inserted talk_id ∅>K2", "talks K2 inserted from_person_id ∅>P2", "talks K2 inserted to_person_id ∅>P1",
        "talks K2 inserted held_on ∅>2024-06-01", "talks K2 inserted kind ∅>summon",
      ])
    #expect(try await difference(3) == ["talks K1 updated kind reminder>feedback"])
    let third = try await difference(3)
    #expect(try await difference(2, until: 3) == third)
    #expect(try await difference(1, until: 3).first { $0.contains("K1") } == "talks K1 updated kind heart_to_heart>feedback")
    #expect(try await difference(1).isEmpty)
  }

  private func difference(_ number: Int, until last: Int? = nil) async throws -> [String] {
    let connection = try await TestDatabase.current.connect()
    var lines: [String] = []
    try await ImportDifference(number, until: last, of: Self.city, on: connection).read { cell in
      lines.append(
        "\(cell.table.rawValue) \(cell.key) \(cell.change.rawValue) \(cell.column) \(cell.old ?? "∅")>\(cell.new ?? "∅")")
    }
    await connection.close()
    return lines
  }

  @Test func theVersionsOfARowNameTheirImports() async throws {
    try await Imports.run(SmallDelivery())
    try await Imports.run(SmallDelivery(.talks).with(.talks, "kind", "reminder"))
    let folder = try DeliveryFolder()
    try folder.write("表名,主键,原因\n谈话,K1,录入有误\n", as: "撤销.csv")
    try await Imports.run([folder.path])
    try await Imports.run(SmallDelivery(.talks))
    let connection = try await TestDatabase.current.connect()
    let history = try await RowHistory.read(.talks, key: "K1", of: Self.city, on: connection)
    #expect(history.versions.map { $0.cameWith?.number } == [1, 2, 3, 4])
    #expect(history.versions.map { $0.cells?.last } == ["heart_to_heart", "reminder", nil, "heart_to_heart"])
    #expect(history.versions.map(\.reason) == [nil, nil, "录入有误", nil])
    await #expect(throws: UndoError.noSuchRow(.talks, key: "K9")) {
      try await RowHistory.read(.talks, key: "K9", of: Self.city, on: connection)
    }
    await connection.close()
  }

  @Test func importsNameWhoBroughtThem() async throws {
    try await Imports.run(SmallDelivery())
    let connection = try await TestDatabase.current.connect()
    let reader = ImportsReader(Self.city, on: connection)
    let first = try await reader.one(1)
    #expect(first.by == "tests@here")
    #expect(!first.login.isEmpty)
    #expect(first.rows == RowCounts(inserted: 52))
    #expect(try await reader.files(of: 1).count == SmallDelivery().files.count)
    await #expect(throws: UndoError.noSuchImport(2, last: 1)) { try await reader.one(2) }
    await connection.close()
  }
}
