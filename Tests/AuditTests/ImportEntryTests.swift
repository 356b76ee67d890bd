import Audit
import CadreModel
import CadreTesting
import Foundation
import IdentityNumbers
import Intake
import PolicyTesting
import PostgresClient
import SampleData
import Testing

/// Imports and their records are part of the chain.
@Suite(.cadre) struct ImportEntryTests {
  /// Two imports of a city: the first of all its rows, the second of nothing new.
  private func imported() async throws -> PostgresConnection {
    let folder = NSTemporaryDirectory() + "cadre-audit-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let city = try SampleCity.named("quzhou")
    _ = try SampleRequest(city: city, persons: 100, seed: 1).write(into: folder)
    let connection = try await TestDatabase.current.connect()
    for _ in 1...2 {
      var options = ImportOptions(importedBy: "wang@office", programVersion: "1")
      options.identityKey = .forTests
      let importer = Importer(city: city.city, options: options)
      _ = try await importer.run([folder], on: connection)
    }
    return connection
  }

  private func flaws(_ connection: PostgresConnection) async throws -> [AuditFlaw] {
    try await AuditVerifier(connection: connection).verify().flaws
  }

  @Test func anImportMakesAnEntryWithTheDigestOfItsRecord() async throws {
    let connection = try await imported()
    var entries: [RecordedEntry] = []
    try await AuditReader(connection: connection).read(AuditFilter(kind: .import)) { entries.append($0) }
    #expect(entries.map(\.details) == ["1", "2"])
    #expect(entries.allSatisfy { $0.cities == ["quzhou"] && $0.author.osUser == "wang@office" && $0.contentDigest.count == 64 })
    #expect(try await flaws(connection).isEmpty)
  }

  @Test func changedRecordsOfImportsAreFound() async throws {
    let connection = try await imported()
    try await connection.executeScript("update imports set imported_by = 'li' where import_number = 1")
    #expect(try await flaws(connection) == [.importRecord(city: "quzhou", number: 1, entry: 1)])
    try await connection.executeScript(
      """
      update imports set imported_by = 'wang@office' where import_number = 1;
      update import_files set rows_inserted = rows_inserted + 1 where import_number = 2 and table_name = 'units';
      """)
    #expect(try await flaws(connection) == [.importRecord(city: "quzhou", number: 2, entry: 2)])
  }

  @Test func importsThatWereTakenAwayOrPutInAreFound() async throws {
    let connection = try await imported()
    try await connection.executeScript(
      """
      insert into imports
      select city_code, 3, imported_on, imported_by, program_version, quarantine, 0, 0, 0, 0, watermark
      from imports
      where import_number = 2;
      delete from import_files where import_number = 2;
      """)
    #expect(
      try await flaws(connection) == [
        .importRecord(city: "quzhou", number: 2, entry: 2), .importNotEntered(city: "quzhou", number: 3),
      ])
  }

  @Test func checkingEntersNothing() async throws {
    let folder = NSTemporaryDirectory() + "cadre-audit-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let city = try SampleCity.named("quzhou")
    _ = try SampleRequest(city: city, persons: 100, seed: 1).write(into: folder)
    let connection = try await TestDatabase.current.connect()
    var options = ImportOptions(importedBy: "wang@office", programVersion: "1")
    options.isDryRun = true
    options.identityKey = .forTests
    _ = try await Importer(city: city.city, options: options).run([folder], on: connection)
    #expect(try await AuditVerifier(connection: connection).verify().entries == 0)
  }
}
