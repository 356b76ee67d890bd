public import DataContract

/// The persons or units whom changed facts name: those of a temporary table, whose results alone are judged again.
public struct TouchedSubjects: Sendable, Hashable {
  /// Persons or units.
  public let kind: TableName
  /// The temporary table: `table_name`, the table of the facts, and the column.
  public let table: String
  /// Holds the subjects; by the column of that name facts are told from those of others.
  public let column: String

  /// Nil where the whole city is judged.
  public init?(_ extent: Judging.Extent) {
    switch extent {
    case .city: return nil
    case .touchedPersons: (kind, table, column) = (.persons, "touched_person", "person_id")
    case .touchedUnits: (kind, table, column) = (.units, "touched_unit", "unit_id")
    }
  }

  /// Whether one of them is named by that column.
  func condition(on named: String) -> String {
    "\(named) in (select \(table).\(column) from \(table))"
  }

  /// Selects the subjects of an indicator that are theirs: themselves, or the rows that name them.
  ///
  /// - Parameters:
  ///   - subjectKind: the indicator's.
  ///   - tables: those by whose facts they are touched.
  public func subjects(of subjectKind: String, by tables: Set<TableName>) -> String {
    let themselves = "select \(table).\(column) from \(table) where \(table).table_name in (\(tables.sqlList))"
    guard let rows = Table.all.first(where: { $0.subjectKind == subjectKind && $0.name != kind }) else {
      return themselves
    }
    return "select \(rows.key[0]) from \(rows.name.rawValue) where city_code = $1 and \(column) in (\(themselves))"
  }
}

extension Set<TableName> {
  /// The names as literals, in order.
  public var sqlList: String {
    map(\.rawValue.sqlLiteral).sorted().joined(separator: ", ")
  }
}
