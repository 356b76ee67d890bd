public import DataContract

/// The persons or units whom changed facts name: those of a temporary table, whose results alone are judged again.
public struct SubjectsJudgedAgain: Sendable, Hashable {
  /// Persons or units.
  public let kind: TableName
  /// The temporary table: `ordinal`, of the indicator to judge again, and the column.
  public let table: String
  /// Holds the subjects; by the column of that name facts are told from those of others.
  public let column: String
  /// Those of the indicator of that ordinal alone; nil: of all indicators.
  let ordinal: Int?

  /// Nil where the whole city is judged.
  public init?(_ extent: Judging.Extent, ofIndicator ordinal: Int? = nil) {
    self.ordinal = ordinal
    switch extent {
    case .city: return nil
    case .touchedPersons: (kind, table, column) = (.persons, "touched_person", "person_id")
    case .touchedUnits: (kind, table, column) = (.units, "touched_unit", "unit_id")
    }
  }

  /// Whether one of them is named by that column.
  func condition(on named: String) -> String {
    "\(named) in (\(subjects))"
  }

  /// Selects the subjects.
  private var subjects: String {
    "select \(table).\(column) from \(table)\(ordinal.map { " where \(table).ordinal = \($0)" } ?? "")"
  }

  /// Whether an indicator's subjects are they themselves, and not rows that name them.
  public func areSubjects(of indicator: Indicator) -> Bool {
    Table[kind].subjectKind == indicator.subjectKind
  }

  /// Selects the subjects of an indicator that are theirs: themselves, or the rows that name them.
  public func subjects(of indicator: Indicator) -> String {
    guard let rows = Table.all.first(where: { $0.subjectKind == indicator.subjectKind && $0.name != kind }) else {
      return subjects
    }
    return
      "select \(rows.key.joined(separator: " || ':' || ")) from \(rows.name.rawValue) where city_code = $1 and \(condition(on: column))"
  }
}

extension Set<TableName> {
  /// The names as literals, in order.
  public var sqlList: String {
    map(\.rawValue.sqlLiteral).sorted().joined(separator: ", ")
  }
}
