import CadreModel
import Evaluation
import PolicyKit

/// One indicator's SQL as it would judge a city: what psql needs, and nothing else, to come to the same results.
struct CatalogueSQL {
  let library: PolicyLibrary
  let indicator: String
  let city: String
  let asOf: Day

  /// As psql reads it.
  ///
  /// - Throws: as `statements`.
  func text() throws -> String {
    try statements().map { $0 + ";\n" }.joined(separator: "\n")
  }

  /// A transaction that makes the snapshot's tables, judges, and leaves nothing.
  ///
  /// - Throws: `EvaluationError` for an indicator that there is not, or a date before the policy is in effect.
  func statements() throws -> [String] {
    guard let policy = library.policies.first(where: { $0.indicator(indicator) != nil }),
      let found = policy.indicator(indicator)
    else {
      throw EvaluationError.unknownIndicator(indicator, nearest: library.indicators(like: indicator))
    }
    guard let judging = policy.judging(asOf: asOf) else {
      throw EvaluationError.notInEffect(policy: policy.code, from: policy.configuration.effectiveOn, asOf: asOf)
    }
    let select = try found.select(for: judging)
    let steps = try Snapshot.steps(for: judging)
    let needed = NeedsReader(steps).needs(of: select).snapshot
    let tables = steps.filter { needed.contains($0.table) }.flatMap { $0.statements() }
    return (["begin"] + tables + [select, "rollback"]).map { $0.replacing("$1", with: city.sqlLiteral) }
  }
}
