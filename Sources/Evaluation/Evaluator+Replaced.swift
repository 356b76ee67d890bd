import Journal
import PolicyKit
import PostgresClient
import Results

/// What is read of stored runs holds as long as nobody puts others in their place.
extension Evaluator {
  /// How often work begins anew where others judge the same cities, or import, at the same time.
  private static let attempts = 3

  /// Runs `body`, and again where another process has put other runs in the place of those that it was to read.
  ///
  /// - Parameter body: gets the number of the attempt, from 1.
  /// - Throws: `ResultsError.replaced` after the last attempt; what `body` throws.
  nonisolated(nonsending) func againWhereReplaced<T>(
    _ body: nonisolated(nonsending) (_ attempt: Int) async throws -> T
  ) async throws -> T {
    var attempt = 1
    while true {
      do {
        return try await body(attempt)
      } catch ResultsError.replaced where attempt < Self.attempts {
        attempt += 1
      }
    }
  }

  /// Looks whether a run would be judged alike now: from the same data by the same rules.
  ///
  /// - Throws: `ResultsError.replaced` where it would not; `EvaluationError`, `PostgresError`.
  nonisolated(nonsending) func expectCurrent(
    _ run: Run, of job: EvaluationJob, _ judging: Judging, _ known: KnownData?, on connection: PostgresConnection
  ) async throws {
    let basis = try await basis(of: job, judging, known, on: connection)
    guard basis.run(of: job, scenario: run.scenario).findsTheSame(as: run) else {
      throw ResultsError.replaced(city: run.city, asOf: run.asOf)
    }
  }
}
