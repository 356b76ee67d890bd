import CadreModel
import DataContract

extension Table {
  /// The table as seen at a day, as a subquery: the catalogue's "a fact dated after A does not exist yet".
  ///
  /// `$1` is the city's code. Rows whose own date lies after the day are left out (an undated row is seen); every
  /// other date that lies after it reads as empty, except the open ones.
  func seen(at day: Day, _ extent: Judging.Extent) -> String {
    let cells = columns.map { column in
      let name = Table.quoted(column.name)
      return column.type == .date(.event) ? "case when \(name) <= \(day.sql) then \(name) end as \(name)" : name
    }
    var conditions = ["city_code = $1"]
    for column in columns where column.type == .date(.own) {
      conditions.append(
        column.presence == .required
          ? "\(column.name) <= \(day.sql)" : "(\(column.name) is null or \(column.name) <= \(day.sql))")
    }
    let restriction = isOfOnePerson ? Table.restriction(extent) : ""
    return "(select \(cells.joined(separator: ", ")) from \(name.rawValue) where \(conditions.joined(separator: " and "))\(restriction))"
  }

  /// Whether each row is about one person, in `person_id`.
  private var isOfOnePerson: Bool {
    name == .persons || columns.contains { $0.name == "person_id" && $0.type == .reference(to: [.persons]) }
  }

  /// A further condition that leaves the rows of those persons that are judged.
  static func restriction(_ extent: Judging.Extent) -> String {
    switch extent {
    case .city: ""
    case .touchedPersons: " and person_id in (select touched_person.person_id from touched_person)"
    }
  }

  /// Column names that SQL reserves stand in quotes.
  static func quoted(_ column: String) -> String {
    ["group", "leading"].contains(column) ? "\"\(column)\"" : column
  }
}
