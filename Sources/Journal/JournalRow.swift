package import DataContract
import PostgresClient

/// A row as the journal keeps it: in the text form of PostgreSQL's rows, without the city's code, which all have. A row is
/// no longer so than in a file, and the server reads it back by itself.
package enum JournalRow {
  /// SQL of the text of a stored row; null where there is none.
  ///
  /// - Parameter row: the row's name in the statement.
  package static func text(of row: String, city: String) -> String {
    // It begins with `(quzhou,`.
    "'(' || substr(\(row)::text, \(city.utf8.count + 3))"
  }

  /// SQL of the number of columns that the table has now.
  package static func fieldCount(of table: TableName) -> String { fieldCount(of: table.rawValue) }

  static func fieldCount(of table: String) -> String {
    """
    (
      select count(*)
      from pg_attribute a
      where a.attrelid = 'cadre.\(table)'::regclass
        and a.attnum > 0
        and not a.attisdropped
    )
    """
  }

  /// SQL of the row of a table that a text stands for. Columns that came since are the last ones, and empty.
  ///
  /// - Parameters:
  ///   - text: SQL of the text.
  ///   - fields: SQL of the number of columns that it was made of.
  ///   - city: the code, checked to be letters, digits and `_`.
  package static func row(_ text: String, fields: String, of table: TableName, city: String) -> String {
    """
    (
      '(\(city),' || substr(left(\(text), -1), 2)
        || repeat(',', (\(fieldCount(of: table)) - \(fields))::integer) || ')'
    )::cadre.\(quotedIdentifier(table.rawValue))
    """
  }

  /// SQL of a stored row's key as the journal has it: one text, its parts joined by `:`.
  package static func key(of row: String, in table: Table) -> String {
    table.key.map { "\(row).\(quotedIdentifier($0))::text" }.joined(separator: " || ':' || ")
  }

  /// SQL of the condition that a stored row has that key: its parts compared one by one, so that the server finds the first in
  /// the table's own key.
  ///
  /// - Parameter row: the row's name in the statement.
  package static func hasKey(_ text: String, _ row: String, in table: Table) -> String {
    table.key.enumerated().map { position, column in
      let name = "\(row).\(quotedIdentifier(column))"
      return table.key.count == 1
        ? "\(name) = \(text)" : "\(position == 0 ? name : name + "::text") = split_part(\(text), ':', \(position + 1))"
    }.joined(separator: "\n  and ")
  }
}
