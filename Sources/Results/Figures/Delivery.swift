public import DataContract
public import PostgresClient

/// When a table of a city last came in.
public struct Delivery: Sendable, Hashable {
  public let table: TableName
  /// Nil where the city never handed it in.
  public let lastImport: LastImport?

  public struct LastImport: Sendable, Hashable {
    public let number: Int
    public let on: PostgresTimestamp
  }
}
