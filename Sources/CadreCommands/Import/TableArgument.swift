import ArgumentParser
import DataContract

/// `--complete persons,任职`: tables by their English or Chinese names.
struct TableList: ExpressibleByArgument {
  let tables: Set<TableName>

  init?(argument: String) {
    var tables: Set<TableName> = []
    for name in argument.split(whereSeparator: { [",", "\u{FF0C}", "\u{3001}"].contains($0) }) {
      guard let table = TableName(written: String(name)) else { return nil }
      tables.insert(table)
    }
    guard !tables.isEmpty else { return nil }
    self.tables = tables
  }
}

/// One table by its English or Chinese name.
struct TableArgument: ExpressibleByArgument {
  let table: TableName

  init?(argument: String) {
    guard let table = TableName(written: argument) else { return nil }
    self.table = table
  }
}

extension TableName {
  fileprivate init?(written: String) {
    guard let table = Table.all.first(where: { $0.name.rawValue == written.lowercased() || $0.label == written }) else {
      return nil
    }
    self = table.name
  }
}
