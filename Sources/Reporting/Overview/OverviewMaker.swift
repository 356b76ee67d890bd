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
      cities(of: province, asOf: asOf), asOf: asOf, afresh: afresh, on: connections, finished: progress
    ) { judged in
      try await overview(of: judged, asOf: asOf, province: province, on: connections[0])
    }
  }

  /// The cities that the overview is of, each under its own policy.
  func cities(of province: String?, asOf: Day) -> [CityUnderPolicy] {
    let library = evaluator.library
    return library.cities.filter { province == nil || $0.provinceCode == province }
      .compactMap { library.register.policy(of: $0.code, on: asOf) }
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
      notInEffect: cities(of: province, asOf: asOf).filter { !$0.isInForce(on: asOf) })
  }
}
