public import CadreModel
public import Evaluation
import PolicyKit
public import PostgresClient

/// Makes the overview: judges what was not judged yet, then reads the counts.
public struct OverviewMaker: Sendable {
  public let evaluator: Evaluator

  public init(evaluator: Evaluator) {
    self.evaluator = evaluator
  }

  /// - Parameters:
  ///   - province: first two digits of a region code; nil for all.
  ///   - afresh: judges all again, also what was judged on the present data.
  ///   - connections: to the same database, of the same rights: as many cities and dates are judged at once.
  ///   - progress: told each city that is judged.
  /// - Throws: `EvaluationError`, `PostgresError`.
  public func overview(
    asOf: Day, province: String? = nil, afresh: Bool = false, on connections: [PostgresConnection],
    progress: (City) -> Void = { _ in }
  ) async throws -> Overview {
    let policies = evaluator.library.policies.filter { policy in
      province == nil || policy.configuration.city.provinceCode == province
    }
    let cities = policies.map { (city: $0.configuration.city, policy: $0) }
    return try await evaluator.judging(
      cities, asOf: asOf, afresh: afresh, on: connections, finished: progress
    ) { judged in
      var figures: [CityFigures] = []
      for city in judged {
        figures.append(try await city.reading(on: connections[0]) { figures, _ in figures })
      }
      return Overview(
        asOf: asOf, province: province, cities: figures,
        notInEffect: policies.filter { $0.configuration.effectiveOn > asOf })
    }
  }
}
