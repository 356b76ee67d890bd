import CadreModel
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
    case post
  }

  /// Where subjects are named after a person or unit of their row, its id stands in place of the name, and nothing for
  /// persons, units and pairs themselves: whoever reads the rows knows the names of persons and units.
  var rows: String {
    let subject = SubjectName(
      of: entry.indicator.subjectKind, subject: "r.subject_id", city: run.city.sqlLiteral, language: language)
    let naming =
      switch SubjectNaming(of: entry.indicator.subjectKind) {
      case .byServer: (joins: subject.joins, name: subject.name)
      case .itself: (joins: "", name: "null::text")
      case .owner: (joins: subject.owner?.joins ?? "", name: subject.owner?.id ?? "null::text")
      }
    let columns = Column.allCases.map { column in
      switch column {
      case .subjectName: "\(naming.name) as subject_name"
      case .observed, .required: "\(number(column)) as \(column.rawValue)"
      // What a post is called is asked of its own row; of persons it is known.
      case .post: "\(entry.indicator.subjectKind == "post" ? "s.title" : "null::text") as post"
      default: "r.\(column.rawValue)"
      }
    }
    return """
      select
        \(columns.joined(separator: ",\n  "))
      from results r
      \(naming.joins)
      where r.city_code = \(run.city.sqlLiteral)
        and r.result_set = \(run.resultSet.sqlLiteral)
        and r.ordinal = \(entry.ordinal)\(filter.conditions.map { "\n  and \($0)" }.joined())
      """
  }

  /// The rows in the order of `results.csv`.
  var inOrder: String { "\(rows)\norder by r.period, r.subject_id, r.class nulls first" }

  /// Shares and ratios with four digits; trailing zeros of others fall away when read.
  private func number(_ column: Column) -> String {
    entry.indicator.measure.isFraction ? "round(r.\(column.rawValue), 4)" : "r.\(column.rawValue)"
  }
}
