package import DataContract

/// SQL of a row's cells as texts, as files hold them.
package enum ShownCells {
  /// - Parameter row: SQL of a row of the table.
  package static func text(of column: DataContract.Column, in row: String, of table: Table) -> String {
    let cell = "(\(row)).\"\(column.name)\""
    return switch column.type {
    case .number: "(\(AmountStorage(of: table.name).amount(cell)))::numeric(14, 2)::text"
    case .tags: "array_to_string(\(cell), ';')"
    default: "\(cell)::text"
    }
  }
}
