public import CadreModel
import Evaluation
public import PolicyKit
public import PostgresClient
import Results

/// Looks through all that is stored of cities for what the program did not put there.
///
/// Contents of tables against their digests, training sums against records, units' counts against results, runs' records
/// against units' counts; on demand results against a fresh judging.
public struct DeepCheck: Sendable {
  public let library: PolicyLibrary
  /// Whether to judge afresh what has results.
  public let judges: Bool

  public init(library: PolicyLibrary, judges: Bool) {
    self.library = library
    self.judges = judges
  }

  /// Looks through one city, in one view of its data.
  ///
  /// - Throws: `PostgresError`; `RenderingError` where it judges.
  public func run(_ city: City, on connection: PostgresConnection) async throws -> [IntegrityFinding] {
    var found = try await connection.withTransaction(about: city.code, .repeatableRead) { connection in
      try await ContentCheck(city: city, connection: connection).run()
        + DerivedCheck(city: city, connection: connection).run()
    }
    if judges { found += try await judged(city, on: connection) }
    return found
  }

  private func judged(_ city: City, on connection: PostgresConnection) async throws -> [IntegrityFinding] {
    let runs = try await connection.withTransaction(about: city.code) { connection in
      try await RunReader(connection: connection).withResults(of: city.code)
    }
    var found: [IntegrityFinding] = []
    for run in runs where run.scenario.isEmpty {
      guard let policy = library.policy(run.policy) else { continue }
      let differing = try await Evaluator(library: library, evaluatedBy: "").differences(from: run, policy, on: connection)
      if !differing.isEmpty { found.append(.judging(city: city, asOf: run.asOf, indicators: differing)) }
    }
    return found
  }
}
