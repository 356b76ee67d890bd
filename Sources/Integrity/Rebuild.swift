public import CadreModel
import Evaluation
public import IdentityNumbers
public import Intake
public import PostgresClient
import Results

/// Makes all that is derived from a city's data anew: training sums, contradictions, units' counts.
public enum Rebuild {
  public struct Outcome: Sendable, Hashable {
    public let rows: DerivedRows.Rebuilt
    /// How many counts of units there are.
    public let tallies: Int
  }

  /// In one transaction.
  ///
  /// - Parameters:
  ///   - takesDigests: whether what the tables hold now is taken for right, and their digests are taken anew.
  ///   - identityKey: to compare numbers of identity with the rest of their rows.
  /// - Throws: `IdentityKeyError`, `PostgresError`.
  public static func run(
    _ city: City, takesDigests: Bool, identityKey: IdentityKey? = nil, on connection: PostgresConnection
  ) async throws -> Outcome {
    try await connection.withTransaction(about: city.code) { connection in
      let tallies = try await RunCounts.rebuild(of: city.code, on: connection)
      let rows = try await DerivedRows(of: city).rebuild(takesDigests: takesDigests, identityKey: identityKey, on: connection)
      return Outcome(rows: rows, tallies: tallies)
    }
  }
}
