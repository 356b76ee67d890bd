import CadreModel
import Journal
import PolicyKit
public import PostgresClient
import Results

extension Evaluator {
  /// Two sides that are runs, by their ids.
  public typealias NamedRuns = (policy: String, before: ComparedSide, after: ComparedSide)

  /// The sides of a comparison that two recorded runs of a city are.
  ///
  /// - Throws: `EvaluationError.unknownRun`; `EvaluationError.runsOfTwoPolicies`; `PostgresError`.
  public nonisolated(nonsending) func sides(
    ofRuns ids: (before: String, after: String), in city: String, on connection: PostgresConnection
  ) async throws -> NamedRuns {
    try await connection.withTransaction(about: city, .snapshot) { connection in
      let reader = RunReader(connection: connection)
      func side(_ id: String) async throws -> (run: Run, side: ComparedSide) {
        guard let run = try await reader.run(city: city, id: id) else { throw EvaluationError.unknownRun(id, city: city) }
        let number = try await ImportNumbers(connection: connection).number(of: run)
        return (run, ComparedSide(asOf: run.asOf, known: number.map(KnownAsOf.importNumber), run: run))
      }
      let (before, after) = (try await side(ids.before), try await side(ids.after))
      guard before.run.policy == after.run.policy, before.run.scenario == after.run.scenario else {
        throw EvaluationError.runsOfTwoPolicies(before.run.policy, after.run.policy)
      }
      return (before.run.policy, before.side, after.side)
    }
  }
}

extension ComparedSide {
  /// - Throws: `EvaluationError.otherRules` where a run was named, and this one was judged by other rules or from other data.
  func expect(_ found: Run) throws(EvaluationError) {
    guard let run, !found.findsTheSame(as: run) else { return }
    throw .otherRules(run: run.id, asOf: run.asOf)
  }
}
