import CadreModel
public import DataContract
import Messages

/// What keeps a row of the field's own formats from being stored, beside what is wrong with its cells.
public enum FieldProblem: Sendable, Hashable {
  /// Persons are matched by their identity number, and here is none.
  case noIdentityNumber
  /// The number is that of a stored person of another name.
  case otherPersonsNumber
  /// More than one stored person has the number.
  case severalPersons
  /// The number is in an earlier form or row already.
  case samePersonTwice(file: String, line: Int)
  /// The id by which the exchange knows the person is that of a stored person with another number, or none.
  case idTaken
  /// The person of this row is missing in the exchange, or could not be matched.
  case personNotMatched
  /// No unit of the city has the code or the name.
  case unitUnknown
  /// Several units of the city have the name.
  case unitAmbiguous(count: Int)
  /// A month against a stored day in another.
  case monthAgainstStored(String?)
  /// Several assessments of the person and year are stored.
  case severalAssessments
  /// Such a form has no field for what the column holds.
  case notCarried(TableName, Column)

  var kind: Problem.Kind {
    switch self {
    case .noIdentityNumber: .noIdentityNumber
    case .otherPersonsNumber: .otherPersonsNumber
    case .severalPersons: .severalPersons
    case .samePersonTwice: .samePersonTwice
    case .idTaken: .idTaken
    case .personNotMatched: .personNotMatched
    case .unitUnknown: .unitUnknown
    case .unitAmbiguous: .unitAmbiguous
    case .monthAgainstStored: .monthAgainstStored
    case .severalAssessments: .severalAssessments
    case .notCarried: .notCarried
    }
  }

  var message: Message {
    switch self {
    case .noIdentityNumber: FieldFormatMessages.noIdentityNumber
    case .otherPersonsNumber: FieldFormatMessages.otherPersonsNumber
    case .severalPersons: FieldFormatMessages.severalPersons
    case .samePersonTwice(let file, let line): FieldFormatMessages.samePersonTwice(file: shown(file), line: line)
    case .idTaken: FieldFormatMessages.idTaken
    case .personNotMatched: FieldFormatMessages.personNotMatched
    case .unitUnknown: FieldFormatMessages.unitUnknown
    case .unitAmbiguous(let count): FieldFormatMessages.unitAmbiguous(count)
    case .monthAgainstStored(let day): FieldFormatMessages.monthAgainstStored(day)
    case .severalAssessments: FieldFormatMessages.severalAssessments
    case .notCarried(let table, let column):
      FieldFormatMessages.notCarried(table: table.rawValue, column: column.called)
    }
  }

  var withoutValues: FieldProblem {
    if case .monthAgainstStored = self { .monthAgainstStored(nil) } else { self }
  }
}
