public import CadreModel
public import PolicyKit
public import PostgresClient

/// One city to be judged under a policy at a date.
public struct EvaluationJob: Sendable {
  public let city: String
  public let policy: Policy
  public let asOf: Day
  /// The first as-of date at which the city is judged under the policy.
  public let since: Day

  /// - Parameter since: the first day as of which the city is judged under the policy; nil for the day on which the policy
  ///   takes effect.
  public init(city: String, policy: Policy, asOf: Day, since: Day? = nil) {
    self.city = city
    self.policy = policy
    self.asOf = asOf
    self.since = since ?? policy.configuration.effectiveOn
  }

  public init(_ city: CityUnderPolicy, asOf: Day) {
    self.init(city: city.city.code, policy: city.policy, asOf: asOf, since: city.since)
  }
}

extension Evaluator {
  /// Carries out several judgings, as many at once as there are connections.
  ///
  /// - Parameters:
  ///   - connections: to the same database, of the same rights; at least one.
  ///   - started, progress, finished: told each job as it begins, each step of it, and the run when it is done, with
  ///     the job's place.
  /// - Returns: the runs in the order of the jobs; nil for a date before the city is judged under the policy.
  /// - Throws: what the first job to fail throws; the others are stopped, and those that were done stay.
  public func evaluate(
    _ jobs: [EvaluationJob], afresh: Bool = false, on connections: [PostgresConnection],
    started: (Int) -> Void = { _ in }, progress: @escaping @Sendable (Int, EvaluationStep) -> Void = { _, _ in },
    finished: (Int, Run?) -> Void = { _, _ in }
  ) async throws -> [Run?] {
    var runs = [Run?](repeating: nil, count: jobs.count)
    try await withThrowingTaskGroup(of: (Int, Run?, PostgresConnection).self) { group in
      var waiting = jobs.indices[...]
      func startNext(on connection: PostgresConnection) {
        guard let index = waiting.popFirst() else { return }
        started(index)
        group.addTask {
          let run = try await stored(jobs[index], afresh: afresh, on: connection) { progress(index, $0) }
          return (index, run, connection)
        }
      }
      for connection in connections { startNext(on: connection) }
      while let (index, run, connection) = try await group.next() {
        runs[index] = run
        finished(index, run)
        startNext(on: connection)
      }
    }
    // Dropped at the end: a partition cannot be dropped while another job fills one of the same table.
    if let connection = connections.first {
      for case let run? in runs { try await RunStore(connection: connection).dropSuperseded(by: run) }
    }
    return runs
  }
}
