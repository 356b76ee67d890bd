import CadreModel
import CadreTesting
import DataContract
import IdentityNumbers
import Intake
import PolicyTesting
import PostgresClient
import Schema

extension DatabaseTemplate {
  /// All tables, no rows.
  static let migrated = DatabaseTemplate("intake_migrated") { connection in
    try await Migrations.shipped().apply(to: connection, by: "tests")
  }
}

extension ImportOptions {
  static var forTests: ImportOptions {
    var options = ImportOptions(importedBy: "tests@here", programVersion: "test")
    options.identityKey = .forTests
    return options
  }
}

/// Imports of this test's database.
enum Imports {
  @discardableResult
  static func run(
    _ delivery: SmallDelivery, city: City = SmallDelivery.quzhou, _ change: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportReport {
    let folder = try delivery.write()
    return try await run([folder.path], city: city, change)
  }

  @discardableResult
  static func run(
    _ paths: [String], city: City = SmallDelivery.quzhou, _ change: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportReport {
    var options = ImportOptions.forTests
    change(&options)
    let connection = try await TestDatabase.current.connect()
    let report = try await Importer(city: city, options: options).run(paths, on: connection)
    await connection.close()
    return report
  }

  /// The rows of one query, each as its cells joined by `|`.
  static func rows(_ sql: String) async throws -> [String] {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(Statement(nil, sql, []))
    await connection.close()
    return try rows.map { row in
      try (0..<row.count).map { try row.decode($0, as: String?.self) ?? "∅" }.joined(separator: "|")
    }
  }

  /// All rows of all tables of the contract, in order, as text.
  static func everything() async throws -> [String] {
    var all: [String] = []
    for table in Table.all {
      let key = (["city_code"] + table.key).map(quotedIdentifier).joined(separator: ", ")
      for row in try await rows("select t::text from \(quotedIdentifier(table.name.rawValue)) t order by \(key)") {
        all.append("\(table.name.rawValue) \(row)")
      }
    }
    return all
  }
}
