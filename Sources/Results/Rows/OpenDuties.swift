package import CadreModel
import PolicyKit

/// Which results are duties that are still open: something has to happen by their due date, or they are unmet then.
package enum OpenDuties {
  /// How far ahead reports look where nobody says otherwise.
  package static let usualDays = 90

  /// SQL of whether a result `r` is one: what is not done yet, and posts whose tenure ends some day.
  package static let condition = """
    (r.status in ('pending', 'at_risk') or r.status = 'met' and r.reason = \(Reason.withinTenure.rawValue.sqlLiteral))
    """

  /// SQL of whether it falls due after a day, up to another one.
  package static func due(after asOf: Day, upTo last: Day) -> String {
    "\(condition) and r.due_on > \(asOf.sql) and r.due_on <= \(last.sql)"
  }
}
