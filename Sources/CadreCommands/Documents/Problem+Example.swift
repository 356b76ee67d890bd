import DataContract
import Intake
import Spreadsheet

extension Problem {
  /// One of each kind, as a page may show it.
  static func example(of kind: Kind) -> Problem {
    switch kind {
    case .empty: .empty
    case .encoding: .encoding(.utf8)
    case .id: .id
    case .date: .date
    case .impossibleDate: .impossibleDate
    case .dateOutOfRange: .dateOutOfRange
    case .bool: .bool
    case .number: .number
    case .tooManyFractionDigits: .tooManyFractionDigits
    case .numberTooLarge: .numberTooLarge
    case .numberRange: .numberRange(.hundred)
    case .integer: .integer
    case .integerTooLarge: .integerTooLarge
    case .integerRange: .integerRange(.positive)
    case .dateWithoutDay: .dateWithoutDay
    case .dateWithTime: .dateWithTime
    case .scientific: .scientific
    case .digitsLost: .digitsLost
    case .failedFormula: .failedFormula
    case .formulaWithoutValue: .formulaWithoutValue
    case .identityZeroed: .identityZeroed
    case .lostZeros: .lostZeros(meant: "0012")
    case .character: .character("\u{7}", after: nil)
    case .shiftedRow: .shiftedRow(by: 1)
    case .code: .code(sexes)
    case .tag: .tag(nil, sexes)
    case .regionCode: .regionCode
    case .regionOutsideCity: .regionOutsideCity(prefix: "3308")
    case .half: .half
    case .identityNumber: .identityNumber
    case .identityBirthDate: .identityBirthDate
    case .identityCheck: .identityCheck
    case .identityMasked: .identityMasked
    case .clause: .clause(nearest: ["shaoxing.8"])
    case .indicator: .indicator(nearest: ["shaoxing.13.checkup"])
    case .reference: .reference([.units])
    case .referenceRejected: .referenceRejected([.units])
    case .cellCount: .cellCount(found: 14, expected: 15)
    case .malformedRecord: .malformedRecord(.unterminatedQuote)
    case .interval: .interval(from: column("hired_on"), start: "2010-07-01")
    case .oneGiven: .oneGiven(chargeColumn("area"), chargeColumn("charged_unit_id"), bothGiven: false)
    case .same: .same(as: column("person_id"))
    case .bothZero: .bothZero(trainingColumn("hours"), trainingColumn("days"))
    case .duplicate: .duplicate(of: .line(12))
    case .zeroByte: .zeroByte
    case .foreignLineEnd: .foreignLineEnd("U+2028")
    case .withdrawalTable: .withdrawalTable(nearest: [Table.persons.name.rawValue])
    case .withdrawalKey: .withdrawalKey(.scores)
    case .withdrawnNotStored: .withdrawnNotStored(.posts)
    case .referredTo: .referredTo(.example)
    case .noHeader: .noHeader
    case .emptySheet: .emptySheet
    case .heading: .heading(.undecodable)
    case .tooManyHeadings: .tooManyHeadings(2000, limit: 1000)
    case .noHeadings: .noHeadings(line: 3, known: 2, given: 15)
    case .wrongTable: .wrongTable(.posts)
    case .wrongSheet: .wrongSheet(.posts)
    case .missingColumn: .missingColumn(column("birth_date"))
    case .duplicateColumn: .duplicateColumn(column("name"), headings: [column("name").name, column("name").label])
    case .duplicateInFile: .duplicateInFile
    case .unheldCode: .unheldCode([Code].yearsWithoutGrade[1])
    case .noIdentityNumber: .field(.noIdentityNumber)
    case .otherPersonsNumber: .field(.otherPersonsNumber)
    case .severalPersons: .field(.severalPersons)
    case .samePersonTwice: .field(.samePersonTwice(file: "A01.xml", line: 3))
    case .idTaken: .field(.idTaken)
    case .personNotMatched: .field(.personNotMatched)
    case .unitUnknown: .field(.unitUnknown)
    case .unitAmbiguous: .field(.unitAmbiguous(count: 2))
    case .monthAgainstStored: .field(.monthAgainstStored("2004-10-24"))
    case .severalAssessments: .field(.severalAssessments)
    case .notCarried: .field(.notCarried(.persons, column("managed_by")))
    }
  }

  private static var sexes: [Code] {
    guard case .code(let codes) = column("sex").type else { return [] }
    return codes
  }

  private static func column(_ name: String) -> DataContract.Column { Table.persons.named(name) }
  private static func chargeColumn(_ name: String) -> DataContract.Column { Table.charges.named(name) }
  private static func trainingColumn(_ name: String) -> DataContract.Column { Table.trainingRecords.named(name) }
}

extension DataContract.Table {
  /// The column of that name, or the first one.
  fileprivate func named(_ name: String) -> DataContract.Column { column(name) ?? columns[0] }
}
