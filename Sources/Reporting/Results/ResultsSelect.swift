import CadreModel
import Evaluation
import PolicyKit

/// The results of one indicator as stored, as a select: codes and numbers, whose sentences are made when read.
///
/// An indicator's subjects are of one kind, so that the select joins only what names them. COPY takes no parameters:
/// the city and the run stand in the text as literals.
struct ResultsSelect {
  let run: Run
  let entry: RunIndicator
  let language: Language
  let filter: RowFilter

  /// What a row holds, in order.
  enum Column: String, CaseIterable {
    case ordinal
    case subjectID = "subject_id"
    case subjectName = "subject_name"
    case unitID = "unit_id"
    case period
    case status
    case `class`
    case observed
    case required
    case dueOn = "due_on"
    case reason
    case detail
  }

  /// - Parameter named: whether subjects are named; otherwise the name is empty, for whoever knows it already.
  func rows(named: Bool) -> String {
    let subject =
      named
      ? SubjectName(
        of: entry.indicator.subjectKind, subject: "r.subject_id", city: run.city.sqlText, language: language)
      : nil
    let columns = Column.allCases.map { column in
      switch column {
      case .subjectName: "\(subject?.name ?? "null::text") as subject_name"
      case .observed, .required: "\(number(column)) as \(column.rawValue)"
      default: "r.\(column.rawValue)"
      }
    }
    return """
      select
        \(columns.joined(separator: ",\n  "))
      from results r
      \(subject?.joins ?? "")
      where r.city_code = \(run.city.sqlText)
        and r.run_id = \(run.id.sqlText)
        and r.ordinal = \(entry.ordinal)\(filter.conditions.map { "\n  and \($0)" }.joined())
      """
  }

  /// The rows in the order of `results.csv`.
  func inOrder(named: Bool) -> String { "\(rows(named: named))\norder by \(Self.order)" }

  /// At most so many rows, the first by due date.
  func first(_ count: Int) -> String {
    "\(rows(named: true))\norder by r.due_on nulls last, \(Self.order)\nlimit \(count)"
  }

  private static let order = "r.period, r.subject_id, r.class nulls first"

  /// Shares and ratios with four digits; trailing zeros of others fall away when read.
  private func number(_ column: Column) -> String {
    entry.indicator.measure.hasFourDigits ? "round(r.\(column.rawValue), 4)" : "r.\(column.rawValue)"
  }
}
