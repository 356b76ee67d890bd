public import DataContract

/// What whoever imports says of all rows of the field's formats that neither tell nor have it stored: `persons.managed_by=county`.
public struct FieldFill: Sendable, Hashable {
  public let table: TableName
  public let column: String
  public let value: String

  /// Reads `table.column=value`, with English or Chinese names.
  ///
  /// - Returns: nil where there is no such column, or one whose value is each row's own: ids, numbers and dates of persons.
  public init?(_ text: String) {
    guard let equals = text.firstIndex(of: "="), let point = text[..<equals].firstIndex(of: ".") else { return nil }
    let (tableName, columnName) = (text[..<point], text[text.index(after: point)..<equals])
    guard let table = Table.all.first(where: { $0.name.rawValue == tableName || $0.label == tableName }),
      let column = table.columns.first(where: { $0.name == columnName || $0.label == columnName }),
      column.isFillable
    else { return nil }
    self.table = table.name
    self.column = column.name
    value = String(text[text.index(after: equals)...])
    guard !value.isEmpty else { return nil }
  }
}

extension Column {
  /// Whether one value may be right for many rows.
  fileprivate var isFillable: Bool {
    switch type {
    case .bool, .code, .tags, .text, .regionCode: name != "name"
    case .id, .reference, .subject, .date, .number, .integer, .half, .identityNumber, .clause, .indicator: false
    }
  }
}
