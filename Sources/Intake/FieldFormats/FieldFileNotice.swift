import CadreModel
public import DataContract
public import FieldFormats
import Messages

/// What is told of a delivery of the field's formats beside its findings.
public enum FieldFileNotice: Sendable, Hashable {
  /// Dates of which only the month is known, left empty where the column may be.
  case monthsLeftEmpty(Column, Int)
  /// Earlier lines of 简历 that begin with no unit of the city: they are no posts here.
  case resumeLinesPassed(Int)
  /// Tables of an exchange that hold nothing of what is imported.
  case tablesNotRead([String])
  /// Data elements of a table of an exchange that no column here holds.
  case elementsNotRead([FieldElement])
  /// Forms are called by their numbers and not by their files' names, so many.
  case formsNumbered(Int)
  case assessmentsUnclear(line: Int)
  case partyUnclear(line: Int)

  var name: String {
    switch self {
    case .monthsLeftEmpty: "months_left_empty"
    case .resumeLinesPassed: "resume_lines_passed"
    case .tablesNotRead: "tables_not_read"
    case .elementsNotRead: "elements_not_read"
    case .formsNumbered: "forms_numbered"
    case .assessmentsUnclear: "assessments_unclear"
    case .partyUnclear: "party_unclear"
    }
  }

  var count: Int {
    switch self {
    case .monthsLeftEmpty(_, let count), .resumeLinesPassed(let count), .formsNumbered(let count): count
    case .tablesNotRead(let names): names.count
    case .elementsNotRead(let elements): elements.count
    case .assessmentsUnclear, .partyUnclear: 1
    }
  }

  var message: Message {
    switch self {
    case .monthsLeftEmpty(let column, let count):
      FieldFormatMessages.monthsLeftEmpty(column: column.called, count: count)
    case .resumeLinesPassed(let count): FieldFormatMessages.resumeLinesPassed(count)
    case .tablesNotRead(let names): FieldFormatMessages.tablesNotRead(names.map { shown($0) })
    case .elementsNotRead(let elements):
      FieldFormatMessages.elementsNotRead(elements.map { (name: $0.name, rows: $0.rows) })
    case .formsNumbered(let count): FieldFormatMessages.formsNumbered(count)
    case .assessmentsUnclear(let line): FieldFormatMessages.assessmentsUnclear(line: line)
    case .partyUnclear(let line): FieldFormatMessages.partyUnclear(line: line)
    }
  }
}
