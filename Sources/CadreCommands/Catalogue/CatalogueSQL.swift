import CadreModel
import Evaluation
import PolicyKit

/// One indicator's SQL as it would judge a city: what psql needs, and nothing else, to come to the same results.
struct CatalogueSQL {
  let library: PolicyLibrary
  let indicator: String
  let city: String
  let asOf: Day

  /// - Throws: `EvaluationError` for an indicator that there is not, or a date before the policy is in effect.
  func text() throws -> String {
    guard let policy = library.policies.first(where: { $0.indicator(indicator) != nil }),
      let found = policy.indicator(indicator)
    else {
      throw EvaluationError.unknownIndicator(indicator, nearest: [])
    }
    guard let judging = policy.judging(asOf: asOf) else {
      throw EvaluationError.notInEffect(policy: policy.code, from: policy.configuration.effectiveOn, asOf: asOf)
    }
    let select = try found.select(for: judging)
    let steps = try Snapshot.steps(for: judging)
    let needed = NeedsReader(steps).needs(of: select).snapshot
    let statements =
      ["begin"] + steps.filter { needed.contains($0.table) }.flatMap { $0.statements() } + [select, "rollback"]
    return statements.map { $0.replacing("$1", with: city.sqlLiteral) + ";\n" }.joined(separator: "\n")
  }
}
