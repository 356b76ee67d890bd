import CadreModel
public import DataContract
import Messages

/// What is told of a delivery of the field's formats beside its findings.
public enum FieldFileNotice: Sendable, Hashable {
  /// Dates of which only the month is known, left empty where the column may be.
  case monthsLeftEmpty(Column, Int)
  /// Earlier lines of 简历 that begin with no unit of the city: they are no posts here.
  case resumeLinesPassed(Int)
  /// Tables of an exchange that hold nothing of what is imported.
  case tablesNotRead([String])
  case assessmentsUnclear(line: Int)
  case partyUnclear(line: Int)

  var name: String {
    switch self {
    case .monthsLeftEmpty: "months_left_empty"
    case .resumeLinesPassed: "resume_lines_passed"
    case .tablesNotRead: "tables_not_read"
    case .assessmentsUnclear: "assessments_unclear"
    case .partyUnclear: "party_unclear"
    }
  }

  var count: Int {
    switch self {
    case .monthsLeftEmpty(_, let count), .resumeLinesPassed(let count): count
    case .tablesNotRead(let names): names.count
    case .assessmentsUnclear, .partyUnclear: 1
    }
  }

  var message: Message {
    switch self {
    case .monthsLeftEmpty(let column, let count):
      FieldFormatMessages.monthsLeftEmpty(column: column.called, count: count)
    case .resumeLinesPassed(let count): FieldFormatMessages.resumeLinesPassed(count)
    case .tablesNotRead(let names): FieldFormatMessages.tablesNotRead(names.map { shown($0) })
    case .assessmentsUnclear(let line): FieldFormatMessages.assessmentsUnclear(line: line)
    case .partyUnclear(let line): FieldFormatMessages.partyUnclear(line: line)
    }
  }
}
