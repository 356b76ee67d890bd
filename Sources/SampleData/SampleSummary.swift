public import DataContract

/// What was written.
public struct SampleSummary: Sendable, Hashable {
  public let folder: String
  /// In the contract's order.
  public let tables: [TableRows]

  public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
}

/// How many rows a table got.
public struct TableRows: Sendable, Hashable {
  public let table: TableName
  public let rows: Int
}
