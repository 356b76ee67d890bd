import Access
import Audit
public import CadreModel
import DataContract
import Digest
public import IdentityNumbers
import Journal
public import PostgresClient
import Schema
import Spreadsheet

/// Takes an import back: a new import that brings each of its rows to where it was before.
///
/// Rows pass the way of every import: the journal notes them, and training sums, touched subjects and contradictions follow.
public struct ImportUndo: Sendable {
  public let city: City
  /// The import to take back.
  public let number: Int
  let options: ImportOptions

  /// - Parameters:
  ///   - undoneBy: who does it, for the record.
  ///   - identityKey: where persons come back that have numbers of identity, to compare these with the rest of their rows.
  public init(
    _ number: Int, of city: City, undoneBy: String, programVersion: String, identityKey: IdentityKey? = nil
  ) {
    self.city = city
    self.number = number
    var options = ImportOptions(importedBy: undoneBy, programVersion: programVersion)
    options.identityKey = identityKey
    self.options = options
  }

  /// Undoes it in one transaction.
  ///
  /// - Returns: what was stored, as an import's report.
  /// - Throws: `UndoError`, `IdentityKeyError`, `PostgresError`; nothing has changed then.
  public func run(on connection: PostgresConnection) async throws -> ImportReport {
    let began = ContinuousClock.now
    return try await connection.withTransaction { connection in
      try await connection.see([city.code])
      try await ImportRecord.lock(city, connection)
      try await ImportRecord.lockParts(for: [], of: city, connection)
      let seal = try await CityKey(city: city, connection: connection).seal(by: options.identityKey)
      let last = try await ImportRecord.last(of: city, connection)
      guard let last, (1...last.number).contains(number) else {
        throw UndoError.noSuchImport(number, last: last?.number)
      }
      let changes = try await UndoneTable.read(number, of: city, connection)
      if changes.contains(where: { $0.journal == .none && $0.changed > 0 }) { throw UndoError.beforeJournal(number) }
      guard changes.contains(where: { $0.changed > 0 }) else { throw UndoError.nothingToUndo(number) }
      let settled = try await UndonePairs.read(after: number, of: city, connection)
      try await refuseLaterChanges(changes, settled, connection)
      try await ReferenceTriggers.silence(about: city.code, connection)
      try await NamedInChanges.makeList(connection)
      try await Journal(city: city, connection: connection).begin()
      let digests = TableDigests(city: city, connection: connection)
      try await digests.begin()
      let futureDates = try await FutureDates.begin(for: city, connection)
      let tables = try await bringBack(changes, settled, futureDates, connection)
      let search = ContradictionSearch(
        city: city, connection: connection, importNumber: last.number + 1, futureDates: futureDates, seal: seal)
      let contradictions = try await search.run(after: tables, suspects: nil)
      let record = try await ImportRecord.store(tables, after: last, of: city, options, undoes: number, connection)
      try await digests.settle(tables, record.number)
      let author = AuditAuthor(
        osUser: options.importedBy, programVersion: options.programVersion, command: "imports undo")
      // Last: whoever appends to the log waits for those before to commit.
      try await AuditLog(author: author).append(import: record.number, of: city.code, kind: .undoing, on: connection)
      return ImportReport(
        city: city.code, outcome: .stored, number: record.number, watermark: record.watermark, tables: tables, findings: [],
        findingCount: 0, summary: [], warnings: [], cellNotices: [], notices: [], passedOver: [],
        contradictions: contradictions, returned: nil, withdrawals: [], isDryRun: false, wasAnswerLost: false,
        elapsed: began.duration(to: .now))
    }
  }

  /// A row is taken back only from where the import left it.
  private nonisolated(nonsending) func refuseLaterChanges(
    _ tables: [UndoneTable], _ settled: UndonePairs, _ connection: PostgresConnection
  ) async throws {
    let firstLoads = tables.filter { $0.journal == .firstLoad }.map(\.name.rawValue)
    let rows = try await connection.query(
      Statement(
        "later changes",
        """
        with later as (
          select
            j.table_name,
            j.row_key,
            min(l.import_number) as import_number
          from journal j
          join journal l
            on l.city_code = j.city_code
            and l.table_name = j.table_name
            and l.row_key = j.row_key
            and l.import_number > j.import_number
            and l.import_number <> all($4::integer[])
          where j.city_code = $1
            and j.import_number = $2
          group by
            j.table_name,
            j.row_key
          union all
          select
            l.table_name,
            l.row_key,
            min(l.import_number)
          from journal l
          where l.city_code = $1
            and l.table_name = any($3::text[])
            and l.import_number > $2
            and l.import_number <> all($4::integer[])
          group by
            l.table_name,
            l.row_key
          having (array_agg(l.change order by l.import_number))[1] <> 'inserted'
        )
        select
          l.table_name,
          l.row_key,
          l.import_number,
          count(*) over () as count
        from later l
        order by
          l.table_name,
          l.row_key collate "C"
        limit 20
        """, [.text(city.code), .int(Int64(number)), .textArray(firstLoads), Parameter(settled.numbers)]))
    guard let first = rows.first else { return }
    throw UndoError.changedSince(
      number, count: try first.decode("count"),
      rows: try rows.compactMap { row in
        guard let table = TableName(rawValue: try row.decode("table_name", as: String.self)) else { return nil }
        return LaterChange(table: table, key: try row.decode("row_key"), number: try row.decode("import_number"))
      })
  }

  private nonisolated(nonsending) func bringBack(
    _ changes: [UndoneTable], _ settled: UndonePairs, _ futureDates: FutureDates, _ connection: PostgresConnection
  ) async throws -> [TableReport] {
    let byName = Dictionary(changes.map { ($0.name, $0) }) { first, _ in first }
    var reports: [TableReport] = []
    var restored: [UndoneRows] = []
    for change in LoadOrder.sort(byName.keys).compactMap({ byName[$0] }) {
      let rows = UndoneRows(
        number: number, table: StoredTable(table: Table[change.name], city: city.code), city: city, connection: connection)
      var outcome = ChangedRows.Outcome()
      switch change.journal {
      case .none: break
      case .firstLoad: try await rows.withdrawn.addFirstLoad(ignoring: settled.numbers)
      case .rows:
        outcome = try await rows.restore(futureDates)
        try await rows.withdrawn.addInserted(by: number)
        restored.append(rows)
      }
      reports.append(report(change, outcome))
    }
    let going = changes.filter { $0.journal != .none }.map(\.name)
    let withdrawing = Withdrawing(city: city, connection: connection, tables: going)
    let referring = try await withdrawing.referring()
    guard referring.isEmpty else { throw UndoError.stillReferred(number, referring) }
    for (keys, listed) in try await withdrawing.run(firstLoaded: [], futureDates: futureDates) {
      guard let index = reports.firstIndex(where: { $0.table == keys.table }) else { continue }
      reports[index].listed = reports[index].rows.changed > 0 ? reports[index].listed.intersection(listed) : listed
      reports[index].rows.withdrawn = keys.count
    }
    for rows in restored { try await rows.checkReferences() }
    return reports
  }

  private func report(_ change: UndoneTable, _ outcome: ChangedRows.Outcome) -> TableReport {
    TableReport(
      table: change.name, file: "undo \(number)", encoding: .utf8, hasByteOrderMark: false, sheets: [], byteSize: 0,
      sha256: SHA256.hex(of: "undo \(number) \(change.name.rawValue)"),
      rows: RowCounts(inserted: outcome.inserted, updated: outcome.updated), isKnown: false, listed: outcome.listed,
      newestOn: outcome.newestOn, journal: change.changed > 0 ? .rows : .none, isReceived: change.wasReceived,
      rejectFile: nil, elapsed: .zero)
  }
}

/// A table as the import that is undone had it.
struct UndoneTable: Sendable, Hashable {
  let name: TableName
  let journal: JournalForm
  /// How many rows came, changed or went.
  let changed: Int
  /// Whether the city had handed the table in before.
  let wasReceived: Bool

  static func read(
    _ number: Int, of city: City, _ connection: PostgresConnection
  ) async throws -> [UndoneTable] {
    let rows = try await connection.query(
      Statement(
        "tables of an import",
        """
        select
          f.table_name,
          f.journal,
          f.rows_inserted + f.rows_updated + f.rows_withdrawn as changed,
          coalesce(
            (
              select e.is_received
              from import_files e
              where e.city_code = f.city_code
                and e.table_name = f.table_name
                and e.import_number < f.import_number
              order by e.import_number desc
              limit 1
            ), false) as was_received
        from import_files f
        where f.city_code = $1
          and f.import_number = $2
        """, [.text(city.code), .int(Int64(number))]))
    return try rows.compactMap { row in
      guard let name = TableName(rawValue: try row.decode("table_name", as: String.self)) else { return nil }
      return UndoneTable(
        name: name, journal: JournalForm(rawValue: try row.decode("journal", as: String.self)) ?? .none,
        changed: try row.decode("changed"), wasReceived: try row.decode("was_received"))
    }
  }
}
