import Access
public import CadreModel
public import Journal
public import PolicyKit
public import PostgresClient
public import Results

/// One city to be judged under a policy at a date.
public struct EvaluationJob: Sendable {
  public let city: String
  public let policy: Policy
  public let asOf: Day
  /// The first as-of date at which the city is judged under the policy.
  public let since: Day
  /// Up to when what was handed in counts; nil: all of it.
  public let known: KnownAsOf?
  /// What of it is kept.
  public var keeps = Keeps.results
  /// Whether it may be left out by a login that may not judge, where nobody has judged it: the year before, a trend's months.
  var isOptional = false

  /// - Parameter since: the first day as of which the city is judged under the policy; nil for the day on which the policy
  ///   takes effect.
  public init(city: String, policy: Policy, asOf: Day, since: Day? = nil, known: KnownAsOf? = nil) {
    self.city = city
    self.policy = policy
    self.asOf = asOf
    self.since = since ?? policy.configuration.effectiveOn
    self.known = known
  }

  public init(_ city: CityUnderPolicy, asOf: Day, known: KnownAsOf? = nil) {
    self.init(city: city.city.code, policy: city.policy, asOf: asOf, since: city.since, known: known)
  }

  /// What a judging leaves behind beside its record.
  public enum Keeps: Sendable, Hashable {
    /// Every result, and the counts by unit: what reports read and explanations begin with.
    case results
    /// The counts by indicator alone, which stay with the run's record: what a trend is made of. To store a city's results takes
    /// longer than to judge them.
    case counts
  }
}

extension Evaluator {
  /// Judges cities and dates, as many at once as the pool has connections, each as `evaluate` does one.
  ///
  /// - Parameters:
  ///   - pool: none of its connections is lent to the caller meanwhile.
  ///   - started, progress, finished: told each job as it begins, each step of it, and the run when it is done, with
  ///     the job's place.
  /// - Returns: the runs in the order of the jobs; nil for a date before the city is judged under the policy.
  /// - Throws: `KnownError.numberOfSeveralCities`; what the first job to fail throws; the others are stopped, and those that
  ///   were done stay.
  public nonisolated(nonsending) func evaluate(
    _ jobs: [EvaluationJob], afresh: Bool = false, on pool: ConnectionPool,
    started: (Int) -> Void = { _ in }, progress: @escaping @Sendable (Int, EvaluationStep) -> Void = { _, _ in },
    finished: (Int, Run?) -> Void = { _, _ in }
  ) async throws -> [Run?] {
    if Set(jobs.map(\.city)).count > 1, case .importNumber(let number) = jobs.first?.known {
      throw KnownError.numberOfSeveralCities(number)
    }
    var runs = [Run?](repeating: nil, count: jobs.count)
    try await withThrowingTaskGroup(of: (Int, Run?).self) { group in
      var waiting = jobs.indices[...]
      func startNext() {
        guard let index = waiting.popFirst() else { return }
        started(index)
        group.addTask {
          let run = try await pool.withConnection { connection in
            try await stored(jobs[index], afresh: afresh, on: connection) { progress(index, $0) }
          }
          return (index, run)
        }
      }
      // No more than there are connections: a job that waited for another's would wait for minutes.
      for _ in 0..<pool.size { startNext() }
      while let (index, run) = try await group.next() {
        runs[index] = run
        finished(index, run)
        startNext()
      }
    }
    // Only now: as long as one of them fills a part, none can be dropped.
    try await pool.withConnection { connection in
      guard try await Duty.evaluator.isHeld(on: connection) else { return }
      for case let run? in runs { try await RunStore(connection: connection).dropSuperseded(by: run) }
    }
    return runs
  }
}
