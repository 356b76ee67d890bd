import CadreModel
import DataContract
import PostgresClient

/// The import of one table's file.
struct TableImport {
  let file: DeliveredFile
  let ownIDs: ReferenceIDs?
  let work: ImportWork

  struct Outcome {
    let rows: RowCounts
    /// Of which of persons and units those that the changed rows name are listed.
    var listed: Set<TableName> = []
    let log: FindingLog
    let warnings: [HeadingWarning]
    let notices: [FileNotice]
    let elapsed: Duration
  }

  /// What storing a file came to.
  private struct Stored {
    var rows = RowCounts()
    var listed: Set<TableName> = []
  }

  nonisolated(nonsending) func run() async throws -> Outcome {
    let began = ContinuousClock.now
    if let ownIDs, file.table.referencedTables.contains(file.table.name) {
      try SelfReferences(file: file, ids: ownIDs, work: work).prepare()
    }
    do {
      return try await attempt(keepsAllKeys: false, began)
    } catch is KeysDoNotRise {
      return try await attempt(keepsAllKeys: true, began)
    }
  }

  private nonisolated(nonsending) func attempt(
    keepsAllKeys: Bool, _ began: ContinuousClock.Instant
  ) async throws -> Outcome {
    var pass = try makePass(keepsAllKeys: keepsAllKeys)
    var stored = Stored()
    if work.isRejected {
      while try pass.advance() { try goOn(pass) }
    } else {
      do {
        try await work.connection.withTransaction { connection in
          stored = try await store(&pass, connection)
          if !pass.isStoring { throw RowsRejected() }
        }
      } catch is RowsRejected {
        stored = Stored()
      } catch let error as PostgresError where error.sqlState == .uniqueViolation && !pass.foundAllDuplicates {
        return try duplicatesFound(error, pass, began)
      }
    }
    stored.rows.rejected = pass.badRows
    return Outcome(
      rows: stored.rows, listed: stored.listed, log: pass.log, warnings: pass.header?.warnings ?? [],
      notices: pass.notices, elapsed: began.duration(to: .now))
  }

  func makePass(keepsAllKeys: Bool) throws(ImportError) -> FilePass {
    let checker = try RowChecker(
      file, city: work.city, catalogue: work.options.catalogue, references: work.references)
    return try FilePass(
      file, checker: checker, mode: work.options.quarantine == nil ? .allOrNothing : .quarantine(work.rejects),
      ownIDs: ownIDs, log: work.log, keepsAllKeys: keepsAllKeys)
  }

  private func goOn(_ pass: borrowing FilePass) throws {
    try Task.checkCancellation()
    work.showProgress(file, bytes: pass.bytesRead, rows: pass.goodRows + pass.badRows)
  }

  // MARK: Storing

  private nonisolated(nonsending) func store(
    _ pass: inout FilePass, _ connection: PostgresConnection
  ) async throws -> Stored {
    let table = StoredTable(table: file.table, city: work.city.code)
    let partition = try await connection.query(table.partition.state).first
    if try partition?.decode("has_partition", as: Bool.self) == true {
      return try await merge(table, &pass, connection)
    }
    if try await table.hasRows(on: connection) {
      return try await merge(table, &pass, connection)
    }
    if try partition?.decode("is_partitioned", as: Bool.self) == true {
      let isSecured = try partition?.decode("is_secured", as: Bool.self) == true
      return try await storeInNewPartition(table.partition, isSecured: isSecured, &pass, connection)
    }
    let stored = try await copy(&pass, table.copyIntoTable, connection)
    if stored > 1_000 { try await connection.execute(table.analyzeTable) }
    return Stored(rows: RowCounts(inserted: stored))
  }

  private nonisolated(nonsending) func storeInNewPartition(
    _ partition: CityPartition, isSecured: Bool, _ pass: inout FilePass, _ connection: PostgresConnection
  ) async throws -> Stored {
    if file.table.name == .trainingRecords {
      let classes = try await ClassStarts.load(
        of: work.city, among: work.references.ids(of: .trainingClasses), connection)
      pass.tally = TrainingTally(persons: work.references.ids(of: .persons), classes: classes)
    }
    pass.leaveOutCity()
    let stored = try await partition.build(isSecured: isSecured, on: connection) {
      (try await copy(&pass, partition.copy, connection), pass.areRowsSorted)
    }
    if var tally = pass.tally {
      try await TrainingRollup(city: work.city, connection: connection).store(&tally, isSecured: isSecured)
    }
    return Stored(rows: RowCounts(inserted: stored))
  }

  private nonisolated(nonsending) func merge(
    _ table: StoredTable, _ pass: inout FilePass, _ connection: PostgresConnection
  ) async throws -> Stored {
    try await connection.execute(table.makeIncoming)
    let arrived = try await copy(&pass, table.copyIntoIncoming, connection)
    if !pass.foundAllDuplicates { try await connection.execute(table.addIncomingKey) }
    try await connection.execute(table.analyzeIncoming)
    try await connection.execute(table.findChanged)
    try await connection.execute(table.dropIncoming)
    let counts = try await connection.query(table.countChanged).first
    let inserted = try counts?.decode("inserted", as: Int.self) ?? 0
    let updated = try counts?.decode("updated", as: Int.self) ?? 0
    var stored = Stored(
      rows: RowCounts(inserted: inserted, updated: updated, unchanged: arrived - inserted - updated))
    if inserted + updated > 0 {
      stored.listed = try await NamedInChanges(table: table).list(changes: inserted + updated, on: connection)
      try await mergeChanged(table, connection)
    }
    try await connection.execute(table.dropChanged)
    return stored
  }

  private nonisolated(nonsending) func mergeChanged(
    _ table: StoredTable, _ connection: PostgresConnection
  ) async throws {
    let rollup = TrainingRollup(city: work.city, connection: connection)
    try await connection.execute(table.analyzeChanged)
    switch file.table.name {
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

  /// Sends the good rows while the next ones are being checked.
  private nonisolated(nonsending) func copy(
    _ pass: inout FilePass, _ statement: Statement, _ connection: PostgresConnection
  ) async throws -> Int {
    try await connection.copyIn(statement) { writer in
      while try pass.advance() {
        if pass.hasEncodedEnough { try await writer.write(pass.takeEncoded()) }
        try goOn(pass)
      }
      guard pass.isStoring else { throw RowsRejected() }
      try await writer.write(pass.takeLast())
    }
  }

  // MARK: Duplicates that only the database saw

  private func duplicatesFound(
    _ error: PostgresError, _ pass: borrowing FilePass, _ began: ContinuousClock.Instant
  ) throws -> Outcome {
    guard work.options.quarantine == nil else { throw ImportError.duplicatesTooMany(file: file.name) }
    var log = pass.log
    let column = file.table.columns.first { $0.name == file.table.key.first }
    let id = error.detail.flatMap(DuplicateKey.init(detail:))?[file.table.key[0]]
    let lines = try id.map { try IDScan(file).lines(of: $0) } ?? []
    if let id, lines.count > 1 {
      for line in lines.dropFirst() {
        log.append(
          Finding(file: file.name, line: line, column: column, value: id, .duplicate(firstLine: lines[0])))
      }
    } else {
      log.append(Finding(file: file.name, line: 1, column: column, value: id, .duplicateInFile))
    }
    return Outcome(
      rows: RowCounts(rejected: max(1, lines.count - 1)), log: log, warnings: pass.header?.warnings ?? [],
      notices: pass.notices, elapsed: began.duration(to: .now))
  }
}

/// A row is wrong, and so nothing of its file is kept.
private struct RowsRejected: Error {}
