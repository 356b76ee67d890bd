public import PostgresClient

/// A run with what its record says of its making.
public struct RecordedRun: Sendable, Hashable {
  public let run: Run
  public let evaluatedOn: PostgresTimestamp
  /// Who asked for it.
  public let evaluatedBy: String
  public let programVersion: String

  /// Whether its results are stored: no longer where they were dropped, and never where only counts were kept, as a trend's are.
  /// Its record, and what it counted, stay in any case.
  public var hasResults: Bool { !run.resultSet.isEmpty }
}
