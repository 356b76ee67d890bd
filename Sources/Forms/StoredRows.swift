import DataContract
import PostgresClient

/// A city's stored rows, as texts that a form writes its cells from.
struct StoredRows {
  let table: Table
  let city: String

  /// In the order of the key; a column each, in the contract's order.
  var statement: Statement {
    let columns = table.columns.map { "  \(expression($0)) as \(quotedIdentifier($0.name))" }
    let key = table.key.map { "  r.\(quotedIdentifier($0))" }
    return Statement(
      "rows of \(table.name.rawValue)",
      """
      select
      \(columns.joined(separator: ",\n"))
      from \(quotedIdentifier(table.name.rawValue)) r
      where r.city_code = $1
      order by
      \(key.joined(separator: ",\n"))
      """, [.text(city)])
  }

  private func expression(_ column: DataContract.Column) -> String {
    let name = "r.\(quotedIdentifier(column.name))"
    return switch column.type {
    case .tags: "array_to_string(\(name), ';')"
    case .number: "(\(AmountStorage(of: table.name).amount(name)))::text"
    default: "\(name)::text"
    }
  }
}
