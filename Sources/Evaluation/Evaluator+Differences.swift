public import PolicyKit
public import PostgresClient
public import Results

extension Evaluator {
  /// Judges a run's city and date afresh, and tells which indicators come to other results than are stored. Nothing of it is
  /// kept.
  ///
  /// - Returns: their ids, in the order of the catalogue; none where the data or the rules are no longer the run's.
  /// - Throws: `EvaluationError`, `RenderingError`, `PostgresError`.
  public func differences(
    from run: Run, _ policy: Policy, on connection: PostgresConnection
  ) async throws -> [String] {
    guard let judging = policy.judging(asOf: run.asOf) else { return [] }
    do {
      try await connection.withTransaction(about: run.city, .repeatableRead) { connection in
        throw Compared(indicators: try await compare(run, policy, judging, on: connection))
      }
    } catch let compared as Compared {
      return compared.indicators
    }
    return []
  }

  /// Ends the transaction without keeping what was judged in it.
  private struct Compared: Error {
    let indicators: [String]
  }

  private func compare(
    _ run: Run, _ policy: Policy, _ judging: Judging, on connection: PostgresConnection
  ) async throws -> [String] {
    let basis = try await RunBasis(city: run.city, policy: policy, judging: judging, known: nil, on: connection)
    let job = EvaluationJob(city: run.city, policy: policy, asOf: run.asOf)
    var afresh = basis.run(of: job, scenario: run.scenario)
    guard afresh.findsTheSame(as: run) else { return [] }
    let store = RunStore(connection: connection)
    try await Self.useSettings(on: connection)
    afresh.resultSet = try await store.freshResultSet(for: afresh)
    try await store.createPartition(of: afresh)
    let work = Judgement(policy: policy, judging: judging, connection: connection, progress: { _ in })
    _ = try await work.judgeAll(afresh)
    let rows = try await connection.query(
      Statement(
        "compare results",
        """
        with judged as (
          select
            r.ordinal,
            count(*) as results,
            sum(\(ResultDigest.hash(of: "r"))) as digest
          from \(RunStore.partition(of: afresh)) r
          group by r.ordinal
        ),
        stored as (
          select
            t.ordinal,
            sum(\(StatusCounts.columns.map { "t.\($0)" }.joined(separator: " + "))) as results,
            sum(t.digest) as digest
          from unit_tallies t
          where t.city_code = $1
            and t.result_set = $2
          group by t.ordinal
        )
        select coalesce(j.ordinal, s.ordinal) as ordinal
        from judged j
        full join stored s on s.ordinal = j.ordinal
        where (j.results, j.digest) is distinct from (s.results, s.digest)
        order by 1
        """, [.text(run.city), .text(run.resultSet)]))
    return try rows.map { policy.indicators[try $0.decode("ordinal", as: Int.self) - 1].id }
  }
}
