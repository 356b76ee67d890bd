import DataContract

extension ExchangeTable {
  /// The contract's table that its rows are rows of.
  var contractTable: Table {
    switch self {
    case .persons: .persons
    case .posts: .posts
    case .assessments: .assessments
    case .units: .units
    }
  }
}

/// The cells of a row by the contract's columns, found by their national names.
struct NationalCells {
  private(set) var texts: [String: String] = [:]
  private(set) var dates: [String: FieldDate] = [:]

  init(_ row: ExchangeRow, of table: ExchangeTable) {
    for column in table.contractTable.columns {
      guard let text = column.nationalNames.lazy.compactMap({ row[$0] }).first else { continue }
      if case .date = column.type {
        dates[column.name] = FieldDate(text)
      } else {
        texts[column.name] = text
      }
    }
  }

  /// Takes out what is no cell but says which row is meant.
  mutating func take(_ column: String) -> String? {
    texts.removeValue(forKey: column)
  }
}
