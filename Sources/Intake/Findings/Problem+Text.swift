public import CadreModel
import DataContract
import Messages
import Spreadsheet

extension Problem {
  /// What is wrong and what was expected, without the place.
  public func text(in language: Language) -> String {
    message.text(in: language)
  }

  /// Every case by name: a new problem without words does not compile.
  var message: Message {
    switch self {
    // A cell.
    case .empty: CellProblemMessages.empty
    case .encoding(let encoding): CellProblemMessages.encoding(encoding.rawValue)
    case .id: CellProblemMessages.id
    case .date: DateProblemMessages.date
    case .impossibleDate: DateProblemMessages.impossible
    case .dateOutOfRange: DateProblemMessages.outOfRange
    case .bool: CellProblemMessages.bool
    case .dateWithoutDay: DateProblemMessages.withoutDay
    case .dateWithTime: DateProblemMessages.withTime
    case .scientific: CellProblemMessages.scientific
    case .digitsLost: SheetProblemMessages.digitsLost
    case .failedFormula: SheetProblemMessages.failedFormula
    case .formulaWithoutValue: SheetProblemMessages.formulaWithoutValue
    case .identityZeroed: IdentityProblemMessages.zeroed
    case .lostZeros(let meant): CellProblemMessages.lostZeros(meant: meant)
    case .character(let scalar, let before):
      CellProblemMessages.character(
        scalar.codePoint, standsForLostText: scalar.value == 0xFFFD, after: before.map { shown($0) })
    case .code(let codes): CellProblemMessages.code(Self.list(codes))
    case .tag(let tag, let codes):
      CellProblemMessages.tag(tag.map { shown($0, limit: 60) }, codes: Self.list(codes))
    case .regionCode: CellProblemMessages.regionCode
    case .regionOutsideCity(let prefix): CellProblemMessages.regionOutsideCity(prefix: prefix)
    case .half: DateProblemMessages.half
    case .identityNumber: IdentityProblemMessages.number
    case .identityBirthDate: IdentityProblemMessages.birthDate
    case .identityCheck: IdentityProblemMessages.check
    case .identityMasked: IdentityProblemMessages.masked
    case .clause(let nearest): ReferenceProblemMessages.clause(nearest: nearest)
    case .indicator(let nearest): ReferenceProblemMessages.indicator(nearest: nearest)
    case .reference(let tables): ReferenceProblemMessages.unknown(in: tables.map(\.called))
    case .referenceRejected(let tables): ReferenceProblemMessages.rejected(in: tables.map(\.called))

    case .unheldCode(let code): FieldFormatMessages.unheldCode(code.code, meaning: code.label)

    // A number.
    case .number: NumberProblemMessages.number
    case .tooManyFractionDigits: NumberProblemMessages.tooManyFractionDigits
    case .numberTooLarge: NumberProblemMessages.tooLarge
    case .numberRange(let range): range.message
    case .integer: NumberProblemMessages.integer
    case .integerTooLarge: NumberProblemMessages.integerTooLarge
    case .integerRange(let range): range.message

    // A row.
    case .shiftedRow(let by): RowProblemMessages.shifted(toTheRight: by > 0)
    case .cellCount(let found, let expected): RowProblemMessages.cellCount(found: found, expected: expected)
    case .malformedRecord(.unterminatedQuote): RowProblemMessages.unterminatedQuote
    case .malformedRecord(.textAfterQuote): RowProblemMessages.textAfterQuote
    case .malformedRecord(.strayQuote): RowProblemMessages.strayQuote
    case .interval(let from, let start): RowProblemMessages.interval(from: from.called, start: start)
    case .oneGiven(let a, let b, let bothGiven): RowProblemMessages.oneGiven(a.called, b.called, bothGiven: bothGiven)
    case .same(let other): RowProblemMessages.same(as: other.called)
    case .bothZero(let a, let b): RowProblemMessages.bothZero(a.called, b.called)
    case .duplicate(let first): RowProblemMessages.duplicate(of: first.withSheet)
    case .duplicateInFile: RowProblemMessages.duplicateInFile
    case .zeroByte: RowProblemMessages.zeroByte
    case .field(let problem): problem.message
    case .foreignLineEnd(let character): RowProblemMessages.foreignLineEnd(character)

    // A row that is to go.
    case .withdrawalTable(let nearest): WithdrawalMessages.table(nearest: nearest)
    case .withdrawalKey(let table): WithdrawalMessages.key(of: table.called, columns: Table[table].key)
    case .withdrawnNotStored(let table): WithdrawalMessages.notStored(in: table.called)
    case .referredTo(let rows):
      WithdrawalMessages.referredTo(
        by: rows.table.called, column: rows.column.called, count: rows.count, keys: rows.keys)

    // A file, and its headings.
    case .noHeader: HeadingProblemMessages.noHeader
    case .emptySheet: SheetProblemMessages.empty
    case .missingColumn(let column): HeadingProblemMessages.missingColumn(column.called)
    case .duplicateColumn(let column, let headings):
      HeadingProblemMessages.duplicateColumn(column.called, headings: headings)
    case .heading(.undecodable): HeadingProblemMessages.undecodable
    case .heading(.tooLong(let bytes)): HeadingProblemMessages.tooLong(bytes: bytes)
    case .heading(.character(let scalar, let before)):
      HeadingProblemMessages.character(scalar.codePoint, after: before.map { shown($0) })
    case .tooManyHeadings(let found, let limit): HeadingProblemMessages.tooMany(found, limit: limit)
    case .wrongTable(let table): HeadingProblemMessages.wrongTable(table.called)
    case .wrongSheet(let table): SheetProblemMessages.wrongTable(table.called)
    case .noHeadings(_, let known, let given) where known == 0:
      HeadingProblemMessages.none(lines: FileLayout.linesLookedAt, cells: given)
    case .noHeadings(let line, let known, let given):
      HeadingProblemMessages.few(line: line, known: known, cells: given)
    }
  }

  private static func list(_ codes: [Code]) -> [String] {
    codes.map { "\($0.code) \($0.label)" }
  }
}

extension NumberRange {
  fileprivate var message: Message {
    switch self {
    case .nonNegative: NumberProblemMessages.negative
    case .hundred: NumberProblemMessages.outsideHundred
    case .nonZero: NumberProblemMessages.zero
    }
  }
}

extension IntegerRange {
  fileprivate var message: Message {
    switch self {
    case .nonNegative: NumberProblemMessages.negative
    case .positive: NumberProblemMessages.belowOne
    case .year: NumberProblemMessages.outsideYears
    }
  }
}
