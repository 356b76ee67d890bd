import Bytes
import CadreModel
import DataContract
import Digest
import FieldFormats
import IdentityNumbers
import Journal
import PostgresClient
import Schema
import Spreadsheet
import Workbook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One import under way, inside its transaction.
final class ImportWork {
  let city: City
  let options: ImportOptions
  /// In the order of their loading.
  private(set) var files: [WaitingFile]
  private let delivered: DeliveredPaths
  /// The workbooks of the delivery, as far as they were opened.
  let workbooks: OpenWorkbooks
  /// What the delivery says in the field's own formats; nil where it has none.
  private let draft: FieldDraft?
  /// Keeps the files that its rows become.
  private var spool: FieldSpool?
  let connection: PostgresConnection
  let rejects: RejectFolder?
  /// Where all findings go; nil where nobody asked for them.
  let findingsFile: FindingsFile?
  /// Where each finding goes as it is made.
  var outputs: FindingOutputs { FindingOutputs(file: findingsFile, spool: options.spool, marks: marks) }
  /// Where the findings stand, for the delivery to be handed back; nil where nobody asked for that.
  private let marks: ReturnMarks?
  /// What was looked at, for the same.
  private var goneThrough: [DeliveredFile] = []
  let progress: @Sendable (ImportProgress) -> Void
  let references = ReferenceCatalogue()
  /// Seals and opens identity numbers; nil where there is no key.
  private(set) var seal: NumberSeal?

  var log: FindingLog
  private var warnings: [HeadingWarning] = []
  private var notices: [FileNotice] = []
  private var cellNotices: [CellNotice] = []
  var tables: [TableReport] = []
  /// The rows that the delivery takes out.
  var withdrawals: [WithdrawnKeys] = []
  /// The delivery's list of rows that are to go.
  let withdrawalsFile: WithdrawalsFile?
  private var loadedBefore: Set<TableName> = []
  private(set) var record: ImportRecord?
  private(set) var stamp: ImportStamp?
  /// Whom the reading of a first load's training records gave reason to look at; nil where all may be looked at.
  var suspects: [String]?
  /// Whose identity numbers tell another birth date or sex than their rows, where all persons were just read; nil elsewhere.
  var doubtfulPersons: [String]?
  private(set) var futureDates: FutureDates?
  private var contradictions: [ContradictionsStored] = []
  private var bytesDone = 0

  init(
    city: City, options: ImportOptions, files: [WaitingFile], delivered: DeliveredPaths, withdrawals: WithdrawalsFile?,
    in workbooks: OpenWorkbooks, draft: FieldDraft?, connection: PostgresConnection, rejects: RejectFolder?,
    findingsFile: FindingsFile?,
    progress: @escaping @Sendable (ImportProgress) -> Void
  ) {
    self.city = city
    self.options = options
    self.files = files
    self.delivered = delivered
    self.workbooks = workbooks
    self.draft = draft
    withdrawalsFile = withdrawals
    self.connection = connection
    self.rejects = rejects
    self.findingsFile = findingsFile
    log = FindingLog()
    marks = options.returns == nil ? nil : ReturnMarks()
    self.progress = progress
  }

  /// Whether nothing may be kept. A row that is to go and cannot has no file of rejects to wait in: nothing is kept then.
  var isRejected: Bool { areWithdrawalsWrong || options.quarantine == nil && !log.isEmpty }
  private var areWithdrawalsWrong = false

  /// Whether the table has had rows of the city before.
  func wasLoaded(_ table: TableName) -> Bool { loadedBefore.contains(table) }

  /// Takes what is wrong with rows that are to go.
  func note(_ findings: [Finding]) throws(ImportError) {
    guard !findings.isEmpty else { return }
    areWithdrawalsWrong = true
    log.append(contentsOf: findings)
    try outputs.append(findings)
  }

  nonisolated(nonsending) func run() async throws {
    try await ImportRecord.lock(city, connection)
    seal = try await CityKey(city: city, connection: connection).seal(by: options.identityKey)
    if let draft { try await spoolRows(of: draft) }
    try await ImportRecord.lockParts(for: files, of: city, connection)
    let stamp = try await ImportRecord.stamp(of: city, connection)
    self.stamp = stamp
    try await rejects?.begin(stamp) { try await ImportRecord.number(of: $0, connection) }
    try await ReferenceTriggers.silence(about: city.code, connection)
    try await NamedInChanges.makeList(connection)
    futureDates = try await FutureDates.begin(for: city, connection)
    // Plans need to know of a table little more than how large it is.
    try await connection.execute(Statement("set for the import", "set local default_statistics_target = 25"))
    try await ReferenceData.store([city], in: connection)
    try await Journal(city: city, connection: connection).begin()
    try await TableDigests(city: city, connection: connection).begin()
    let known = try await ImportRecord.knownFiles(of: city, connection)
    loadedBefore = try await ImportRecord.loadedTables(of: city, connection)
    // A table's first file can be none that is known: it is looked over while those before it are stored.
    var unchanged: [TableName: ImportRecord.KnownFile] = [:]
    for file in files {
      // A file that is to be the whole table is compared with it, whenever it came before.
      guard !options.complete.contains(file.table.name), let known = known[file.table.name],
        known.isSame(as: try await file.inspected())
      else { continue }
      unchanged[file.table.name] = known
    }
    let changed = files.filter { unchanged[$0.table.name] == nil }
    try await StoredIDs(city: city, connection: connection, workbooks: workbooks).load(for: changed, into: references)
    for (position, waiting) in files.enumerated() {
      // A file's own ids are of use to those after it, and in its own rows.
      let named = files[position...].reduce(into: Set<TableName>()) { $0.formUnion($1.table.referencedTables) }
      references.keepOnly(named.union([waiting.table.name]))
      let file = try await waiting.inspected()
      if marks != nil { goneThrough.append(file) }
      if let known = unchanged[file.table.name] {
        tables.append(TableReport(file, RowCounts(unchanged: known.rows), isKnown: true))
        bytesDone += file.weight
        continue
      }
      let ownIDs = try await ownIDs(of: file, among: changed)
      let outcome = try await TableImport(file: file, ownIDs: ownIDs, work: self).run()
      log = outcome.log
      warnings += outcome.warnings
      notices += outcome.notices
      cellNotices += outcome.cellNotices
      bytesDone += file.weight
      tables.append(
        TableReport(
          file, outcome.rows, listed: outcome.listed, newestOn: outcome.newestOn,
          journal: outcome.isFirstLoad ? .firstLoad : outcome.rows.changed > 0 ? .rows : .none,
          rejectFile: rejects?.path(for: file.table.name), elapsed: outcome.elapsed))
    }
    if !isRejected || withdrawalsFile?.findings.isEmpty == false { try await withdraw() }
    tables.sort { Self.position($0.table) < Self.position($1.table) }
    try writeNotices()
    if !isRejected {
      let last = try await ImportRecord.last(of: city, connection)
      try await lookForContradictions(importNumber: (last?.number ?? 0) + 1)
      if !options.isDryRun {
        record = try await ImportRecord.store(tables, after: last, of: city, options, connection)
        if let record, let withdrawalsFile { try await record.store(withdrawalsFile, of: city, connection) }
        if let record { try await TableDigests(city: city, connection: connection).settle(tables, record.number) }
      }
    }
    try rejects?.finish()
    try findingsFile?.settle()
  }

  /// Makes files of the contract of what the field's formats say.
  private nonisolated(nonsending) func spoolRows(of draft: FieldDraft) async throws {
    var matching = FieldMatching(city: city, connection: connection, fills: options.fills, seal: seal)
    try await matching.match(draft)
    let spool = try FieldSpool(matching.rows, fileCount: draft.files)
    notices += matching.rows.notices(of: spool)
    self.spool = spool
    files = try WaitingFile.line(delivered, and: spool, encoding: options.encoding)
  }

  /// Numbers were sealed: the city's key is in use from now on.
  nonisolated(nonsending) func noteKey() async throws {
    guard let seal else { return }
    try await CityKey(city: city, connection: connection).use(seal, by: options.importedBy)
  }

  /// The import is stored: shows its rejects.
  func showRejects() throws(ImportError) {
    guard let record else { return }
    try rejects?.show(after: record.number, tables: tables.map(\.table))
  }

  /// Hands the delivery back as a workbook, where something is wrong with it and nothing of it was stored.
  ///
  /// - Parameter paths: what the delivery was named by.
  /// - Throws: `WorkbookOutputError`, `ImportError.unreadable`, `CancellationError`.
  nonisolated(nonsending) func handBack(_ paths: [String]) async throws -> ReturnedFile? {
    guard let folder = options.returns, let marks, !marks.isEmpty, record == nil else { return nil }
    let files = goneThrough.sorted { Self.position($0.table.name) < Self.position($1.table.name) }
    let handedBack = DeliveryReturn(
      city: city, files: files, workbooks: workbooks, marks: marks, summary: log.summary, created: Int(time(nil)),
      language: options.language)
    return try await handedBack.write(
      into: folder, as: DeliveryReturn.name(of: paths, city: city, in: options.language))
  }

  private func writeNotices() throws(ImportError) {
    guard let findingsFile else { return }
    for entry in delivered.passedOver { try findingsFile.append(entry) }
    for notice in notices { try findingsFile.append(notice) }
    for warning in warnings { try findingsFile.append(warning) }
    for notice in cellNotices { try findingsFile.append(notice) }
  }

  private nonisolated(nonsending) func lookForContradictions(importNumber: Int) async throws {
    guard let futureDates else { return }
    let search = ContradictionSearch(
      city: city, connection: connection, importNumber: importNumber, futureDates: futureDates, seal: seal)
    contradictions = try await search.run(after: tables, suspects: suspects, doubtfulPersons: doubtfulPersons)
    guard let findingsFile else { return }
    try await search.readNew { try findingsFile.append($0, of: tables) }
  }

  /// Where the ids of a file's rows are gathered; nil where no row of the delivery refers to them.
  private nonisolated(nonsending) func ownIDs(
    of file: DeliveredFile, among changed: [WaitingFile]
  ) async throws -> ReferenceIDs? {
    let referring = changed.filter { $0.table.referencedTables.contains(file.table.name) }
    guard !referring.isEmpty else { return nil }
    let ids = references.ids(of: file.table.name)
    let refersToItself = file.table.referencedTables.contains(file.table.name)
    if !refersToItself, referring.reduce(0, { $0 + $1.byteSize }) < file.weight / 4 {
      // A short file refers to a long one: to read it twice costs less than to remember ids that it never names.
      var wanted = IDSet()
      for waiting in referring {
        let named = try IDScan(try await waiting.inspected(), in: workbooks).referredIDs()[file.table.name]
        if let named { wanted.formUnion(named) }
      }
      ids.wanted = wanted
    }
    return ids
  }

  func showProgress(_ file: DeliveredFile, bytes: Int, rows: Int) {
    progress(
      ImportProgress(
        table: file.table.name, bytesDone: bytesDone + bytes, bytesTotal: files.reduce(0) { $0 + $1.byteSize },
        rowsDone: rows))
  }

  func report(returned: ReturnedFile?, wasAnswerLost: Bool, elapsed: Duration) -> ImportReport {
    let rows = tables.reduce(RowCounts()) { $0 + $1.rows }
    let outcome: ImportReport.Outcome =
      if isRejected { .rejected } else if options.isDryRun { .checked } else if rows.changed > 0 {
        .stored
      } else {
        .unchanged
      }
    return ImportReport(
      city: city.code, outcome: outcome, number: record?.number, watermark: record?.watermark, tables: tables,
      findings: log.shown, findingCount: log.total, summary: log.summary, warnings: warnings, cellNotices: cellNotices,
      notices: notices + (rejects?.notices ?? []), passedOver: delivered.passedOver, contradictions: contradictions,
      returned: returned, withdrawals: withdrawals, isDryRun: options.isDryRun, wasAnswerLost: wasAnswerLost, elapsed: elapsed)
  }

  private static func position(_ table: TableName) -> Int {
    TableName.allCases.firstIndex(of: table) ?? 0
  }
}

extension TableReport {
  init(
    _ file: DeliveredFile, _ rows: RowCounts, isKnown: Bool = false, listed: Set<TableName> = [], newestOn: PostgresDate? = nil,
    journal: JournalForm = .none, rejectFile: String? = nil, elapsed: Duration = .zero
  ) {
    self.init(
      table: file.table.name, file: file.name, encoding: file.encoding, hasByteOrderMark: file.hasByteOrderMark,
      sheets: file.sheets.map(\.name), byteSize: file.byteSize, sha256: file.sha256, rows: rows, isKnown: isKnown, listed: listed,
      newestOn: newestOn, journal: journal, rejectFile: rejectFile, elapsed: elapsed)
  }
}
