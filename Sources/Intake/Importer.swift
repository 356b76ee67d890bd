import Access
import Audit
public import CadreModel
public import DataContract
import Digest
import Files
public import IdentityNumbers
public import PostgresClient
import Schema
public import Spreadsheet

/// How an import is to be done.
public struct ImportOptions: Sendable {
  /// The encoding of all files; nil to tell it from each.
  public var encoding: TextEncoding?
  /// The folder for rejected rows; nil to reject the whole import for one bad row.
  public var quarantine: String?
  /// A file for all findings; nil for none.
  public var findings: String?
  /// A folder into which a delivery that is wrong is handed back as a workbook, what is wrong marked in it; nil for none.
  public var returns: String?
  /// Gets every finding; the report holds the first thousand.
  public var spool: FindingSpool?
  /// What is said of all rows of the field's own formats that do not say it.
  public var fills: [FieldFill] = []
  /// The tables whose files are all that there is: stored rows that a file lacks are withdrawn.
  public var complete: Set<TableName> = []
  /// How many rows complete files are to withdraw, where these are many.
  public var withdraw: Int?
  /// Whether nothing that may be a person's name is told of files: appointment forms are called by their numbers.
  public var hidesFormNames = false
  /// Whether to check everything and store nothing.
  public var isDryRun = false
  public var catalogue = CatalogueIDs.unchecked
  /// The language of the reasons in reject files.
  public var language = Language.chinese
  /// Seals identity numbers; nil where there is none, and a delivery with such numbers is refused.
  public var identityKey: IdentityKey?
  /// Who imports, for the record.
  public var importedBy: String
  public var programVersion: String

  public init(importedBy: String, programVersion: String) {
    self.importedBy = importedBy
    self.programVersion = programVersion
  }
}

/// Takes in a city's delivery: all of it in one transaction, or nothing.
///
/// ```swift
/// let importer = Importer(city: quzhou, options: ImportOptions(importedBy: "li@office", programVersion: "1.0"))
/// let report = try await importer.run(["deliveries/quzhou"], on: connection)
/// ```
public struct Importer: Sendable {
  public let city: City
  public let options: ImportOptions

  public init(city: City, options: ImportOptions) {
    self.city = city
    self.options = options
  }

  /// Checks and stores the files.
  ///
  /// One import of a city runs at a time; another waits.
  /// - Parameters:
  ///   - paths: files `<table>.csv`, workbooks, or folders of them; or appointment forms and exchange folders.
  ///   - progress: called now and then while rows run through.
  /// - Returns: what was stored, or what is wrong: wrong rows are findings, not errors.
  /// - Throws: `ImportError`, `PostgresError`, `MigrationError`, `IdentityKeyError`, `WorkbookOutputError`,
  ///   `CancellationError`; nothing is stored then.
  public func run(
    _ paths: [String], on connection: PostgresConnection,
    progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
  ) async throws -> ImportReport {
    let began = ContinuousClock.now
    let workbooks = OpenWorkbooks()
    let delivered = try DeliveredPaths(paths, in: workbooks)
    if let missing = options.complete.first(where: { table in !delivered.files.contains { $0.table == table } }) {
      throw ImportError.completeNotDelivered(missing)
    }
    if !options.complete.isEmpty, options.quarantine != nil { throw ImportError.completeWithQuarantine }
    let withdrawals: WithdrawalsFile? =
      if let list = delivered.withdrawals { try WithdrawalsFile(list, in: workbooks, encoding: options.encoding) } else { nil }
    let draft = try delivered.fieldDraft(hidingNames: options.hidesFormNames)
    // Rows of the field's formats are matched with what is stored before they are files.
    let files = draft == nil ? try WaitingFile.line(delivered, encoding: options.encoding) : []
    defer { for file in files { file.leave() } }
    let pending = try await Migrations.shipped().status(of: connection).pending.count
    guard pending == 0 else { throw ImportError.databaseNotMigrated(pending: pending) }

    try await sealEarlierNumbers(connection)
    let rejects: RejectFolder? =
      if let folder = options.quarantine, !options.isDryRun {
        try RejectFolder(path: folder, language: options.language)
      } else {
        nil
      }
    let findingsFile = try findingsFile(beside: delivered)
    let work = ImportWork(
      city: city, options: options, files: files, delivered: delivered, withdrawals: withdrawals, in: workbooks, draft: draft,
      connection: connection,
      rejects: rejects, findingsFile: findingsFile, progress: progress)
    var wasAnswerLost = false
    do {
      try await connection.withTransaction { connection in
        try await connection.see([city.code])
        try await work.run()
        if work.isRejected || options.isDryRun { throw NothingToKeep() }
        if let number = work.record?.number {
          let author = AuditAuthor(osUser: options.importedBy, programVersion: options.programVersion, command: "import")
          // Last: whoever appends to the log waits for those before to commit.
          try await AuditLog(author: author).append(import: number, of: city.code, on: connection)
        }
      }
    } catch is NothingToKeep {
      rejects?.discard()
    } catch let error as PostgresError where error.kind == .outcomeUnknown {
      guard let isStored = await isStored(work, askingAnewLike: connection) else {
        findingsFile?.discard()
        throw ImportError.commitUnknown(quarantine: options.quarantine)
      }
      guard isStored else {
        rejects?.discard()
        findingsFile?.discard()
        throw ImportError.commitLost
      }
      wasAnswerLost = true
    } catch {
      findingsFile?.discard()
      rejects?.discard()
      throw error
    }
    // What is stored stays so: a file that cannot get its name must not keep the other from it.
    let shown = Result { () throws(ImportError) in try work.showRejects() }
    try findingsFile?.show(after: work.record?.number)
    try shown.get()
    let returned = try await work.handBack(paths)
    return work.report(returned: returned, wasAnswerLost: wasAnswerLost, elapsed: began.duration(to: .now))
  }

  /// What an earlier version stored in the clear is sealed first: rows that have not changed would come as changed, and the journal
  /// would tell their numbers.
  private func sealEarlierNumbers(_ connection: PostgresConnection) async throws {
    guard let key = options.identityKey, !options.isDryRun else { return }
    let author = AuditAuthor(osUser: options.importedBy, programVersion: options.programVersion, command: "import")
    _ = try await KeyRotation(to: key, by: author).sealClear([city], on: connection)
  }

  /// The file for all findings, where one is asked for.
  /// - Throws: `ImportError`, where it would take the place of a city's data.
  private func findingsFile(beside delivered: DeliveredPaths) throws(ImportError) -> FindingsFile? {
    guard let path = options.findings else { return nil }
    let isRejects = options.quarantine.map { RejectFolder.isRejects(path, in: $0) } ?? false
    guard !isRejects, !delivered.files.contains(where: { Destination.areSame($0.path, path) }) else {
      throw .findingsReplaceData(path: path)
    }
    let hasSheets = delivered.files.contains { !$0.sheets.isEmpty }
    return try FindingsFile(path: path, language: options.language, hasSheets: hasSheets)
  }

  /// Whether an import was stored whose commit was not answered; nil where nobody can be asked.
  private func isStored(_ work: ImportWork, askingAnewLike lost: PostgresConnection) async -> Bool? {
    // A server that was stopped is back in seconds, or not at all.
    for attempt in 0..<30 where !Task.isCancelled {
      if attempt > 0 { try? await Task.sleep(for: .seconds(1)) }
      guard let connection = try? await PostgresConnection.connect(lost.configuration) else { continue }
      let answer = try? await connection.withTransaction { connection in
        // The transaction in doubt holds this lock until it has ended, one way or the other: for a long time where the server has not
        // noticed yet that nobody is there any more.
        try await connection.execute(Statement("wait no longer", "set local lock_timeout = '2s'"))
        try await connection.see([city.code])
        try await ImportRecord.lock(city, connection)
        guard let stamp = work.stamp else { return false }
        return try await ImportRecord.number(of: stamp, connection) != nil
      }
      await connection.close()
      if let answer { return answer }
    }
    return nil
  }
}

/// Ends a transaction whose outcome is in the report.
private struct NothingToKeep: Error {}
