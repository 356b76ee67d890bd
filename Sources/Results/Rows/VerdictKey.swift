import PolicyKit

/// What tells the verdicts of one city and date apart, so that those of two states can be set beside each other: the place of the
/// indicator, the subject, the period, and a result's class, which tells apart the results of one subject; of a classification the
/// class is the verdict itself.
struct VerdictKey {
  let policy: Policy

  /// SQL of the last part, of a row of results.
  func classKey(_ row: String) -> String {
    let classified = ordinals { $0.rule.kind == .classification }
    return "case when \(row).ordinal = any (\(classified)) then '' else coalesce(\(row).class, '') end"
  }

  /// SQL of the places of the indicators of which a condition holds.
  func ordinals(where condition: (Indicator) -> Bool) -> String {
    Self.list(policy.indicators.enumerated().filter { condition($1) }.map { $0.offset + 1 })
  }

  static func list(_ ordinals: [Int]) -> String {
    "'{\(ordinals.map(String.init).joined(separator: ","))}'::smallint[]"
  }

  /// SQL of whether two rows have the same key; both have the last part as `class_key`.
  static func isSame(_ row: String, _ other: String) -> String {
    ["ordinal", "subject_id", "period", "class_key"].map { "\(row).\($0) = \(other).\($0)" }.joined(separator: "\n  and ")
  }
}
