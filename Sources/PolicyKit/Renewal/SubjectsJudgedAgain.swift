public import DataContract

/// The touched persons or units: those listed in a temporary table. Only their results are judged again.
public struct SubjectsJudgedAgain: Sendable, Hashable {
  /// Persons or units.
  public let kind: TableName
  /// The temporary table. Its columns are `ordinal`, the number of the indicator to judge again, and `column`.
  public let table: String
  /// The name of its column of ids. Rows of facts name their person or unit in a column of the same name.
  public let column: String
  /// Only those listed for the indicator of this number; nil: those listed for any.
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

  /// SQL of whether the column `named` holds one of them.
  func condition(on named: String) -> String {
    "\(named) in (\(subjects))"
  }

  /// Selects the subjects.
  private var subjects: String {
    "select \(table).\(column) from \(table)\(ordinal.map { " where \(table).ordinal = \($0)" } ?? "")"
  }

  /// Whether the indicator is about these persons or units themselves, not about rows that name them.
  public func areSubjects(of indicator: Indicator) -> Bool {
    Table[kind].subjectKind == indicator.subjectKind
  }

  /// The temporary table of rows that were withdrawn: `table_name`, `row_key`.
  public static let withdrawn = "withdrawn_row"

  /// Selects the indicator's subjects that are to be judged again: the persons or units themselves, or the rows that name
  /// them; of rows also those that are gone, which name nobody any more.
  public func subjects(of indicator: Indicator) -> String {
    guard let rows = Table.all.first(where: { $0.subjectKind == indicator.subjectKind && $0.name != kind }) else {
      return subjects
    }
    return """
      select \(rows.key.joined(separator: " || ':' || "))
          from \(rows.name.rawValue)
          where city_code = $1
            and \(condition(on: column))
          union all
          select w.row_key
          from \(Self.withdrawn) w
          where w.table_name = \(rows.name.rawValue.sqlLiteral)
      """
  }
}

extension Set<TableName> {
  /// The names as literals, in order.
  public var sqlList: String {
    map(\.rawValue.sqlLiteral).sorted().joined(separator: ", ")
  }
}
