import PostgresClient

extension RunStore {
  /// The indicators whose rules are other than those that judged a run; nil where it judged other indicators.
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
          and i.result_set = $2
        order by i.ordinal
        """, [.text(run.city), .text(run.resultSet)]))
    guard rows.count == rules.count else { return nil }
    var changed: Set<String> = []
    for (row, rule) in zip(rows, rules) {
      guard try row.decode("indicator", as: String.self) == rule.indicator else { return nil }
      if try row.decode("rules_digest", as: String?.self) != rule.digest { changed.insert(rule.indicator) }
    }
    return changed
  }

  /// Records by which rules each indicator's results were judged.
  func noteRules(_ rules: [IndicatorRules], of run: Run) async throws {
    try await connection.execute(
      Statement(
        "note rules",
        """
        update run_indicators i
        set rules_digest = n.digest
        from unnest($3::text[]) with ordinality as n (digest, ordinal)
        where i.city_code = $1
          and i.result_set = $2
          and i.ordinal = n.ordinal
          and i.rules_digest is distinct from n.digest
        """, [.text(run.city), .text(run.resultSet), .textArray(rules.map(\.digest))]))
  }
}
