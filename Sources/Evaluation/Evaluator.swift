import Access
public import CadreModel
import DataContract
import Journal
public import PolicyKit
public import PostgresClient
public import Results
import Schema

/// Judges cities and stores runs. Each run is one transaction with one view of the data.
public struct Evaluator: Sendable {
  public let library: PolicyLibrary
  /// The user for whom a city is judged, for the run's record.
  public let evaluatedBy: String

  /// Told each run that stands for what a login that may not judge has asked for, though data or rules have changed since.
  let heldRun: @Sendable (Run) -> Void

  public init(library: PolicyLibrary, evaluatedBy: String, heldRun: @escaping @Sendable (Run) -> Void = { _ in }) {
    self.library = library
    self.evaluatedBy = evaluatedBy
    self.heldRun = heldRun
  }

  /// Judges a city under a policy at a date and stores the results as a run.
  ///
  /// Where the latest run has judged the same data by the same rules, it is returned as it is, unless `afresh`. In the end
  /// the results of older runs of the same city, policy, scenario and date are dropped; the runs stay.
  ///
  /// - Parameters:
  ///   - progress: told each step as it is done.
  /// - Returns: the run; nil for a date before the policy is in effect.
  /// - Throws: `EvaluationError.unknownCity`, `EvaluationError.cityNotStored`, `RenderingError`, `PostgresError`.
  public func evaluate(
    city: String, policy: Policy, asOf: Day, afresh: Bool = false, on connection: PostgresConnection,
    progress: @escaping @Sendable (EvaluationStep) -> Void = { _ in }
  ) async throws -> Run? {
    try await evaluate(
      EvaluationJob(city: city, policy: policy, asOf: asOf), afresh: afresh, on: connection, progress: progress)
  }

  /// The same of a city under the policy that it adopted, since that date.
  public func evaluate(
    _ job: EvaluationJob, afresh: Bool = false, on connection: PostgresConnection,
    progress: @escaping @Sendable (EvaluationStep) -> Void = { _ in }
  ) async throws -> Run? {
    let run = try await stored(job, afresh: afresh, on: connection, progress: progress)
    if let run, try await Duty.evaluator.isHeld(on: connection) {
      try await RunStore(connection: connection).dropSuperseded(by: run)
    }
    return run
  }

  /// Carries out one judging and stores it. The results that it supersedes are not dropped yet.
  func stored(
    _ job: EvaluationJob, afresh: Bool, on connection: PostgresConnection,
    progress: @escaping @Sendable (EvaluationStep) -> Void
  ) async throws -> Run? {
    guard job.asOf >= job.since, let judging = job.policy.judging(asOf: job.asOf) else { return nil }
    let scenario = library.scenario(of: job.policy.code)
    let lock = NamedLock("cadre run \(job.city) \(job.policy.code) \(job.asOf)\(scenario.isEmpty ? "" : " \(scenario)")")
    // Locks of the session, taken before the transaction begins: whoever waited must see what the one before has committed.
    return try await connection.holding([.schema(.shared), lock]) {
      try await connection.withTransaction(about: job.city, .repeatableRead) { connection in
        try await judge(job, judging, afresh: afresh, on: connection, progress: progress)
      }
    }
  }

  /// Settings for the run's transaction. No merge joins: to sort a city's facts costs more than to hash the few rows that
  /// they are joined with. Small statistics: of the snapshot's tables the planner needs little more than the size. No wait
  /// for the disk at the commit: a run that a crash loses is judged again when it is asked for.
  private static let settings = [
    "enable_mergejoin = off", "default_statistics_target = 25", "synchronous_commit = off",
  ]

  /// Sets them for the rest of the transaction.
  static func useSettings(on connection: PostgresConnection) async throws {
    for setting in settings {
      try await connection.execute(Statement("set to judge", "set local \(setting)", []))
    }
  }

  func basis(
    of job: EvaluationJob, _ judging: Judging, _ known: KnownData?, on connection: PostgresConnection
  ) async throws -> RunBasis {
    do {
      return try await RunBasis(city: job.city, policy: job.policy, judging: judging, known: known, on: connection)
    } catch EvaluationError.unknownCity where library.city(job.city) != nil {
      throw EvaluationError.cityNotStored(job.city)
    }
  }

  /// The data of then, where the job names an import that others have followed.
  func known(of job: EvaluationJob, on connection: PostgresConnection) async throws -> KnownData? {
    guard let known = job.known else { return nil }
    guard let city = library.city(job.city) else {
      throw EvaluationError.unknownCity(job.city, known: library.cities.map(\.code))
    }
    return try await KnownData.find(known, of: city, on: connection)
  }

  private func judge(
    _ job: EvaluationJob, _ judging: Judging, afresh: Bool, on connection: PostgresConnection,
    progress: @escaping @Sendable (EvaluationStep) -> Void
  ) async throws -> Run? {
    let policy = job.policy
    let known = try await known(of: job, on: connection)
    let basis = try await basis(of: job, judging, known, on: connection)
    var run = basis.run(of: job, scenario: library.scenario(of: policy.code))
    let store = RunStore(connection: connection)
    let last = try await store.reader.latest(
      city: job.city, policy: run.policy, scenario: run.scenario, asOf: run.asOf, knownAsOf: run.knownAsOf)
    if let last, !afresh, last.findsTheSame(as: run) { return last }
    let counted = job.keeps == .counts ? try await store.reader.latestCounted(like: run) : nil
    if let counted, !afresh, counted.findsTheSame(as: run) { return counted }
    guard try await Duty.evaluator.isHeld(on: connection) else {
      if afresh { throw EvaluationError.mayNotJudge(job.city, asOf: job.asOf, latest: nil) }
      if let last = last ?? counted {
        heldRun(last)
        return last
      }
      if job.isOptional { return nil }
      throw EvaluationError.mayNotJudge(
        job.city, asOf: job.asOf, latest: try await latestRun(like: run, on: connection))
    }
    try await Self.useSettings(on: connection)
    run.id = try await store.freshID(for: run)
    func record(_ run: Run) -> RunRecord {
      RunRecord(
        run: run, indicators: policy.indicators, rules: basis.rules,
        missingTables: policy.indicators.map { basis.missingTables(of: $0).map(\.rawValue).joined(separator: ",") },
        evaluatedBy: evaluatedBy, programVersion: ProgramVersion.current)
    }
    let work = Judgement(policy: policy, judging: judging, connection: connection, progress: progress)
    // Results that were published stay: the new run gets a set of its own.
    if !afresh, known == nil, let last, try await !store.isPublished(last),
      let changed = try await store.rulesChanged(since: last, to: basis.rules),
      let changes = try await DataChanges(since: last, on: connection)
    {
      run.resultSet = last.resultSet
      let growth = try await work.renew(run, changes, rulesChanged: changed)
      run.resultCount = last.resultCount + (growth ?? 0)
      try await store.saveRenewed(record(run), from: last, isChanged: growth != nil)
      return run
    }
    if job.keeps == .counts {
      return try await count(work, run, since: afresh || known != nil ? nil : counted, known, basis.rules, store, record)
    }
    run.resultSet = try await store.freshResultSet(for: run)
    try await ReferenceTriggers.silence(about: job.city, connection)
    try await store.createPartition(of: run)
    if let known { try await KnownTables.show(known, on: connection) }
    run.resultCount = try await work.judgeAll(run)
    try await store.save(record(run))
    return run
  }
}
