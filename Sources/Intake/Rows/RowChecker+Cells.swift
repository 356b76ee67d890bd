import Bytes
import CadreModel
import DataContract
import PostgresClient
import Schema

extension RowChecker {
  /// Checks one cell that is not empty, and encodes it.
  mutating func checkText(_ column: Int, _ text: Span<UInt8>, line: Int) {
    switch plan.checks[column] {
    case .id:
      guard isID(text) else { return report(line, column, text, Problem.ofNumber(text, otherwise: .id)) }
      if plan.isKey[column] { appendKey(text) }
      encoder.text(text)
    case .reference(let first, let second):
      checkReference(column, text, first, second, line: line)
    case .subject(let persons, let units, let kind):
      switch state[kind].value {
      case 0: checkReference(column, text, persons, nil, line: line)
      case 1: checkReference(column, text, units, nil, line: line)
      // The kind is wrong, and has been reported.
      default: encoder.null()
      }
    case .text:
      checkPlainText(column, text, line: line)
    case .date:
      checkDate(column, text, line: line)
    case .bool:
      guard let value = BoolCell.parse(text) else { return report(line, column, text, .bool) }
      encoder.bool(value)
    case .number(let range):
      checkNumber(column, text, range, line: line)
    case .integer(let range):
      checkInteger(column, text, range, line: line)
    case .code(let index):
      guard let code = plan.codeTables[index].index(of: text) else {
        if let code = unheldCode(column, text) { return report(line, column, text, .unheldCode(code)) }
        return report(line, column, text, .code(nearest(string(text), index)))
      }
      state[column].value = Int64(code)
      if plan.isKey[column] { key.append(UInt8(truncatingIfNeeded: code)) }
      encoder.text(plan.codeTables[index].stored[code])
    case .tags(let index):
      checkTags(column, text, index, line: line)
    case .regionCode:
      guard isRegionCode(text) else { return report(line, column, text, Problem.ofNumber(text, otherwise: .regionCode)) }
      guard isInCity(text) else { return report(line, column, text, .regionOutsideCity(prefix: city.regionPrefix)) }
      if plan.isKey[column] { appendKey(text) }
      encoder.text(text)
    case .half:
      guard isHalf(text) else { return report(line, column, text, .half) }
      if plan.isKey[column] { appendKey(text) }
      encoder.text(text)
    case .identityNumber:
      checkIdentityNumber(column, text, line: line)
    case .clause:
      let clause = string(text)
      guard catalogue.clauses.isEmpty || catalogue.clauses.contains(clause) else {
        return report(line, column, text, .clause(nearest: NearMiss.nearest(clause, in: catalogue.clauses)))
      }
      encoder.text(text)
    case .indicator:
      let indicator = string(text)
      guard catalogue.indicators.isEmpty || catalogue.indicators.contains(indicator) else {
        return report(line, column, text, .indicator(nearest: NearMiss.nearest(indicator, in: catalogue.indicators)))
      }
      encoder.text(text)
    }
  }

  private mutating func appendKey(_ text: Span<UInt8>) {
    for index in text.indices { key.append(text[index]) }
    // Less than any character of an id, so that keys are ordered as their parts are.
    key.append(0)
  }

  private mutating func checkReference(
    _ column: Int, _ text: Span<UInt8>, _ first: Int, _ second: Int?, line: Int
  ) {
    guard isID(text) else { return report(line, column, text, Problem.ofNumber(text, otherwise: .id)) }
    if let ordinal = plan.references[first].known.ordinal(of: text) {
      state[column].value = Int64(ordinal)
    } else if second.map({ plan.references[$0].contains(text) }) != true {
      let tables = [first, second].compactMap { $0 }.map { plan.references[$0] }
      let names = tables.map(\.table)
      if tables.contains(where: { $0.rejected.contains(text) }) {
        return report(line, column, text, .referenceRejected(names))
      }
      let whole = withZeros(text, in: tables)
      return report(line, column, text, whole.map { .lostZeros(meant: $0) } ?? .reference(names))
    }
    if plan.isKey[column] { appendKey(text) }
    encoder.text(text)
  }

  /// The id that a number would be with zeros before it, where there is just one.
  private func withZeros(_ text: Span<UInt8>, in tables: [ReferenceIDs]) -> String? {
    guard text.indices.allSatisfy({ text[$0].isDigit }) else { return nil }
    let found = LostZeros.candidates(for: string(text)).filter { id in tables.contains { $0.contains(Array(id.utf8).span) } }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func checkPlainText(_ column: Int, _ text: Span<UInt8>, line: Int) {
    if !plan.isRequired[column] && LenientCell.isPlaceholder(text) {
      return leaveEmpty(column, .placeholder, text, line: line)
    }
    guard PlainText.needsCare(text) else { return encoder.text(text) }
    let plain = PlainText(text)
    if !plan.isRequired[column] && LenientCell.isPlaceholder(plain.bytes.span) {
      return leaveEmpty(column, .placeholder, text, line: line)
    }
    if let fault = plain.fault {
      return report(line, column, text, .character(fault.character, after: tellable(fault.after, in: nil)))
    }
    for reading in plain.readings { count(reading, column, text, line) }
    if plain.bytes.isEmpty {
      state[column].isGiven = false
      return plan.isRequired[column] ? report(line, column, text, .empty) : encoder.null()
    }
    encoder.text(plain.bytes)
  }

  private mutating func checkDate(_ column: Int, _ text: Span<UInt8>, line: Int) {
    switch DateCell.parse(text) {
    case .day(let day):
      if DateCell.isDotted(text) { count(.dottedDate, column, text, line) }
      state[column].value = Int64(day)
      encoder.date(daysSince2000: day)
    case .malformed:
      guard let length = DateCell.lengthBeforeMidnight(text), case .day = DateCell.parse(text.extracting(0..<length)) else {
        return report(line, column, text, Problem.malformedDate(text))
      }
      count(.timestamp, column, text, line)
      checkDate(column, text.extracting(0..<length), line: line)
    case .impossible: report(line, column, text, .impossibleDate)
    case .outOfRange: report(line, column, text, .dateOutOfRange)
    }
  }

  private mutating func checkNumber(_ column: Int, _ text: Span<UInt8>, _ range: NumberRange, line: Int) {
    switch NumberCell.parseDecimal(text) {
    case .value(let hundredths):
      let isInRange =
        switch range {
        case .nonNegative: hundredths >= 0
        case .hundred: (0...10_000).contains(hundredths)
        case .nonZero: hundredths != 0
        }
      guard isInRange else { return report(line, column, text, .numberRange(range)) }
      state[column].value = hundredths
      switch plan.amounts {
      case .numeric: encoder.numeric(unscaled: hundredths, scale: 2)
      case .hundredths: encoder.int64(hundredths)
      }
    case .malformed: report(line, column, text, Problem.ofNumber(text, otherwise: .number))
    case .tooManyFractionDigits: report(line, column, text, .tooManyFractionDigits)
    case .tooLarge: report(line, column, text, .numberTooLarge)
    }
  }

  private mutating func checkInteger(_ column: Int, _ text: Span<UInt8>, _ range: IntegerRange, line: Int) {
    switch NumberCell.parseInteger(text) {
    case .value(let value):
      guard range.contains(value) else { return report(line, column, text, .integerRange(range)) }
      state[column].value = value
      if plan.isKey[column] {
        // Big-endian with the sign turned, so that keys are ordered as numbers are.
        let ordered = UInt32(bitPattern: Int32(truncatingIfNeeded: value)) ^ 0x8000_0000
        for shift in stride(from: 24, through: 0, by: -8) { key.append(UInt8(truncatingIfNeeded: ordered >> shift)) }
      }
      encoder.int32(Int32(truncatingIfNeeded: value))
    case .malformed, .tooManyFractionDigits: report(line, column, text, Problem.ofNumber(text, otherwise: .integer))
    case .tooLarge: report(line, column, text, .integerTooLarge)
    }
  }

  private mutating func checkTags(_ column: Int, _ text: Span<UInt8>, _ index: Int, line: Int) {
    let (mask, unknown, hasComma) = plan.codeTables[index].mask(of: text)
    if hasComma && unknown == nil { count(.tagSeparator, column, text, line) }
    if let unknown {
      let tag = text.extracting(unknown)
      return report(line, column, text, .tag(tellable(string(tag), in: nil), nearest(string(tag), index)))
    }
    guard mask != 0 || !plan.isRequired[column] else { return report(line, column, text, .empty) }
    // In the contract's order, whatever the cell's: the same set is the same row.
    let array = encoder.beginTextArray(count: mask.nonzeroBitCount)
    for code in plan.codeTables[index].stored.indices where mask & (1 << UInt64(code)) != 0 {
      encoder.text(plan.codeTables[index].stored[code])
    }
    encoder.endTextArray(array)
  }

  private func unheldCode(_ column: Int, _ text: Span<UInt8>) -> Code? {
    let codes = plan.table.columns[column].unheldCodes
    guard !codes.isEmpty else { return nil }
    let name = string(text)
    return codes.first { $0.names.contains(name) }
  }

  /// The codes of a table by their likeness to a text that names none.
  ///
  /// What one row has wrong (a code that has lost its zeros) a whole column may have, and to order fifty codes takes as long as to check
  /// a hundred rows: so what was ordered once is kept.
  private mutating func nearest(_ text: String, _ table: Int) -> [Code] {
    if let known = nearestCodes[table]?[text] { return known }
    let codes = NearMiss.order(plan.codeTables[table].codes, by: text) { [$0.code, $0.label] }
    // Texts that are all different are not worth the memory.
    if nearestCodes[table, default: [:]].count < 1_000 { nearestCodes[table, default: [:]][text] = codes }
    return codes
  }
}
