/// A cell whose end has not been read yet.
struct PendingCell {
  enum CellType {
    case number, shared, boolean, error, isoDate, formulaText, inlineText

    /// As the XML names it.
    @inline(__always)
    init?(_ value: UnsafePointer<UInt8>) {
      switch unsafe (value[0], value[0] == 0 ? 0 : value[1]) {
      case (UInt8(ascii: "s"), 0): self = .shared
      case (UInt8(ascii: "n"), 0): self = .number
      case (UInt8(ascii: "b"), 0): self = .boolean
      case (UInt8(ascii: "e"), 0): self = .error
      case (UInt8(ascii: "d"), 0): self = .isoDate
      case (UInt8(ascii: "s"), UInt8(ascii: "t")): self = .formulaText
      case (UInt8(ascii: "i"), UInt8(ascii: "n")): self = .inlineText
      default: return nil
      }
    }
  }

  var column = 0
  var type = CellType.number
  var style = -1
  var isFormula = false
  var hasValue = false
  var hasInline = false
  /// Where its bytes begin in the batch.
  var start = 0

  var isText: Bool { hasInline || type == .inlineText || type == .formulaText }
}

/// Makes cells of what the XML says, with the styles and shared strings of the workbook.
///
/// A class, so that a call for every cell hands on one pointer.
final class CellMaker {
  private let styles: CellStyles
  private let strings: PackedStrings?
  private let system: DateSystem

  init(styles: CellStyles, strings: PackedStrings?, system: DateSystem) {
    self.styles = styles
    self.strings = strings
    self.system = system
  }

  struct Failure: Error { let fault: CellFault }

  /// The cell whose bytes are the last ones of the batch; nil when it holds nothing.
  func make(_ pending: PendingCell, in batch: inout RowBatch) throws(WorkbookReadingError) -> Result<FoundCell, Failure>? {
    let isEmpty = batch.bytes.count == pending.start
    if pending.isText {
      // A formula may have come to an empty text; a cell with an empty text and no formula shows nothing.
      if isEmpty && !pending.isFormula { return nil }
      if isEmpty && !pending.hasValue && !pending.hasInline { return .success(cell(.blank, pending, batch)) }
      return .success(cell(.text, pending, batch))
    }
    if isEmpty { return pending.isFormula ? .success(cell(.blank, pending, batch)) : nil }
    switch pending.type {
    case .number: return number(pending, in: &batch)
    case .shared: return try shared(pending, in: &batch)
    case .boolean: return boolean(pending, in: &batch)
    case .error:
      let error = CellError(batch.bytes[pending.start...])
      return .success(cell(.error, detail: error.rawValue, pending, batch))
    case .isoDate:
      guard let moment = CivilMoment(iso: Array(batch.bytes[pending.start...])) else { return Self.failure(.date) }
      batch.bytes.removeSubrange(pending.start...)
      moment.append(to: &batch.bytes)
      return .success(cell(.isoDate, value: FoundCell.packed(moment), pending, batch))
    case .formulaText, .inlineText: return nil
    }
  }

  private func shared(_ pending: PendingCell, in batch: inout RowBatch) throws(WorkbookReadingError) -> Result<
    FoundCell, Failure
  >? {
    var index = 0
    for byte in batch.bytes[pending.start...] {
      guard byte &- 0x30 < 10, index < 1 << 40 else { return Self.failure(.sharedString) }
      index = index * 10 + Int(byte &- 0x30)
    }
    batch.bytes.removeLast(batch.bytes.count - pending.start)
    guard let strings, try strings.append(index, to: &batch.bytes) else { return Self.failure(.sharedString) }
    if batch.bytes.count == pending.start && !pending.isFormula { return nil }
    return .success(cell(.text, pending, batch))
  }

  private func boolean(_ pending: PendingCell, in batch: inout RowBatch) -> Result<FoundCell, Failure> {
    let isTrue: Bool
    switch String(decoding: batch.bytes[pending.start...], as: UTF8.self) {
    case "1", "true", "TRUE": isTrue = true
    case "0", "false", "FALSE": isTrue = false
    default: return Self.failure(.boolean)
    }
    batch.bytes.removeSubrange(pending.start...)
    batch.bytes.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
    return .success(cell(.boolean, value: isTrue ? 1 : 0, pending, batch))
  }

  private func number(_ pending: PendingCell, in batch: inout RowBatch) -> Result<FoundCell, Failure>? {
    guard let (value, precision) = DecimalText.read(&batch.bytes, from: pending.start) else { return Self.failure(.number) }
    switch meaning(of: value, pending) {
    case .number, .text: return .success(cell(.number, detail: precision.rawValue, value: value, pending, batch))
    case .percent: return .success(cell(.percent, detail: precision.rawValue, value: value, pending, batch))
    case .date(let shape): return .success(date(value, shape, pending, in: &batch))
    case .time:
      // A time alone lies within one day; with more there is a day that the format leaves out.
      guard value < 1, value >= 0 else { return .success(date(value, .day, pending, in: &batch)) }
      return .success(time(.time, value, pending, in: &batch))
    case .elapsed:
      guard value >= 0, value < 2_958_466 else { return .success(cell(.outOfRange, value: value, pending, batch)) }
      return .success(time(.duration, value, pending, in: &batch))
    }
  }

  private func date(_ value: Double, _ shape: DateShape, _ pending: PendingCell, in batch: inout RowBatch) -> FoundCell {
    guard let moment = CivilMoment(serial: value, system: system) else { return cell(.outOfRange, value: value, pending, batch) }
    batch.bytes.removeLast(batch.bytes.count - pending.start)
    moment.append(to: &batch.bytes, shape: shape)
    return cell(.date, detail: shape.rawValue, value: value, pending, batch)
  }

  private func time(_ tag: FoundCell.Tag, _ value: Double, _ pending: PendingCell, in batch: inout RowBatch) -> FoundCell {
    let milliseconds = (value * 86_400_000).rounded()
    batch.bytes.removeLast(batch.bytes.count - pending.start)
    CivilMoment.appendTime(Int(milliseconds), to: &batch.bytes)
    return cell(tag, value: milliseconds, pending, batch)
  }

  @inline(__always)
  private func meaning(of value: Double, _ pending: PendingCell) -> FormatMeaning {
    guard pending.style >= 0, pending.style < styles.uniform.count else { return .number }
    return styles.uniform[pending.style] ?? styles.formats[pending.style].meaning(of: value)
  }

  private func cell(
    _ tag: FoundCell.Tag, detail: UInt8 = 0, value: Double = 0, _ pending: PendingCell, _ batch: borrowing RowBatch
  ) -> FoundCell {
    let isTextFormatted =
      pending.style >= 0 && pending.style < styles.uniform.count && styles.uniform[pending.style] == .text
    return FoundCell(
      tag, detail: detail, value: value,
      formula: pending.isFormula ? (tag == .blank ? .withoutValue : .stored) : .none, isTextFormatted: isTextFormatted,
      system: system, column: pending.column, text: pending.start..<batch.bytes.count)
  }

  private static func failure(_ fault: CellFault) -> Result<FoundCell, Failure> { .failure(Failure(fault: fault)) }
}
