public import CadreModel
public import PolicyKit
public import PostgresClient
import Schema

/// Judges cities: one transaction a run, from one view of the data.
public struct Evaluator: Sendable {
  public let library: PolicyLibrary
  /// Who asks, for the run's record.
  public let evaluatedBy: String

  public init(library: PolicyLibrary, evaluatedBy: String) {
    self.library = library
    self.evaluatedBy = evaluatedBy
  }

  /// Judges a city under a policy at a date and stores the results as a run.
  ///
  /// The same data, date, policy and schema make the same run: where it is stored already it is returned as it is,
  /// unless `afresh`. Older runs of the same city, policy and date are dropped, and can be read until then.
  ///
  /// - Parameters:
  ///   - progress: told each step as it is done.
  /// - Returns: the run; nil for a date before the policy is in effect.
  /// - Throws: `EvaluationError.unknownCity`, `RenderingError`, `PostgresError`.
  public func evaluate(
    city: String, policy: Policy, asOf: Day, afresh: Bool = false, on connection: PostgresConnection,
    progress: @escaping @Sendable (EvaluationStep) -> Void = { _ in }
  ) async throws -> Run? {
    let job = EvaluationJob(city: city, policy: policy, asOf: asOf)
    return try await evaluate([job], afresh: afresh, on: [connection], progress: { progress($1) })[0]
  }

  /// Judges and stores one city, and leaves what the run supersedes.
  func stored(
    _ job: EvaluationJob, afresh: Bool, on connection: PostgresConnection,
    progress: @escaping @Sendable (EvaluationStep) -> Void
  ) async throws -> Run? {
    let (city, policy) = (job.city, job.policy)
    guard let judging = policy.judging(asOf: job.asOf) else { return nil }
    let lock = NamedLock("cadre run \(city) \(policy.code) \(job.asOf)")
    // Held by the session, not the transaction: whoever waited must see what the one before committed.
    return try await connection.holding([.schema(.shared), lock]) {
      try await connection.withTransaction(about: city, .repeatableRead) { connection in
        try await judge(city, judging, policy, afresh: afresh, on: connection, progress: progress)
      }
    }
  }

  /// Sorting a city's facts for a merge join costs more than hashing the few rows they meet, and a plan needs to know
  /// of the snapshot's tables little more than how large they are. A run that a crash of the server loses is judged again
  /// when it is asked for, so its commit need not wait for the disk.
  private static let settings = [
    "enable_mergejoin = off", "default_statistics_target = 25", "synchronous_commit = off",
  ]

  private func judge(
    _ city: String, _ judging: Judging, _ policy: Policy, afresh: Bool, on connection: PostgresConnection,
    progress: @escaping @Sendable (EvaluationStep) -> Void
  ) async throws -> Run {
    let basis = try await RunBasis(city: city, policy: policy, judging: judging, on: connection)
    let id = basis.runID(city: city, policy: policy.code, asOf: judging.asOf)
    let store = RunStore(connection: connection)
    let earlier = try await store.run(city: city, id: id)
    if let earlier, !afresh { return earlier }
    for setting in Self.settings {
      try await connection.execute(Statement("set for the run", "set local \(setting)", []))
    }
    var run = Run(
      city: city, id: id, resultSet: id, policy: policy.code, asOf: judging.asOf, policyVersion: basis.policyVersion,
      schemaVersion: basis.schemaVersion, watermark: basis.watermark, resultCount: 0)
    let work = Judgement(policy: policy, judging: judging, connection: connection, progress: progress)
    if !afresh, let last = try await store.latest(city: city, policy: policy.code, asOf: judging.asOf),
      last.isComparable(to: run), let changed = try await store.rulesChanged(since: last, to: basis.rules),
      let changes = try await DataChanges(since: last, on: connection)
    {
      run.resultSet = last.resultSet
      run.resultCount = last.resultCount + (try await work.renew(run, changes, rulesChanged: changed))
      try await store.renew(run, in: last, by: evaluatedBy)
      try await store.noteMissingTables(of: run, policy.indicators, tablesReceived: basis.tablesReceived)
      if !changed.isEmpty { try await store.noteRules(basis.rules, of: run) }
      return run
    }
    run.resultSet = try await store.freshResultSet(for: run)
    try await ReferenceTriggers.silence(connection)
    try await store.createPartition(of: run)
    run.resultCount = try await work.judgeAll(run)
    if let earlier { try await store.giveUpID(of: earlier) }
    try await store.save(run, indicators: policy.indicators, tablesReceived: basis.tablesReceived, by: evaluatedBy)
    try await store.noteRules(basis.rules, of: run)
    return run
  }
}

