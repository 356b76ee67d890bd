/// One file of a delivery: what its columns are, which of them make the key, and what its rows must satisfy.
///
/// The import checks rows against it, the schema has the same columns, and its dates decide what is seen at an as-of date.
public struct Table: Sendable, Hashable {
  public let name: TableName
  /// The Chinese name of the table.
  public let label: String
  /// What a result about a row of this table is called (`person`, `training_record`).
  public let subjectKind: String
  /// Columns that identify a row within a city, in order.
  public let key: [String]
  public let columns: [Column]
  /// Rules on several cells of one row.
  public let rules: [RowRule]

  init(
    _ name: TableName, label: String, subjectKind: String, key: [String], columns: [Column], rules: [RowRule] = []
  ) {
    self.name = name
    self.label = label
    self.subjectKind = subjectKind
    self.key = key
    self.columns = columns
    self.rules = rules
  }

  /// The column of that English name.
  public func column(_ name: String) -> Column? {
    columns.first { $0.name == name }
  }

  /// The codes that a column's cells can hold, in the contract's order; none where it holds no codes.
  public func codes(of column: String) -> [String] {
    switch self.column(column)?.type {
    case .code(let codes), .tags(let codes): codes.map(\.code)
    default: []
    }
  }

  /// The column that dates each of its rows (its own date); nil where a row may be undated, or several columns do.
  public var ownDate: String? {
    let own = columns.filter { $0.type == .date(.own) }
    return own.count == 1 && own[0].presence == .required ? own[0].name : nil
  }

  /// The columns whose cells name rows of that table: in the table itself its key, in others the columns that refer to it
  /// and to no other table.
  public func columns(naming table: TableName) -> [String] {
    let references = columns.filter { $0.type == .reference(to: [table]) }.map(\.name)
    return name == table ? key + references : references
  }
}

/// A rule on several cells of one row.
public enum RowRule: Sendable, Hashable {
  /// The end is not before the start, where both are given.
  case interval(from: String, to: String)
  /// Exactly one of the two cells is given.
  case oneGiven(String, String)
  /// The two cells differ.
  case different(String, String)
  /// One of the two amounts is above 0.
  case notBothZero(String, String)
}
