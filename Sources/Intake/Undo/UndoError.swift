public import DataContract

/// Why an import cannot be undone, or told about.
public enum UndoError: Error, Sendable, Hashable {
  /// The city has no import of that number; its last one.
  case noSuchImport(Int, last: Int?)
  /// The import is from before changes were noted.
  case beforeJournal(Int)
  /// The import changed no row.
  case nothingToUndo(Int)
  /// Later imports changed the same rows: how many, and the first of them.
  case changedSince(Int, count: Int, rows: [LaterChange])
  /// Rows that stay refer to rows that would go.
  case stillReferred(Int, [ReferringRows])
  /// Rows that would come back refer to rows that are there no more.
  case referredGone(Int, table: TableName, column: Column, keys: [String])
  /// No row of the table has, or ever had, that key.
  case noSuchRow(TableName, key: String)
}

/// A row that a later import changed.
public struct LaterChange: Sendable, Hashable {
  public let table: TableName
  public let key: String
  /// The later import.
  public let number: Int
}
