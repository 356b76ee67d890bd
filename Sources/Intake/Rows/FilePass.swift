import Bytes
import DataContract
import FieldFormats
import Files
import PostgresClient
import Spreadsheet
import Workbook

/// One reading of one file: every row checked, the good ones encoded, the bad ones noted.
struct FilePass: ~Copyable {
  let file: DeliveredFile
  private(set) var checker: RowChecker
  private var reader: RecordReader
  private var batch = RecordBatch()
  private var keys: KeyLog
  /// Where this table's ids are gathered, if rows of this delivery refer to them.
  private let ownIDs: ReferenceIDs?
  private let mode: Mode
  /// The headings of the part that is being read; nil until its row of headings was read.
  private var header: Header?
  /// Which sheet of a workbook is being read.
  private var part = 0
  /// Whether any row of headings was read.
  private var hasHeader = false
  private(set) var warnings: [HeadingWarning] = []
  /// Of the sheets that were read to their end.
  private var sheetNotices: [FileNotice] = []
  private(set) var log: FindingLog
  private(set) var goodRows = 0
  private(set) var badRows = 0
  /// Where bad rows go: of a CSV file, or of a workbook.
  private var rejects: RejectFile?
  private var rejectWorkbook: RejectWorkbook?
  /// Sums of the good rows, where they are training records on their way into an empty table.
  var tally: TrainingTally?
  /// Looks for training that contradicts itself, in the same case.
  var screen: TrainingScreen?
  /// The latest day on which a good row's matter happened, as days since 2000.
  private(set) var latestDay = Int32.min
  /// The good rows with the rows of their own table that they refer to, where that was asked for.
  private(set) var families: [Family] = []
  private let gathersFamilies: Bool
  private let outputs: FindingOutputs
  /// The line of the headings last read.
  private var headingLine = 1
  /// What the lines read so far were.
  private var account = LineAccount()
  /// The row that the file ends in without a line end.
  private var openRow: String?

  /// What happens to bad rows, and with the good ones beside them.
  enum Mode {
    /// One bad row and nothing is stored: the rest is only checked.
    case allOrNothing
    /// Bad rows are set apart; with the folder for them, unless it is a rehearsal.
    case quarantine(RejectFolder?)
  }

  init(
    _ file: DeliveredFile, checker: consuming RowChecker, mode: Mode, ownIDs: ReferenceIDs?, log: FindingLog,
    keepsAllKeys: Bool, gathersFamilies: Bool = false, outputs: FindingOutputs = .none,
    workbooks: OpenWorkbooks = OpenWorkbooks()
  ) throws(ImportError) {
    self.file = file
    self.checker = checker
    self.mode = mode
    self.ownIDs = ownIDs
    self.log = log
    self.gathersFamilies = gathersFamilies
    self.outputs = outputs
    keys = KeyLog(keepsAll: keepsAllKeys)
    reader = try RecordReader(file, in: workbooks)
  }

  /// Whether rows are still worth storing.
  var isStoring: Bool {
    if case .allOrNothing = mode { badRows == 0 && log.isEmpty } else { true }
  }

  var bytesRead: Int { reader.bytesRead }
  /// Whether an identity number was sealed on the way.
  var hasSealed: Bool { checker.hasSealed }
  /// Whose numbers tell another birth date or sex than their rows.
  var doubtfulPersons: [String] { checker.doubtfulPersons }
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
  @inline(never)
  mutating func takeLast() -> [UInt8] {
    checker.encoder.finish()
    return checker.encoder.take()
  }

  mutating func takeScreen() -> TrainingScreen? {
    defer { screen = nil }
    return screen
  }

  mutating func dropEncoded() {
    checker.encoder.rewind(to: 0)
  }

  /// Goes on by one batch; false at the end of the file.
  ///
  /// Never inlined: within the asynchronous sending of rows it makes the compiler crash (Swift 6.3.1, optimized).
  /// - Throws: `ImportError`, `KeysDoNotRise`.
  @inline(never)
  mutating func advance() throws -> Bool {
    guard try reader.read(into: &batch) else {
      try finish()
      return false
    }
    if reader.part != part { endSheet() }
    checker.part = part
    checker.doubtful = reader.doubtful
    let headingLine = reader.layout.headingLine
    for record in batch.records {
      if header == nil {
        if record.line < headingLine {
          account.above += record.lineCount
        } else {
          try readHeader(record)
        }
      } else if isBlank(record) {
        account.blank += record.lineCount
      } else {
        account.rows += record.lineCount
        try take(record)
      }
    }
    // A quote that is never closed says so itself.
    if reader.endsOpen, let last = batch.records.last, last.fault != .unterminatedQuote {
      openRow = tellable(LineText(batch.source(of: last)).read(as: file.encoding), in: nil)
    }
    if !isStoring { checker.encoder.rewind(to: 0) }
    return true
  }

  /// The file has no more records: looks whether each of its lines was one.
  private mutating func finish() throws {
    if file.isWorkbook {
      endSheet()
      if !hasHeader { try note([Finding(file: file.name, place: file.place(part: 0, line: 1), .emptySheet)]) }
      guard FileStatus(file.path)?.size == file.byteSize else { throw ImportError.fileChanged(path: file.path) }
      return
    }
    if header == nil { try note([Finding(file: file.name, line: 1, .noHeader)]) }
    guard reader.bytesRead == file.byteSize else { throw ImportError.fileChanged(path: file.path) }
    account.blank += reader.blankLines
    guard account.total == file.lines else {
      throw ImportError.linesUnaccounted(path: file.path, lines: file.lines, accounted: account.total)
    }
  }

  /// A sheet was read to its end, and others without any rows behind it: tells what there is to tell of them, and begins the next.
  private mutating func endSheet() {
    let sheets = reader.finishedSheets
    for ended in part..<sheets.count {
      let sheet = sheets[ended]
      guard sheet.hasRows else {
        if file.sheets.count > 1 { sheetNotices.append(FileNotice(file: file.name, sheet: sheet.name, .emptySheet)) }
        continue
      }
      account.blank += sheet.blankRows
      let kinds = accountNotices(headingLine: headingLine) + sheet.notices
      sheetNotices += (header?.notices ?? []) + kinds.map { FileNotice(file: file.name, sheet: sheet.name, $0) }
      header = nil
      account = LineAccount()
    }
    part = reader.part
  }

  private mutating func readHeader(_ record: CSVRecord) throws {
    headingLine = record.line
    let header = checker.readHeader(record, in: batch, layout: reader.layout)
    self.header = header
    hasHeader = true
    warnings += header.warnings
    account.heading = record.lineCount
    try note(header.findings)
    // Where a quote was left open, rows stand in the record of the headings.
    let holdsRows = !header.findings.isEmpty && (record.fault != nil || record.lineCount > 1)
    if case .quarantine(let folder?) = mode { try beginRejects(record, header, holdsRows: holdsRows, in: folder) }
    if holdsRows { badRows += 1 }
  }

  private mutating func beginRejects(
    _ record: CSVRecord, _ header: Header, holdsRows: Bool, in folder: RejectFolder
  ) throws {
    guard !file.isWorkbook else {
      let workbook = rejectWorkbook ?? folder.workbook(for: file)
      rejectWorkbook = workbook
      workbook.begin(file.sheets[part].name, headings: cells(of: record), header)
      return
    }
    let source = batch.source(of: record)
    rejects = folder.file(for: file, header: holdsRows ? nil : Array(source))
    if holdsRows { try rejects?.append(source, because: header.findings) }
  }

  /// Sets a row apart as it came, where rows are set apart.
  private mutating func reject(_ record: CSVRecord, because findings: [Finding]) throws {
    badRows += 1
    if let rejectWorkbook {
      try rejectWorkbook.append(cells(of: record), because: findings, of: file.table)
    } else {
      try rejects?.append(batch.source(of: record), because: findings)
    }
  }

  /// The texts of a sheet's row.
  private func cells(of record: CSVRecord) -> [String] {
    (0..<record.cellCount).map { String(decoding: batch.cell($0, of: record), as: UTF8.self) }
  }

  /// What there is to say of the file beside its findings, once it was read to its end.
  var notices: [FileNotice] {
    if file.isWorkbook { return sheetNotices }
    return (header?.notices ?? []) + accountNotices(headingLine: file.layout.headingLine).map { FileNotice(file: file.name, $0) }
  }

  private func accountNotices(headingLine: Int) -> [FileNotice.Kind] {
    var kinds: [FileNotice.Kind] = []
    if file.layout.hasSeparatorLine { kinds.append(.separatorLine) }
    if file.layout.separator != .comma { kinds.append(.separator(file.layout.separator)) }
    let above = account.above - (file.layout.hasSeparatorLine ? 1 : 0)
    if above > 0 { kinds.append(.linesAbove(above, headingLine: headingLine)) }
    if file.byteOrderMarks > 1 { kinds.append(.byteOrderMarks(file.byteOrderMarks)) }
    if account.blank > 0 { kinds.append(.blankRows(account.blank)) }
    if reader.endMarks > 0 { kinds.append(.endMarks(reader.endMarks)) }
    if let openRow { kinds.append(.openEnd(lastRow: openRow)) }
    return kinds
  }

  private mutating func take(_ record: CSVRecord) throws {
    if let findings = header?.findings, !findings.isEmpty {
      // No column is known: no row can be right. Its place is the header's.
      try reject(record, because: findings)
      return
    }
    if file.hasZero, batch.source(of: record).contains(0) {
      let findings = [Finding(file: file.name, line: record.line, .zeroByte)]
      try note(findings)
      try reject(record, because: findings)
      return
    }
    let mark = checker.encoder.count
    var isGood = checker.check(record, in: batch)
    if let stop = checker.stop { throw stop }
    var isDuplicate = false
    if isGood, file.origin?.hasProblems(inLine: record.line) == true {
      checker.encoder.rewind(to: mark)
      isGood = false
    }
    if checker.isKeyComplete {
      switch keys.record(checker.key, line: reader.ordinal(line: record.line)) {
      case .new: break
      case .restart: throw KeysDoNotRise()
      case .duplicate(let firstLine):
        isDuplicate = true
        if isGood { checker.encoder.rewind(to: mark) }
        isGood = false
        checker.reportDuplicate(line: record.line, of: reader.place(ordinal: firstLine))
      }
    }
    if isGood {
      goodRows += 1
      if tally != nil { try checker.add(to: &tally, &screen) }
      latestDay = max(latestDay, checker.latestDay)
      if gathersFamilies { families.append(checker.family(in: batch)) }
    } else {
      nameForeignLineEnd(record)
      if let origin = file.origin {
        checker.findings = origin.restated(checker.findings, ofLine: record.line, file.table)
      }
      try note(checker.findings)
      try reject(record, because: checker.findings)
    }
    if let ownIDs, checker.isKeyComplete, !isDuplicate {
      // Where one bad row rejects all, what refers to it is no second mistake.
      checker.addID(to: ownIDs, isKnown: isGood || isStrict)
    }
  }

  /// Too many cells come of rows that were run together: by what, is worth more than their number.
  private mutating func nameForeignLineEnd(_ record: CSVRecord) {
    guard case .cellCount = checker.findings.first?.problem,
      let character = ForeignLineEnd.first(in: batch.source(of: record), file.encoding)
    else { return }
    checker.findings = [Finding(file: file.name, line: record.line, .foreignLineEnd(character))]
  }

  /// Whether no cell of a row is given.
  private func isBlank(_ record: CSVRecord) -> Bool {
    let bytes = batch.bytes.span
    guard !record.source.range.isEmpty else { return true }
    switch bytes[record.source.range.lowerBound] {
    // Most rows begin with an id, or with one of the usual Chinese characters.
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xE4...0xE9: return false
    default: break
    }
    guard record.fault == nil else { return false }
    return (0..<record.cellCount).allSatisfy { cell in
      saysNothing(bytes, batch.cells[record.firstCell + cell].range, in: file.encoding)
    }
  }

  private var isStrict: Bool {
    if case .allOrNothing = mode { true } else { false }
  }

  private mutating func note(_ findings: [Finding]) throws(ImportError) {
    log.append(contentsOf: findings)
    try outputs.append(findings)
  }

  /// Cells that were read though they are not written as they should be, by kind and column.
  var cellNotices: [CellNotice] {
    checker.readings.all.map { reading, column, entry in
      let origin = file.origin?.place(ofLine: entry.place.line)
      return CellNotice(
        file: origin?.file ?? file.name, column: file.table.columns[column], reading: reading, count: entry.count,
        place: origin.map { .line($0.line) } ?? entry.place, value: entry.value)
    }
  }
}

/// The keys of a long file rose at first, then one did not: the file has to be read anew, with all keys kept.
struct KeysDoNotRise: Error {}

extension RowChecker {
  mutating func reportDuplicate(line: Int, of first: Place) {
    let keyColumn = plan.table.columns.first { $0.name == plan.table.key.first }
    let value = plan.table.key.count == 1 ? String(decoding: key.dropLast(), as: UTF8.self) : nil
    report(line, column: keyColumn, value: value, .duplicate(of: first))
  }

  /// The row checked last, with the rows of its own table that it refers to.
  func family(in batch: RecordBatch) -> Family {
    let parents = plan.table.columns.indices.filter { column in
      state[column].isGiven && !plan.isKey[column] && plan.table.columns[column].type.referencedTables == [plan.table.name]
    }
    return Family(
      id: String(decoding: key.dropLast(), as: UTF8.self),
      parents: parents.map { id(in: $0, of: batch) })
  }

  /// Adds the row's id, for a table with a key of one column.
  mutating func addID(to ids: ReferenceIDs, isKnown: Bool) {
    guard plan.table.key.count == 1, !key.isEmpty else { return }
    let id = key.span.extracting(0..<key.count - 1)
    if let wanted = ids.wanted, !wanted.contains(id) {
      // Who names it without its zeros is told of them.
      let zeros = LostZeros.leading(id)
      guard zeros > 0, wanted.contains(id.extracting(zeros..<id.count)) else { return }
    }
    if isKnown { ids.known.insert(id) } else { ids.rejected.insert(id) }
  }
}
