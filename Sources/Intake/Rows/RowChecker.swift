import CadreModel
import DataContract
import IdentityNumbers
import PostgresClient
import Spreadsheet
import Workbook

/// What was found in one cell.
struct CellState {
  /// Days of a date, hundredths of a number, position of a code, ordinal of an id referred to; `absent` where there is none or it is wrong.
  var value = CellState.absent
  /// Where the cell lies in the batch; empty where it was decoded first.
  var range = 0..<0
  var isGiven = false

  static let absent = Int64.min
}

/// Checks the rows of one file, and encodes the good ones for COPY.
///
/// Works on bytes: no String is made for a cell that is right. What is called for each row or cell is mutating even where
/// it changes nothing: a call that borrows the checker copies its thousand bytes of state.
struct RowChecker: ~Copyable {
  let file: DeliveredFile
  let city: City
  let catalogue: CatalogueIDs
  let plan: RowPlan
  /// The cell of each column; nil until the header was read.
  var cells: [Int?]
  var cellCount: Int
  /// The good rows. The caller takes them away.
  var encoder = BinaryCopyEncoder()
  /// Whether the city's code leads each row.
  var sendsCity = true
  /// Of a workbook: which of its sheets the rows are of, and which of their cells do not simply say what is written there.
  var part = 0
  var doubtful: [Int: CellTrust] = [:]
  /// What is wrong with the row checked last.
  var findings: [Finding] = []
  /// Seals identity numbers; nil where there is no key.
  let seal: NumberSeal?
  /// Those that are stored, where the delivery has masked ones.
  let storedNumbers: StoredNumbers?
  /// Whether a number was sealed.
  var hasSealed = false
  /// Whose numbers tell another birth date or sex than their rows, by their ids.
  var doubtfulPersons: [String] = []
  /// Why the rows cannot be gone through any further.
  var stop: (any Error)?

  /// Cells that were read though they are not written as they should be.
  private(set) var readings = ReadingTally()
  /// The codes of each table in the order of their likeness to texts that name none.
  var nearestCodes: [Int: [String: [Code]]] = [:]
  /// What was read in their place in the row checked last, by column.
  private var readAs: [Int: [UInt8]] = [:]

  /// What was found in each column's cell.
  var state: InlineArray<32, CellState>
  /// The key of the row, its parts one after the other.
  var key: [UInt8] = []
  /// Whether all parts of the key are right.
  var isKeyComplete = false
  private var decoded: [UInt8] = []
  private let converter: GB18030Converter?
  private let cityCode: [UInt8]
  private let regionPrefix: [UInt8]

  init(
    _ file: DeliveredFile, city: City, catalogue: CatalogueIDs, references: ReferenceCatalogue, seal: NumberSeal? = nil,
    storedNumbers: StoredNumbers? = nil
  ) throws(ImportError) {
    self.file = file
    self.city = city
    self.catalogue = catalogue
    self.seal = seal
    self.storedNumbers = storedNumbers
    plan = RowPlan(file.table, references: references)
    let count = file.table.columns.count
    cells = Array(repeating: nil, count: count)
    cellCount = 0
    precondition(count <= 32, "no table of the contract has more than 32 columns")
    state = InlineArray(repeating: CellState())
    cityCode = Array(city.code.utf8)
    regionPrefix = Array(city.regionPrefix.utf8)
    do {
      converter = file.encoding == .gb18030 ? try GB18030Converter(.toUTF8) : nil
    } catch {
      throw .unreadable(path: file.path, error)
    }
  }

  /// Reads the header from a file's first record.
  mutating func readHeader(_ record: CSVRecord, in batch: RecordBatch, layout: FileLayout) -> Header {
    let header =
      file.isWorkbook
      ? Header(record, in: batch, of: file, part: part, layout: layout)
      : Header(record, in: batch, of: file, layout: layout, converter)
    cells = header.cells
    cellCount = header.cellCount
    return header
  }

  /// Checks a row and, where it is right, appends it to the encoder. True when it is.
  ///
  /// Duplicates of keys are the caller's matter: it may take the row back with `rewind`.
  mutating func check(_ record: CSVRecord, in batch: RecordBatch) -> Bool {
    if !findings.isEmpty { findings.removeAll(keepingCapacity: true) }
    if !readAs.isEmpty { readAs.removeAll(keepingCapacity: true) }
    key.removeAll(keepingCapacity: true)
    isKeyComplete = true
    if let fault = record.fault {
      isKeyComplete = false
      report(record.line, .malformedRecord(fault))
      return false
    }
    guard record.cellCount == cellCount else {
      isKeyComplete = false
      report(record.line, .cellCount(found: record.cellCount, expected: cellCount))
      return false
    }
    let mark = encoder.count
    let bytes = batch.bytes.span
    encoder.beginRow(fields: plan.checks.count + (sendsCity ? 1 : 0))
    if sendsCity { encoder.text(cityCode) }
    for column in plan.checks.indices {
      state[column] = CellState()
      guard let cell = cells[column] else {
        empty(column, line: record.line)
        continue
      }
      if !doubtful.isEmpty, let trust = doubtful[record.firstCell + cell] {
        checkDoubtful(column, bytes.extracting(batch.cells[record.firstCell + cell].range), trust, line: record.line)
        continue
      }
      check(column, bytes, batch.cells[record.firstCell + cell].range, line: record.line)
    }
    checkRules(line: record.line, bytes)
    if findings.isEmpty { return true }
    if findings.count > 2, let shift = shift(record, in: batch) {
      findings.removeAll(keepingCapacity: true)
      isKeyComplete = false
      report(record.line, .shiftedRow(by: shift))
    }
    encoder.rewind(to: mark)
    return false
  }

  private mutating func check(_ column: Int, _ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    if converter == nil && !file.needsValidation || isASCII(bytes, range) {
      let part = trimmed(bytes, range)
      guard !part.isEmpty else { return empty(column, line: line) }
      state[column].isGiven = true
      state[column].range = part
      read(column, bytes.extracting(part), line: line)
      return
    }
    var text: [UInt8] = []
    swap(&text, &decoded)
    text.removeAll(keepingCapacity: true)
    if decode(bytes.extracting(range), into: &text) {
      let part = trimmed(text.span, 0..<text.count)
      if part.isEmpty {
        empty(column, line: line)
      } else {
        // Its place stays empty: only ids are compared by where they lie, and those are ASCII.
        state[column].isGiven = true
        read(column, text.span.extracting(part), line: line)
      }
    } else {
      state[column].isGiven = true
      if plan.isKey[column] { isKeyComplete = false }
      var lost: [UInt8] = []
      for index in range { lost.append(bytes[index]) }
      report(line, column: plan.table.columns[column], value: hexadecimal(lost), .encoding(file.encoding))
      encoder.null()
    }
    swap(&text, &decoded)
  }

  /// Checks a cell as it stands, and where it is not right, as what it can only mean.
  mutating func read(_ column: Int, _ text: Span<UInt8>, line: Int) {
    if plan.isText(column) { return checkText(column, text, line: line) }
    if !plan.isRequired[column] && LenientCell.isPlaceholder(text) { return leaveEmpty(column, .placeholder, text, line: line) }
    let mark = (cell: encoder.count, key: key.count, findings: findings.count, isKeyComplete: isKeyComplete)
    func undo(_ checker: inout RowChecker) {
      checker.encoder.rewind(to: mark.cell)
      checker.key.removeLast(checker.key.count - mark.key)
      checker.findings.removeLast(checker.findings.count - mark.findings)
      checker.isKeyComplete = mark.isKeyComplete
    }
    // What begins with an apostrophe is right in no column: a file of such cells must not cost a finding each.
    if text[0] != LenientCell.apostrophe {
      checkText(column, text, line: line)
      guard findings.count > mark.findings else { return }
      undo(&self)
    }
    let cell = LenientCell(text)
    if cell.bytes.isEmpty { return leaveEmpty(column, .invisible, text, line: line) }
    if !plan.isRequired[column] && LenientCell.isPlaceholder(cell.bytes.span) {
      return leaveEmpty(column, .placeholder, text, line: line)
    }
    var lostZeros: [UInt8]?
    if case .code(let table) = plan.checks[column],
      let code = plan.codeTables[table].indexWithoutZeros(of: cell.bytes.span)
    {
      lostZeros = plan.codeTables[table].stored[code]
    }
    if lostZeros != nil || !cell.readings.isEmpty {
      let meant = lostZeros ?? cell.bytes
      checkText(column, meant.span, line: line)
      if findings.count == mark.findings {
        state[column].range = 0..<0
        readAs[column] = meant
        for reading in cell.readings { count(reading, column, text, line) }
        if lostZeros != nil { count(.lostZeros, column, text, line) }
        return
      }
      undo(&self)
    }
    // What is told is the cell as it stands.
    checkText(column, text, line: line)
  }

  /// A cell that says nothing, though something stands in it.
  mutating func leaveEmpty(_ column: Int, _ reading: CellReading, _ text: Span<UInt8>, line: Int) {
    count(reading, column, text, line)
    state[column].isGiven = false
    empty(column, line: line)
  }

  /// Counts a cell that was read in another way than it is written.
  mutating func count(_ reading: CellReading, _ column: Int, _ value: Span<UInt8>, _ line: Int) {
    let place = place(line, column)
    readings.add(
      reading, column: column, columns: plan.checks.count, place: place, value: value, of: plan.table.columns[column])
  }

  /// An id as it was read: as it stands in the batch, or as what stood for it.
  func id(in column: Int, of batch: RecordBatch) -> String {
    String(decoding: readAs[column] ?? Array(batch.bytes[state[column].range]), as: UTF8.self)
  }

  /// The text of a cell in UTF-8; false where its bytes are no text of the file's encoding.
  mutating func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> Bool {
    if let converter { return converter.convert(bytes, appendingTo: &text) }
    guard UTF8Validator.accepts(bytes) else { return false }
    for index in bytes.indices { text.append(bytes[index]) }
    return true
  }

  private mutating func empty(_ column: Int, line: Int) {
    if plan.isKey[column] { isKeyComplete = false }
    if plan.isRequired[column] {
      report(line, column: plan.table.columns[column], .empty)
    }
    if case .tags = plan.checks[column] {
      encoder.endTextArray(encoder.beginTextArray(count: 0))
    } else {
      encoder.null()
    }
  }

  /// The latest day on which the matter of the row checked last happened, as days since 2000.
  var latestDay: Int32 {
    mutating get {
      var latest = CellState.absent
      for column in plan.happened { latest = max(latest, state[column].value) }
      return Int32(clamping: latest)
    }
  }

  mutating func isInCity(_ region: Span<UInt8>) -> Bool {
    guard region.count >= regionPrefix.count else { return false }
    for index in regionPrefix.indices where region[index] != regionPrefix[index] { return false }
    return true
  }

  /// Notes what is wrong with a cell.
  mutating func report(_ line: Int, _ column: Int, _ value: Span<UInt8>, _ problem: Problem) {
    if plan.isKey[column] { isKeyComplete = false }
    report(line, column: plan.table.columns[column], value: string(value), problem)
    encoder.null()
  }

  mutating func report(
    _ line: Int, column: DataContract.Column? = nil, value: String? = nil, _ problem: Problem
  ) {
    let position = column.flatMap { column in plan.table.columns.firstIndex { $0.name == column.name } }
    findings.append(
      Finding(
        file: file.name, place: place(line, position), column: column, value: value.map { tellable($0, in: column) }, problem))
  }

  /// Where a row begins, or where in a sheet its cell of a column is.
  private mutating func place(_ line: Int, _ column: Int?) -> Place {
    file.isWorkbook ? file.place(part: part, line: line, cell: column.flatMap { cells[$0] }) : .line(line)
  }
}
