import CadreModel
import DataContract
import Journal
import PostgresClient

extension ImportWork {
  /// Takes the rows out that the delivery withdraws: those that its list names, and those that a complete file lacks.
  ///
  /// - Throws: `ImportError.tooManyWithdrawn`, `PostgresError`.
  nonisolated(nonsending) func withdraw() async throws {
    if let file = withdrawalsFile {
      try note(file.findings)
      if isRejected { return }
      try await setApart(file)
    }
    let tables = options.complete.union(withdrawalsFile?.rows.map(\.table) ?? [])
    guard !tables.isEmpty else { return }
    var withdrawing = Withdrawing(city: city, connection: connection, tables: tables)
    for (name, rows) in withdrawing.rows where try await !rows.exist() { withdrawing.leaveOut(name) }
    try await checkCount(withdrawing)
    try note(try await withdrawing.referring().map(finding))
    if isRejected { return }
    let firstLoaded = Set(tables.filter { name in self.tables.contains { $0.table == name && $0.journal == .firstLoad } })
    for (keys, listed) in try await withdrawing.run(firstLoaded: firstLoaded, futureDates: futureDates) {
      withdrawals.append(keys)
      add(keys, listed: listed)
    }
  }

  /// Sets apart the rows that the list names. One that the journal knows as withdrawn is gone already; any other that is
  /// not stored is wrong.
  private nonisolated(nonsending) func setApart(_ file: WithdrawalsFile) async throws {
    for name in TableName.allCases {
      let wanted = file.rows.filter { $0.table == name }
      guard !wanted.isEmpty else { continue }
      let rows = WithdrawnRows(
        table: StoredTable(table: Table[name], city: city.code), city: city, connection: connection)
      let unknown = Set(try await rows.add(keys: wanted.map(\.key), reasons: wanted.map(\.reason)))
      try note(
        wanted.filter { unknown.contains($0.key) }.map {
          Finding(file: file.name, place: $0.place, column: Withdrawals.key, value: $0.key, .withdrawnNotStored(name))
        })
    }
  }

  /// Refuses to take a larger part of a table for missing than the user has said.
  private nonisolated(nonsending) func checkCount(_ withdrawing: Withdrawing) async throws {
    var missing = 0
    var isMuch = false
    for (name, rows) in withdrawing.rows where options.complete.contains(name) {
      let count = try await rows.count()
      missing += count
      if count * 20 > (try await rows.storedCount()) { isMuch = true }
    }
    let isSaid = options.withdraw == missing
    guard !options.isDryRun, isMuch || options.withdraw != nil, !isSaid else { return }
    throw ImportError.tooManyWithdrawn(missing: missing, said: options.withdraw)
  }

  private func finding(_ rows: ReferringRows) -> Finding {
    let withdrawal = withdrawalsFile?.rows.first { $0.table == rows.referred && $0.key == rows.key }
    let file =
      withdrawal == nil
      ? tables.first { $0.table == rows.referred }?.file ?? rows.referred.rawValue : withdrawalsFile?.name ?? Withdrawals.name
    return Finding(
      file: file, place: withdrawal?.place ?? .line(1), column: withdrawal == nil ? nil : Withdrawals.key, value: rows.key,
      .referredTo(rows))
  }

  /// Counts what went to the table's own report, or to one that names the list.
  private func add(_ keys: WithdrawnKeys, listed: Set<TableName>) {
    if let index = tables.firstIndex(where: { $0.table == keys.table }) {
      tables[index].listed = tables[index].rows.changed > 0 ? tables[index].listed.intersection(listed) : listed
      tables[index].rows.withdrawn += keys.count
      if tables[index].journal == .none { tables[index].journal = .rows }
    } else if let file = withdrawalsFile {
      tables.append(
        TableReport(
          table: keys.table, file: file.name, encoding: file.encoding, hasByteOrderMark: file.hasByteOrderMark,
          sheets: file.sheet.map { [$0] } ?? [], byteSize: file.byteSize, sha256: file.sha256,
          rows: RowCounts(withdrawn: keys.count), isKnown: false,
          listed: listed, newestOn: nil, journal: .rows, rejectFile: nil, elapsed: .zero))
    }
  }
}
