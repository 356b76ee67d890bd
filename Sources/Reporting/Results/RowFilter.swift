import CadreModel

/// Which rows of an indicator's results, as conditions on `r`.
struct RowFilter: Sendable {
  /// Empty for all.
  var statuses: [Status] = []
  /// A further condition.
  var condition: String?

  var conditions: [String] {
    var conditions: [String] = []
    if !statuses.isEmpty {
      conditions.append("r.status in (\(statuses.map(\.rawValue.sqlText).joined(separator: ", ")))")
    }
    if let condition { conditions.append("(\(condition))") }
    return conditions
  }
}
