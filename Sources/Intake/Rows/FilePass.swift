import DataContract
import PostgresClient
import Spreadsheet

/// One reading of one file: every row checked, the good ones encoded, the bad ones noted.
struct FilePass: ~Copyable {
  let file: DeliveredFile
  private(set) var checker: RowChecker
  private var reader: CSVReader
  private var batch = RecordBatch()
  private var keys: KeyLog
  /// Where this table's ids are gathered, if rows of this delivery refer to them.
  private let ownIDs: ReferenceIDs?
  private let mode: Mode
  private(set) var header: Header?
  private(set) var log: FindingLog
  private(set) var goodRows = 0
  private(set) var badRows = 0
  private(set) var rejects: RejectFile?
  /// Sums of the good rows, where they are training records on their way into an empty table.
  var tally: TrainingTally?
  /// The good rows with the rows of their own table that they refer to, where that was asked for.
  private(set) var families: [Family] = []
  private let gathersFamilies: Bool

  /// What happens to bad rows, and with the good ones beside them.
  enum Mode {
    /// One bad row and nothing is stored: the rest is only checked.
    case allOrNothing
    /// Bad rows are set apart; with the folder for them, unless it is a rehearsal.
    case quarantine(RejectFolder?)
  }

  init(
    _ file: DeliveredFile, checker: consuming RowChecker, mode: Mode, ownIDs: ReferenceIDs?, log: FindingLog,
    keepsAllKeys: Bool, gathersFamilies: Bool = false
  ) throws(ImportError) {
    self.file = file
    self.checker = checker
    self.mode = mode
    self.ownIDs = ownIDs
    self.log = log
    self.gathersFamilies = gathersFamilies
    keys = KeyLog(keepsAll: keepsAllKeys)
    do {
      reader = CSVReader(source: try FileSource(path: file.path))
    } catch {
      throw .unreadable(path: file.path, error)
    }
  }

  /// Whether rows are still worth storing.
  var isStoring: Bool {
    if case .allOrNothing = mode { badRows == 0 && log.isEmpty } else { true }
  }

  var bytesRead: Int { reader.bytesRead }
  /// Whether every duplicate key was found, or the database has to look.
  var foundAllDuplicates: Bool { keys.isComplete }
  /// Whether the rows so far came in the order of their key.
  var areRowsSorted: Bool { keys.isRising }
  var hasEncodedEnough: Bool { checker.encoder.isFull }

  /// Leaves the city's code out of the rows: where they go, it stands already.
  mutating func leaveOutCity() {
    checker.sendsCity = false
  }

  /// The rows encoded since the last time.
  mutating func takeEncoded() -> [UInt8] {
    checker.encoder.take()
  }

  /// What is left of the rows, and their end.
  mutating func takeLast() -> [UInt8] {
    checker.encoder.finish()
    return checker.encoder.take()
  }

  mutating func dropEncoded() {
    checker.encoder.rewind(to: 0)
  }

  /// Goes on by one batch; false at the end of the file.
  /// - Throws: `ImportError`, `KeysDoNotRise`.
  mutating func advance() throws -> Bool {
    guard try readBatch() else {
      if header == nil { note([Finding(file: file.name, line: 1, .noHeader)]) }
      guard reader.bytesRead == file.byteSize else { throw ImportError.fileChanged(path: file.path) }
      return false
    }
    for record in batch.records {
      if header == nil {
        try readHeader(record)
      } else {
        try take(record)
      }
    }
    if !isStoring { checker.encoder.rewind(to: 0) }
    return true
  }

  private mutating func readBatch() throws(ImportError) -> Bool {
    do {
      return try reader.read(into: &batch)
    } catch {
      throw .unreadable(path: file.path, error)
    }
  }

  private mutating func readHeader(_ record: CSVRecord) throws {
    let header = checker.readHeader(record, in: batch)
    self.header = header
    note(header.findings)
    if case .quarantine(let folder?) = mode {
      rejects = folder.file(for: file, header: Array(batch.source(of: record)))
    }
  }

  private mutating func take(_ record: CSVRecord) throws {
    if let findings = header?.findings, !findings.isEmpty {
      // No column is known: no row can be right. Its place is the header's.
      badRows += 1
      try rejects?.append(batch.source(of: record), because: findings)
      return
    }
    let mark = checker.encoder.count
    var isGood = checker.check(record, in: batch)
    var isDuplicate = false
    if checker.isKeyComplete {
      switch keys.record(checker.key, line: record.line) {
      case .new: break
      case .restart: throw KeysDoNotRise()
      case .duplicate(let firstLine):
        isDuplicate = true
        if isGood { checker.encoder.rewind(to: mark) }
        isGood = false
        checker.reportDuplicate(line: record.line, of: firstLine)
      }
    }
    if isGood {
      goodRows += 1
      if tally != nil { try checker.add(to: &tally) }
      if gathersFamilies { families.append(checker.family(in: batch)) }
    } else {
      badRows += 1
      note(checker.findings)
      try rejects?.append(batch.source(of: record), because: checker.findings)
    }
    if let ownIDs, checker.isKeyComplete, !isDuplicate {
      // Where one bad row rejects all, what refers to it is no second mistake.
      checker.addID(to: ownIDs, isKnown: isGood || isStrict)
    }
  }

  private var isStrict: Bool {
    if case .allOrNothing = mode { true } else { false }
  }

  private mutating func note(_ findings: [Finding]) {
    log.append(contentsOf: findings)
  }
}

/// The keys of a long file rose at first, then one did not: the file has to be read anew, with all keys kept.
struct KeysDoNotRise: Error {}

extension RowChecker {
  mutating func reportDuplicate(line: Int, of firstLine: Int) {
    let keyColumn = plan.table.columns.first { $0.name == plan.table.key.first }
    let value = plan.table.key.count == 1 ? String(decoding: key.dropLast(), as: UTF8.self) : nil
    report(line, column: keyColumn, value: value, .duplicate(firstLine: firstLine))
  }

  /// The row checked last, with the rows of its own table that it refers to.
  func family(in batch: RecordBatch) -> Family {
    let parents = plan.table.columns.indices.filter { column in
      state[column].isGiven && !plan.isKey[column] && plan.table.columns[column].type.referencedTables == [plan.table.name]
    }
    return Family(
      id: String(decoding: key.dropLast(), as: UTF8.self),
      parents: parents.map { String(decoding: batch.bytes[state[$0].range], as: UTF8.self) })
  }

  /// Adds the row's id, for a table with a key of one column.
  mutating func addID(to ids: ReferenceIDs, isKnown: Bool) {
    guard plan.table.key.count == 1, !key.isEmpty else { return }
    let id = key.span.extracting(0..<key.count - 1)
    if let wanted = ids.wanted, !wanted.contains(id) { return }
    if isKnown { ids.known.insert(id) } else { ids.rejected.insert(id) }
  }
}
