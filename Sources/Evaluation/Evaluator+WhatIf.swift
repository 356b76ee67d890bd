public import CadreModel
import DataContract
public import PolicyKit
public import PostgresClient
public import Results

extension Evaluator {
  /// Judges a city under other parameters than the official ones, for `body` to read both side by side.
  ///
  /// Only indicators whose rules differ are judged, into a temporary table that ends with the transaction: nothing of it is
  /// stored. The official run is judged first, where it was not yet.
  ///
  /// - Parameters:
  ///   - city: under its official policy; the evaluator's library is the official one.
  ///   - scenario: the same policies under other parameters.
  ///   - body: reads within the transaction.
  /// - Returns: nil where the policy is not in force at the date.
  /// - Throws: `EvaluationError`, `ResultsError.replaced`, `RenderingError`, `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func whatIf<T>(
    _ city: CityUnderPolicy, under scenario: PolicyLibrary, asOf: Day, on connection: PostgresConnection,
    reading body: nonisolated(nonsending) (WhatIfReader) async throws -> T
  ) async throws -> T? {
    try await againWhereReplaced { _ in
      guard let run = try await evaluate(EvaluationJob(city, asOf: asOf), on: connection),
        let official = city.policy.judging(asOf: asOf), let policy = scenario.policy(city.policy.code),
        let tried = policy.judging(asOf: asOf)
      else { return nil }
      return try await connection.withResults(of: [run], in: city.city.code, .repeatableRead) { connection in
        // What came in since the official run would look like a work of the parameters.
        try await expectCurrent(run, of: EvaluationJob(city, asOf: asOf), official, nil, on: connection)
        let ordinals = try await judge(run, official: (city.policy, official), tried: (policy, tried), on: connection)
        return try await body(
          WhatIfReader(
            city: city, policy: policy, run: run, ordinals: ordinals,
            changes: policy.configuration.changes(from: city.policy.configuration), connection: connection))
      }
    }
  }

  /// Judges the indicators whose rules differ.
  ///
  /// - Returns: their ordinals.
  private nonisolated(nonsending) func judge(
    _ run: Run, official: (policy: Policy, judging: Judging), tried: (policy: Policy, judging: Judging),
    on connection: PostgresConnection
  ) async throws -> [Int] {
    let before = try official.policy.statements(for: official.judging)
    let after = try tried.policy.statements(for: tried.judging)
    let changed = zip(before, after).enumerated().filter { $1.0.rules != $1.1.rules }
      .map { (ordinal: $0 + 1, statement: $1.1) }
    try await connection.execute(Statement("make table of the what-if", WhatIfReader.table, []))
    let aside = JudgedAside(
      city: run.city, table: WhatIfReader.tableName, columns: WhatIfReader.columns, connection: connection)
    try await aside.judge(changed, tried.judging)
    return changed.map(\.ordinal)
  }
}
