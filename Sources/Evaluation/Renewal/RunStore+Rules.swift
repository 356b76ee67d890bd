import PostgresClient
import Results

extension RunStore {
  /// The indicators whose rules digest differs from the run's; nil where the run judged another list of indicators.
  func rulesChanged(since run: Run, to rules: [IndicatorRules]) async throws -> Set<String>? {
    let rows = try await connection.query(
      Statement(
        "rules of a run",
        """
        select
          i.indicator,
          i.rules_digest
        from run_indicators i
        where i.city_code = $1
          and i.run_id = $2
        order by i.ordinal
        """, [.text(run.city), .text(run.id)]))
    guard rows.count == rules.count else { return nil }
    var changed: Set<String> = []
    for (row, rule) in zip(rows, rules) {
      guard try row.decode("indicator", as: String.self) == rule.indicator else { return nil }
      if try row.decode("rules_digest", as: String?.self) != rule.digest { changed.insert(rule.indicator) }
    }
    return changed
  }
}
