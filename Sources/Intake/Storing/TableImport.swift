import Bytes
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
    /// The latest day that a new or changed row is dated.
    var newestOn: PostgresDate?
    /// Whether these are the first rows that the table ever had.
    var isFirstLoad = false
    let log: FindingLog
    let warnings: [HeadingWarning]
    let notices: [FileNotice]
    let cellNotices: [CellNotice]
    let elapsed: Duration
  }

  /// What storing a file came to.
  private struct Stored {
    var rows = RowCounts()
    var listed: Set<TableName> = []
    var newestOn: PostgresDate?
    var isFirstLoad = false
  }

  nonisolated(nonsending) func run() async throws -> Outcome {
    let began = ContinuousClock.now
    let position = work.outputs.position
    if let ownIDs, file.table.referencedTables.contains(file.table.name) {
      try SelfReferences(file: file, ids: ownIDs, work: work).prepare()
    }
    var reading = Reading()
    while true {
      do {
        return try await attempt(reading, began)
      } catch is KeysDoNotRise {
        reading.keepsAllKeys = true
      } catch is NumbersMasked where reading.numbers == nil {
        reading.numbers = try await StoredNumbers.read(of: work.city, on: work.connection)
      }
      try work.outputs.rewind(to: position)
    }
  }

  /// What turned out to be needed while the file was read: it is read anew then.
  private struct Reading {
    var keepsAllKeys = false
    var numbers: StoredNumbers?
  }

  private nonisolated(nonsending) func attempt(
    _ reading: Reading, _ began: ContinuousClock.Instant
  ) async throws -> Outcome {
    var pass = try makePass(keepsAllKeys: reading.keepsAllKeys, numbers: reading.numbers)
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
    if pass.hasSealed { try await work.noteKey() }
    // All rows that there are came by here.
    if stored.isFirstLoad, file.table.name == .persons { work.doubtfulPersons = pass.doubtfulPersons }
    stored.rows.rejected = pass.badRows
    return Outcome(
      rows: stored.rows, listed: stored.listed, newestOn: stored.newestOn, isFirstLoad: stored.isFirstLoad, log: pass.log,
      warnings: pass.warnings, notices: pass.notices, cellNotices: pass.cellNotices,
      elapsed: began.duration(to: .now))
  }

  func makePass(keepsAllKeys: Bool, numbers: StoredNumbers?) throws(ImportError) -> FilePass {
    let checker = try RowChecker(
      file, city: work.city, catalogue: work.options.catalogue, references: work.references, seal: work.seal,
      storedNumbers: numbers)
    return try FilePass(
      file, checker: checker, mode: work.options.quarantine == nil ? .allOrNothing : .quarantine(work.rejects),
      ownIDs: ownIDs, log: work.log, keepsAllKeys: keepsAllKeys,
      outputs: work.outputs, workbooks: work.workbooks)
  }

  @inline(never)
  private func goOn(_ pass: borrowing FilePass) throws {
    try Task.checkCancellation()
    work.showProgress(file, bytes: pass.bytesRead, rows: pass.goodRows + pass.badRows)
  }

  // MARK: Storing

  private var storedTable: StoredTable { StoredTable(table: file.table, city: work.city.code) }

  private nonisolated(nonsending) func store(
    _ pass: inout FilePass, _ connection: PostgresConnection
  ) async throws -> Stored {
    let table = storedTable
    let partition = try await connection.query(table.partition.state).first
    if try partition?.decode("has_partition", as: Bool.self) == true {
      return try await merge(table, &pass, connection)
    }
    // Into a table that was emptied rows come as changes: of what came and went the journal tells row by row.
    if try await table.hasRows(on: connection) || work.wasLoaded(file.table.name) {
      return try await merge(table, &pass, connection)
    }
    if try partition?.decode("is_partitioned", as: Bool.self) == true {
      return try await storeInNewPartition(table.partition, &pass, connection)
    }
    try await connection.execute(table.makeIncoming)
    let stored = try await copy(&pass, table.copyIntoIncoming, connection)
    // Of a table under row-level security the server does not tell which key came twice.
    if !pass.foundAllDuplicates { try await connection.execute(table.addIncomingKey) }
    try await connection.execute(table.storeIncoming)
    try await connection.execute(table.dropIncoming)
    // Without statistics the server takes a table for empty, and joins it row by row.
    if stored > 100 { _ = try await connection.query(table.analyzeTable) }
    try await lookForFutureDates(pass, connection)
    return Stored(
      rows: RowCounts(inserted: stored), newestOn: try await newestDay(pass, in: quotedIdentifier(table.name), connection),
      isFirstLoad: true)
  }

  private nonisolated(nonsending) func storeInNewPartition(
    _ partition: CityPartition, _ pass: inout FilePass, _ connection: PostgresConnection
  ) async throws -> Stored {
    if file.table.name == .trainingRecords {
      let classes = try await KnownClasses.load(
        of: work.city, among: work.references.ids(of: .trainingClasses), connection)
      pass.tally = TrainingTally(persons: work.references.ids(of: .persons), classes: classes)
      pass.screen = TrainingScreen(classes: classes)
    }
    pass.leaveOutCity()
    let stored = try await partition.build(on: connection) {
      (try await copy(&pass, partition.copy, connection), pass.areRowsSorted)
    }
    try await lookForFutureDates(pass, connection)
    if let screen = pass.takeScreen() { work.suspects = try suspects(screen) }
    if var tally = pass.tally {
      try await TrainingRollup(city: work.city, connection: connection).store(&tally)
    }
    return Stored(
      rows: RowCounts(inserted: stored),
      newestOn: try await newestDay(pass, in: quotedIdentifier(file.table.name.rawValue), connection), isFirstLoad: true)
  }

  /// The latest day of a first load: as its rows told while they ran through, unless some lie ahead.
  private nonisolated(nonsending) func newestDay(
    _ pass: borrowing FilePass, in rows: String, _ connection: PostgresConnection
  ) async throws -> PostgresDate? {
    if let today = work.futureDates?.today, file.table.ownDate != nil, pass.latestDay > .min, pass.latestDay <= today {
      return PostgresDate(daysSince2000: Int(pass.latestDay))
    }
    return try await storedTable.newestDay(in: rows, on: connection)
  }

  /// Where the rows that ran through told of a day ahead: the table is read for those.
  private nonisolated(nonsending) func lookForFutureDates(
    _ pass: borrowing FilePass, _ connection: PostgresConnection
  ) async throws {
    guard let dates = work.futureDates, pass.latestDay > dates.today else { return }
    try await dates.look(through: quotedIdentifier(file.table.name.rawValue), of: file.table)
  }

  /// The ids of those to look at; nil where these are so many that all may be looked at.
  private func suspects(_ screen: consuming TrainingScreen) throws(ImportError) -> [String]? {
    let persons = work.references.ids(of: .persons).known
    let suspects = try screen.suspects()
    guard suspects.count < max(100, persons.count / 4) else { return nil }
    return suspects.map { String(decoding: persons.id(at: $0), as: UTF8.self) }
  }

  private nonisolated(nonsending) func merge(
    _ table: StoredTable, _ pass: inout FilePass, _ connection: PostgresConnection
  ) async throws -> Stored {
    try await connection.execute(table.makeIncoming)
    let arrived = try await copy(&pass, table.copyIntoIncoming, connection)
    if !pass.foundAllDuplicates { try await connection.execute(table.addIncomingKey) }
    try await connection.execute(table.analyzeIncoming)
    try await connection.execute(table.findChanged)
    if work.options.complete.contains(file.table.name) {
      try await WithdrawnRows(table: table, city: work.city, connection: connection).addMissing()
    }
    try await connection.execute(table.dropIncoming)
    let changed = ChangedRows(table: table, city: work.city, connection: connection, futureDates: work.futureDates)
    let outcome = try await changed.store()
    return Stored(
      rows: RowCounts(
        inserted: outcome.inserted, updated: outcome.updated,
        unchanged: arrived - outcome.inserted - outcome.updated),
      listed: outcome.listed, newestOn: outcome.newestOn)
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
    let places = try id.map { try IDScan(file, in: work.workbooks).places(of: $0) } ?? []
    var findings = [Finding(file: file.name, place: file.place(part: 0, line: 1), column: column, value: id, .duplicateInFile)]
    if places.count > 1 {
      findings = places.dropFirst().map { place in
        Finding(file: file.name, place: place, column: column, value: id, .duplicate(of: places[0]))
      }
    }
    log.append(contentsOf: findings)
    try work.outputs.append(findings)
    return Outcome(
      rows: RowCounts(rejected: max(1, places.count - 1)), log: log, warnings: pass.warnings,
      notices: pass.notices, cellNotices: pass.cellNotices, elapsed: began.duration(to: .now))
  }
}

/// A row is wrong, and so nothing of its file is kept.
private struct RowsRejected: Error {}
