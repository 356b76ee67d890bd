public import DataContract

/// Subjects that are the rows of a table: what cases, deadlines and states judge one by one.
public enum Rows {
  /// Which unit's duty a row is.
  public enum Unit: Sendable, Hashable {
    /// The one that a column names.
    case column(String)
    /// The unit of the main post of the person that a column names; none where that person is not on roll.
    case ofPerson(String)
    /// The township of the village that a column names. Rows of villages that lie elsewhere are left out.
    case township(ofVillage: String)
    case none
  }

  /// A template that selects every row of a table as `c`: its own columns, `subject_id` (its key), `unit_id` and
  /// `evidence`.
  ///
  /// A table's own column `subject_id` (of assessments and measures) is selected as `concerned_id`.
  ///
  /// - Parameters:
  ///   - unit: where nil, the table's `unit_id`, else the township of its `village_id`, else the unit of its
  ///     `person_id`, else none.
  ///   - condition: SQL over the row `c`.
  public static func of(_ table: TableName, unit: Unit? = nil, where condition: String? = nil) -> String {
    let unit = unit ?? usual(of: Table[table])
    let key = key(of: table, row: "c")
    var columns = Table[table].columns.map(\.name).filter { $0 != "unit_id" }.map { name in
      name == "subject_id" ? "c.subject_id as concerned_id" : "c.\(Table.quoted(name))"
    }
    columns += ["\(key) as subject_id", "\(unit.value) as unit_id", "array['\(table.rawValue)/' || \(key)] as evidence"]
    return """
      select
        \(columns.joined(separator: ",\n  "))
      from {\(table.rawValue)} c\(unit.join)\(condition.map { "\nwhere \($0)" } ?? "")
      """
  }

  /// SQL of a row's key as results and evidence write it.
  static func key(of table: TableName, row: String) -> String {
    Table[table].key.map { "\(row).\($0)" }.joined(separator: " || ':' || ")
  }

  private static func usual(of table: Table) -> Unit {
    let names = table.columns.map(\.name)
    if names.contains("unit_id") { return .column("unit_id") }
    if names.contains("village_id") { return .township(ofVillage: "village_id") }
    return names.contains("person_id") ? .ofPerson("person_id") : .none
  }
}

extension Rows.Unit {
  fileprivate var value: String {
    switch self {
    case .column(let name): "c.\(name)"
    case .ofPerson: "r.unit_id"
    case .township: "v.township_id"
    case .none: "null::text"
    }
  }

  fileprivate var join: String {
    switch self {
    case .column, .none: ""
    case .ofPerson(let column): "\nleft join on_roll r on r.person_id = c.\(column)"
    case .township(let column): "\njoin village_in_city v on v.village_id = c.\(column)"
    }
  }
}
