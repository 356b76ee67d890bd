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
    try await evaluator.judging(
      cities(of: province), asOf: asOf, afresh: afresh, on: connections, finished: progress
    ) { judged in
      try await overview(of: judged, asOf: asOf, province: province, on: connections[0])
    }
  }

  /// The cities that the overview is of, each under its own policy.
  func cities(of province: String?) -> [(city: City, policy: Policy)] {
    evaluator.library.policies.map { (city: $0.configuration.city, policy: $0) }.filter { city, _ in
      province == nil || city.provinceCode == province
    }
  }

  /// The overview of cities that are judged.
  nonisolated(nonsending) func overview(
    of judged: [JudgedCity], asOf: Day, province: String?, on connection: PostgresConnection
  ) async throws -> Overview {
    var figures: [CityFigures] = []
    for city in judged {
      figures.append(try await city.reading(on: connection) { figures, _, _ in figures })
    }
    return Overview(
      asOf: asOf, province: province, cities: figures,
      notInEffect: cities(of: province).map(\.policy).filter { $0.configuration.effectiveOn > asOf })
  }
}
