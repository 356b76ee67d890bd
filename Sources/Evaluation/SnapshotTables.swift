import PolicyKit
import PostgresClient

/// The snapshot that rules read, for the length of the transaction.
enum SnapshotTables {
  /// Makes its tables of those names.
  static func create(
    _ wanted: Set<String>, for judging: Judging, city: String, on connection: PostgresConnection
  ) async throws {
    let isWhole = judging.extent == .city
    for step in try Snapshot.steps(for: judging) where wanted.contains(step.table) {
      let readsWholeTables = isWhole && step.isOfMost
      if readsWholeTables { try await set(wholeTables.map { "\($0.setting) = \($0.value)" }, on: connection) }
      for sql in step.statements(analyzed: isWhole) {
        try await connection.execute(
          Statement("snapshot \(step.table)", sql, sql.contains("$1") ? [.text(city)] : []))
      }
      if readsWholeTables { try await set(wholeTables.map { "\($0.setting) to default" }, on: connection) }
    }
  }

  /// Settings while a whole city's snapshot is made. The planner takes facts seen at a date for few rows and would look them
  /// up one by one: no nested loops. And it should read with several processes, however many rows these hand on.
  private static let wholeTables = [
    (setting: "enable_nestloop", value: "off"), (setting: "parallel_tuple_cost", value: "0.001"),
  ]

  private static func set(_ settings: [String], on connection: PostgresConnection) async throws {
    for setting in settings {
      try await connection.execute(Statement("plan the snapshot", "set local \(setting)", []))
    }
  }

  static func drop(_ tables: Set<String>, on connection: PostgresConnection) async throws {
    for table in tables.sorted() {
      try await connection.execute(Statement("drop \(table)", "drop table \(table)", []))
    }
  }
}
