import CadreModel
import DataContract

extension Table {
  /// A subquery of the table as it is seen at a day: what is dated later does not exist yet.
  ///
  /// `$1` is the city's code. Rows whose own date lies after the day are left out (an undated row is seen); every
  /// other date that lies after it reads as empty, except the open ones.
  ///
  /// - Parameter touched: where set and where the table's rows name a person or unit, only rows of the touched ones are read.
  func seen(at day: Day, by touched: SubjectsJudgedAgain?) -> String {
    let cells = columns.map { column in
      let name = Table.quoted(column.name)
      guard column.type == .date(.event) else { return name }
      // With a long table name the subquery goes on a line of its own.
      let (before, after) = name.utf8.count <= 20 ? (" ", " ") : ("\n      ", "\n    ")
      return "case\(before)when \(name) <= \(day.sql) then \(name)\(after)end as \(name)"
    }
    var conditions = ["city_code = $1"]
    for column in columns where column.type == .date(.own) {
      conditions.append(
        column.presence == .required
          ? "\(column.name) <= \(day.sql)" : "(\(column.name) is null or \(column.name) <= \(day.sql))")
    }
    if let touched, columns(naming: touched.kind).contains(touched.column) {
      conditions.append(touched.condition(on: touched.column))
    }
    return """
      (
        select
          \(cells.joined(separator: ",\n    "))
        from \(name.rawValue)
        where \(conditions.joined(separator: "\n    and "))
      )
      """
  }

  /// Column names that SQL reserves stand in quotes.
  static func quoted(_ column: String) -> String {
    ["group", "leading"].contains(column) ? "\"\(column)\"" : column
  }
}
