package import CadreModel
import PolicyKit

/// Which rows of an indicator's results, as conditions on `r`.
package struct RowFilter: Sendable {
  /// Empty for all.
  package var statuses: [Status]
  /// Ids of units, empty for those of none; no ids for all.
  package var units: [String]
  /// A further condition.
  package var condition: String?

  package init(statuses: [Status] = [], units: [String] = [], condition: String? = nil) {
    self.statuses = statuses
    self.units = units
    self.condition = condition
  }

  var conditions: [String] {
    var conditions: [String] = []
    if !statuses.isEmpty { conditions.append("r.status in (\(Self.list(statuses.map(\.rawValue))))") }
    if !units.isEmpty { conditions.append("coalesce(r.unit_id, '') in (\(Self.list(units)))") }
    if let condition { conditions.append("(\(condition))") }
    return conditions
  }

  private static func list(_ texts: [String]) -> String {
    texts.map(\.sqlLiteral).joined(separator: ", ")
  }
}
