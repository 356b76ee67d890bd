import CadreModel
import DataContract
import Journal
import PostgresClient

/// The rows of a table that are new or differ from the stored ones, set apart in its `changed_` table, on their way in.
struct ChangedRows {
  let table: StoredTable
  let city: City
  let connection: PostgresConnection
  let futureDates: FutureDates?

  /// What storing them came to.
  struct Outcome {
    var inserted = 0
    var updated = 0
    /// Of which of persons and units those that the rows name are listed.
    var listed: Set<TableName> = []
    /// The latest day that one of them is dated.
    var newestOn: PostgresDate?
  }

  /// Stores them, and all that follows from them: the journal, the touched subjects, the sums of training.
  nonisolated(nonsending) func store() async throws -> Outcome {
    let counts = try await connection.query(table.countChanged).first
    var outcome = Outcome(
      inserted: try counts?.decode("inserted", as: Int.self) ?? 0,
      updated: try counts?.decode("updated", as: Int.self) ?? 0)
    let changes = outcome.inserted + outcome.updated
    if changes > 0 {
      // Before anything is looked up by them: of a table that it knows nothing of, the server expects too many rows.
      try await connection.execute(table.analyzeChanged)
      outcome.newestOn = try await table.newestDay(in: table.changed, on: connection)
      try await Journal(city: city, connection: connection).note(changed: table)
      try await TableDigests(city: city, connection: connection).note(changed: table)
      outcome.listed = try await NamedInChanges(table: table, rows: table.changed).list(changes: changes, on: connection)
      try await merge()
    }
    try await connection.execute(table.dropChanged)
    return outcome
  }

  private nonisolated(nonsending) func merge() async throws {
    let rollup = TrainingRollup(city: city, connection: connection)
    try await futureDates?.lookAgain(through: table.changed, of: table.table)
    switch table.table.name {
    case .trainingRecords:
      try await rollup.add(changed: table.changed)
      try await connection.execute(table.mergeChanged)
    case .trainingClasses:
      let areClassesMoved = try await rollup.noteMovedClasses(changed: table.changed)
      try await connection.execute(table.mergeChanged)
      if areClassesMoved { try await rollup.recountMovedClasses() }
    default:
      try await connection.execute(table.mergeChanged)
    }
  }
}
