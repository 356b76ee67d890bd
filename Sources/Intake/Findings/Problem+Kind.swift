extension Problem {
  /// The word for machines.
  public var name: String { kind.rawValue }

  /// What is wrong, whatever it is expected to be.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case empty
    case encoding
    case id
    case date
    case impossibleDate = "impossible_date"
    case dateOutOfRange = "date_out_of_range"
    case bool
    case number
    case tooManyFractionDigits = "too_many_fraction_digits"
    case numberTooLarge = "number_too_large"
    case numberRange = "number_range"
    case integer
    case integerTooLarge = "integer_too_large"
    case integerRange = "integer_range"
    case dateWithoutDay = "date_without_day"
    case dateWithTime = "date_with_time"
    case scientific
    case digitsLost = "digits_lost"
    case failedFormula = "failed_formula"
    case formulaWithoutValue = "formula_without_value"
    case identityZeroed = "identity_zeroed"
    case lostZeros = "lost_zeros"
    case character
    case shiftedRow = "shifted_row"
    case code
    case tag
    case regionCode = "region_code"
    case regionOutsideCity = "region_outside_city"
    case half
    case identityNumber = "identity_number"
    case identityBirthDate = "identity_birth_date"
    case identityCheck = "identity_check"
    case identityMasked = "identity_masked"
    case clause
    case indicator
    case reference
    case referenceRejected = "reference_rejected"
    case cellCount = "cell_count"
    case malformedRecord = "malformed_record"
    case interval
    case oneGiven = "one_given"
    case same
    case bothZero = "both_zero"
    case duplicate
    case zeroByte = "zero_byte"
    case foreignLineEnd = "foreign_line_end"
    case withdrawalTable = "withdrawal_table"
    case withdrawalKey = "withdrawal_key"
    case withdrawnNotStored = "withdrawn_not_stored"
    case referredTo = "referred_to"
    case noHeader = "no_header"
    case emptySheet = "empty_sheet"
    case heading
    case tooManyHeadings = "too_many_headings"
    case noHeadings = "no_headings"
    case wrongTable = "wrong_table"
    case wrongSheet = "wrong_sheet"
    case missingColumn = "missing_column"
    case duplicateColumn = "duplicate_column"
    case duplicateInFile = "duplicate_in_file"
    case unheldCode = "unheld_code"
    case noIdentityNumber = "no_identity_number"
    case otherPersonsNumber = "other_persons_number"
    case severalPersons = "several_persons"
    case samePersonTwice = "same_person_twice"
    case idTaken = "id_taken"
    case personNotMatched = "person_not_matched"
    case unitUnknown = "unit_unknown"
    case unitAmbiguous = "unit_ambiguous"
    case monthAgainstStored = "month_against_stored"
    case severalAssessments = "several_assessments"
    case notCarried = "not_carried"
  }

  public var kind: Kind {
    switch self {
    case .empty: .empty
    case .encoding: .encoding
    case .id: .id
    case .date: .date
    case .impossibleDate: .impossibleDate
    case .dateOutOfRange: .dateOutOfRange
    case .bool: .bool
    case .number: .number
    case .tooManyFractionDigits: .tooManyFractionDigits
    case .numberTooLarge: .numberTooLarge
    case .numberRange: .numberRange
    case .integer: .integer
    case .integerTooLarge: .integerTooLarge
    case .integerRange: .integerRange
    case .dateWithoutDay: .dateWithoutDay
    case .dateWithTime: .dateWithTime
    case .scientific: .scientific
    case .digitsLost: .digitsLost
    case .failedFormula: .failedFormula
    case .formulaWithoutValue: .formulaWithoutValue
    case .identityZeroed: .identityZeroed
    case .lostZeros: .lostZeros
    case .character: .character
    case .shiftedRow: .shiftedRow
    case .code: .code
    case .tag: .tag
    case .regionCode: .regionCode
    case .regionOutsideCity: .regionOutsideCity
    case .half: .half
    case .identityNumber: .identityNumber
    case .identityBirthDate: .identityBirthDate
    case .identityCheck: .identityCheck
    case .identityMasked: .identityMasked
    case .clause: .clause
    case .indicator: .indicator
    case .reference: .reference
    case .referenceRejected: .referenceRejected
    case .cellCount: .cellCount
    case .malformedRecord: .malformedRecord
    case .interval: .interval
    case .oneGiven: .oneGiven
    case .same: .same
    case .bothZero: .bothZero
    case .duplicate: .duplicate
    case .zeroByte: .zeroByte
    case .foreignLineEnd: .foreignLineEnd
    case .withdrawalTable: .withdrawalTable
    case .withdrawalKey: .withdrawalKey
    case .withdrawnNotStored: .withdrawnNotStored
    case .referredTo: .referredTo
    case .noHeader: .noHeader
    case .emptySheet: .emptySheet
    case .heading: .heading
    case .tooManyHeadings: .tooManyHeadings
    case .noHeadings: .noHeadings
    case .wrongTable: .wrongTable
    case .wrongSheet: .wrongSheet
    case .missingColumn: .missingColumn
    case .duplicateColumn: .duplicateColumn
    case .duplicateInFile: .duplicateInFile
    case .unheldCode: .unheldCode
    case .field(let problem): problem.kind
    }
  }
}
