import PolicyKit

/// A unit with all units below it, at any depth: what is asked of a unit is asked of these, too.
struct UnitBranch: Sendable {
  /// In tree order: its own first.
  let ids: [String]
  private let known: Set<String>

  init(ids: [String]) {
    self.ids = ids
    known = Set(ids)
  }

  func contains(_ id: String) -> Bool { known.contains(id) }

  /// SQL of whether a result `r` is of one of them.
  var condition: String { "coalesce(r.unit_id, '') in (\(ids.map(\.sqlLiteral).joined(separator: ", ")))" }
}
