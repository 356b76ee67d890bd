import ZippedXML

/// Reads the part of a sheet: rows of cells into a batch, and what lies before and after them.
final class SheetHandler: ListHandler {
  private let sheet: String
  private let limits: ReadingLimits
  private let maker: CellMaker

  /// The rows read since it was emptied.
  @safe @exclusivity(unchecked) var batch = RowBatch()
  @safe @exclusivity(unchecked) private(set) var hiddenColumns: [ClosedRange<Int>] = []
  @safe @exclusivity(unchecked) private(set) var mergedRanges: [MergedRange] = []

  @safe @exclusivity(unchecked) private var hasRoot = false
  @safe @exclusivity(unchecked) private var isInRow = false
  @safe @exclusivity(unchecked) private var isInCell = false
  @safe @exclusivity(unchecked) private var isCapturing = false
  @safe @exclusivity(unchecked) private var isInPhonetic = false
  @safe @exclusivity(unchecked) private var row = 0
  @safe @exclusivity(unchecked) private var isRowHidden = false
  @safe @exclusivity(unchecked) private var firstCell = 0
  @safe @exclusivity(unchecked) private var isRowInOrder = true
  @safe @exclusivity(unchecked) private var pending = PendingCell()
  @safe @exclusivity(unchecked) private var textStart = 0
  /// What was told last is the end of a row.
  @safe @exclusivity(unchecked) private var isBehindRow = false

  init(sheet: String, maker: CellMaker, limits: ReadingLimits) {
    self.sheet = sheet
    self.maker = maker
    self.limits = limits
    super.init(elementEnd: "</row>")
  }

  override var place: WorkbookPlace {
    WorkbookPlace(
      sheet: sheet, row: row > 0 ? row : nil, column: isInRow && pending.column > 0 ? pending.column : nil)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    isBehindRow = false
    if isInCell { return startInCell(name) }
    if isInRow {
      if name.isLetter(UInt8(ascii: "c")) { startCell(attributes) }
      return
    }
    if name.is("row") {
      startRow(attributes)
    } else if name.is("mergeCell") {
      merge(attributes)
    } else if name.is("col") {
      hide(attributes)
    } else if !hasRoot {
      hasRoot = true
      guard name.is("worksheet") else { return fail(.unexpectedPart(part: "", root: name.text)) }
    }
  }

  private func startInCell(_ name: XMLName) {
    if name.isLetter(UInt8(ascii: "t")) {
      isCapturing = !isInPhonetic
      textStart = batch.bytes.count
    } else if name.isLetter(UInt8(ascii: "v")) {
      isCapturing = true
      pending.hasValue = true
      textStart = batch.bytes.count
    } else if name.isLetter(UInt8(ascii: "f")) {
      pending.isFormula = true
    } else if name.is("is") {
      pending.hasInline = true
    } else if name.is("rPh") {
      isInPhonetic = true
    }
  }

  override func end(_ name: XMLName) {
    isBehindRow = false
    if isInCell {
      if isCapturing, name.isLetter(UInt8(ascii: "t")) || name.isLetter(UInt8(ascii: "v")) {
        isCapturing = false
        if pending.isText { EscapedText.decode(&batch.bytes, from: textStart) }
      } else if name.isLetter(UInt8(ascii: "c")) {
        isInCell = false
        endCell()
      } else if name.is("rPh") {
        isInPhonetic = false
      }
    } else if isInRow, name.is("row") {
      endRow()
      isBehindRow = true
      if isFull { pause() }
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    isBehindRow = false
    guard isCapturing else { return }
    unsafe append(text)
  }

  @inline(__always)
  private func append(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe batch.bytes.append(contentsOf: text)
    if batch.bytes.count - pending.start > limits.cellText {
      fail(.overLimit(.cellText, part: nil, allowed: limits.cellText))
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    var number = row + 1
    var isHidden = false
    unsafe attributes.visit { name, value in
      if name.isLetter(UInt8(ascii: "r")) {
        number = unsafe Self.number(value) ?? 0
      } else if name.is("hidden") {
        isHidden = unsafe Self.isTrue(value)
      }
    }
    beginRow(number, isHidden: isHidden)
  }

  private func beginRow(_ number: Int, isHidden: Bool) {
    let last = row
    row = number
    pending.column = 0
    guard (1...SheetLimits.rows).contains(number) else { return reject(.reference) }
    guard number > last else { return reject(.rowOrder) }
    isRowHidden = isHidden
    isRowInOrder = true
    firstCell = batch.cells.count
    isInRow = true
  }

  private func endRow() {
    isInRow = false
    guard batch.cells.count > firstCell else { return }
    if !isRowInOrder {
      batch.cells[firstCell...].sort { $0.column < $1.column }
      for index in firstCell + 1..<batch.cells.count where batch.cells[index].column == batch.cells[index - 1].column {
        pending.column = batch.cells[index].column
        return reject(.twice)
      }
    }
    batch.rows.append(RowBatch.Row(number: row, isHidden: isRowHidden, cells: firstCell..<batch.cells.count))
  }

  override var isFull: Bool { batch.rows.count >= 512 || batch.bytes.count >= 256 * 1024 }

  private func startCell(_ attributes: XMLAttributes) {
    let last = pending.column
    pending = PendingCell(column: last + 1, start: batch.bytes.count)
    var fault: CellFault?
    unsafe attributes.visit { name, value in
      switch name.first {
      case UInt8(ascii: "r") where name.isLetter(UInt8(ascii: "r")):
        guard let reference = unsafe Self.reference(value) else {
          fault = .reference
          return
        }
        pending.column = reference.column
        if reference.row != row { fault = .otherRow }
      case UInt8(ascii: "s") where name.isLetter(UInt8(ascii: "s")):
        pending.style = unsafe Self.number(value) ?? 0
      case UInt8(ascii: "t") where name.isLetter(UInt8(ascii: "t")):
        guard let type = unsafe PendingCell.CellType(value) else {
          fault = .type
          return
        }
        pending.type = type
      default: break
      }
    }
    if let fault { return reject(fault) }
    beginCell(after: last)
  }

  private func beginCell(after last: Int) {
    guard pending.column <= SheetLimits.columns else { return reject(.reference) }
    if pending.column <= last { isRowInOrder = false }
    // Out of order for ever is no sheet.
    guard batch.cells.count - firstCell <= SheetLimits.columns else { return reject(.twice) }
    isInCell = true
  }

  private func endCell() {
    do throws(WorkbookReadingError) {
      guard let made = try maker.make(pending, in: &batch) else { return }
      switch made {
      case .success(let cell): batch.cells.append(cell)
      case .failure(let fault): reject(fault.fault)
      }
    } catch {
      fail(error)
    }
  }

  private func merge(_ attributes: XMLAttributes) {
    guard let range = attributes["ref"].flatMap({ MergedRange(Array($0.utf8)) }) else { return }
    guard mergedRanges.count < limits.listEntries else {
      return fail(.overLimit(.listEntries, part: nil, allowed: limits.listEntries))
    }
    mergedRanges.append(range)
  }

  private func hide(_ attributes: XMLAttributes) {
    guard attributes.isTrue("hidden"), hiddenColumns.count < SheetLimits.columns,
      let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }), first >= 1,
      first <= last
    else { return }
    hiddenColumns.append(first...min(max(first, SheetLimits.columns), last))
  }

  private func reject(_ fault: CellFault) {
    fail(
      .badCell(
        fault, part: "",
        at: WorkbookPlace(sheet: sheet, row: row > 0 ? row : nil, column: pending.column > 0 ? pending.column : nil)))
  }

  // MARK: Rows in their plain form

  override var mayTakePlain: Bool {
    isBehindRow && !isInRow && !isInCell && !isCapturing && !isInPhonetic && depth + PlainRow.depth <= limits.depth
  }

  override func takePlain(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    let (row, column, cellCount, byteCount) = (row, pending.column, batch.cells.count, batch.bytes.count)
    var scanner = PlainRow(from: start)
    guard let head = scanner.head(bytes) else { return nil }
    beginRow(head.number ?? row + 1, isHidden: head.isHidden)
    while !isStopped {
      switch scanner.next(bytes, in: self.row) {
      case .cell(let cell): take(cell, of: bytes)
      case .end:
        endRow()
        return scanner.position
      case .notPlain:
        self.row = row
        pending.column = column
        isInRow = false
        batch.cells.removeLast(batch.cells.count - cellCount)
        batch.bytes.removeLast(batch.bytes.count - byteCount)
        return nil
      }
    }
    return scanner.position
  }

  @inline(__always)
  private func take(_ cell: PlainRow.Cell, of bytes: Span<UInt8>) {
    let last = pending.column
    pending = PendingCell(
      column: cell.column ?? last + 1, type: cell.type, style: cell.style, hasValue: cell.hasValue, hasInline: cell.hasInline,
      start: batch.bytes.count)
    beginCell(after: last)
    isInCell = false
    guard !isStopped else { return }
    if !cell.text.isEmpty {
      unsafe bytes.extracting(cell.text).withUnsafeBufferPointer { unsafe append($0) }
      if pending.isText { EscapedText.decode(&batch.bytes, from: pending.start) }
      guard !isStopped else { return }
    }
    endCell()
  }

  @inline(__always)
  static func number(_ value: UnsafePointer<UInt8>) -> Int? {
    var position = unsafe value
    var number = 0
    while unsafe position.pointee != 0 {
      let digit = unsafe position.pointee &- 0x30
      guard digit < 10, number < 1 << 40 else { return nil }
      number = number * 10 + Int(digit)
      unsafe position += 1
    }
    return unsafe position == value ? nil : number
  }

  @inline(__always)
  private static func reference(_ value: UnsafePointer<UInt8>) -> (row: Int, column: Int)? {
    var position = unsafe value
    var column = 0
    while unsafe position.pointee >= 0x41 {
      let letter = unsafe Int((position.pointee & 0xDF) &- 0x40)
      guard letter >= 1, letter <= 26, column < SheetLimits.columns else { return nil }
      column = column * 26 + letter
      unsafe position += 1
    }
    guard column > 0, let row = unsafe number(position) else { return nil }
    return (row, column)
  }

  private static func isTrue(_ value: UnsafePointer<UInt8>) -> Bool {
    unsafe value.pointee == UInt8(ascii: "1") || value.pointee == UInt8(ascii: "t")
  }
}
