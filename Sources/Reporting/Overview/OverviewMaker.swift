public import CadreModel
public import Evaluation
import PolicyKit
public import PostgresClient

/// Makes the overview: judges what was not judged yet, cities in parallel, then reads the tallies.
public struct OverviewMaker: Sendable {
  public let evaluator: Evaluator
  public let configuration: ConnectionConfiguration
  /// How many cities are judged at once, one connection each.
  public let parallelism: Int

  public init(evaluator: Evaluator, configuration: ConnectionConfiguration, parallelism: Int = 4) {
    self.evaluator = evaluator
    self.configuration = configuration
    self.parallelism = max(1, parallelism)
  }

  /// - Parameters:
  ///   - province: first two digits of a region code; nil for all.
  ///   - progress: told each city that is done.
  /// - Throws: `EvaluationError`, `PostgresError`.
  public func overview(
    asOf: Day, province: String? = nil, progress: @escaping @Sendable (City) -> Void = { _ in }
  ) async throws -> Overview {
    let policies = evaluator.library.policies.filter { policy in
      province == nil || policy.configuration.city.provinceCode == province
    }
    var waiting = policies[...]
    var cities: [CityFigures] = []
    try await withThrowingTaskGroup(of: CityFigures?.self) { group in
      func startNext() {
        guard let policy = waiting.popFirst() else { return }
        group.addTask { try await figures(of: policy, asOf: asOf) }
      }
      for _ in 0..<parallelism { startNext() }
      while let figures = try await group.next() {
        if let figures {
          progress(figures.city)
          cities.append(figures)
        }
        startNext()
      }
    }
    return Overview(
      asOf: asOf, province: province, cities: cities,
      notInEffect: policies.filter { $0.configuration.effectiveOn > asOf })
  }

  private func figures(of policy: Policy, asOf: Day) async throws -> CityFigures? {
    try await PostgresConnection.lent(configuration) { connection in
      try await CityFigures.evaluated(
        city: policy.configuration.city, policy: policy, asOf: asOf, by: evaluator, on: connection)
    }
  }
}

extension CityFigures {
  /// Judges a city where it was not judged yet, now and a year ago, and reads the figures; nil before the policy is in
  /// effect.
  ///
  /// Last year is the same day of last year (同比), under the values in force then; for 29 February it is 28 February.
  static func evaluated(
    city: City, policy: Policy, asOf: Day, by evaluator: Evaluator, on connection: PostgresConnection
  ) async throws -> CityFigures? {
    let lastYear = try await evaluator.evaluate(
      city: city.code, policy: policy, asOf: asOf.adding(years: -1), on: connection)
    guard let run = try await evaluator.evaluate(city: city.code, policy: policy, asOf: asOf, on: connection) else {
      return nil
    }
    return try await connection.withTransaction(about: city.code, .snapshot) { connection in
      try await FiguresReader(connection: connection).figures(city: city, policy: policy, run: run, lastYear: lastYear)
    }
  }
}

extension PostgresConnection {
  /// A connection for the length of `body`.
  static func lent<T: Sendable>(
    _ configuration: ConnectionConfiguration, _ body: (PostgresConnection) async throws -> T
  ) async throws -> T {
    let connection = try await connect(configuration)
    do {
      let value = try await body(connection)
      await connection.close()
      return value
    } catch {
      await connection.close()
      throw error
    }
  }
}
