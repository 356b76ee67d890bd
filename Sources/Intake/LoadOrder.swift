import DataContract

/// Orders files so that each comes after those its rows refer to.
enum LoadOrder {
  struct Entry {
    let table: Table
    let delivered: DeliveredTable
    let byteSize: Int
  }

  /// The same of tables that come without files.
  static func sort(_ tables: some Sequence<TableName>) -> [TableName] {
    sort(tables.map { Entry(table: Table[$0], delivered: DeliveredTable(table: $0, path: ""), byteSize: 0) })
      .map(\.table.name)
  }

  static func sort(_ files: [Entry]) -> [Entry] {
    let byTable = Dictionary(uniqueKeysWithValues: files.map { ($0.table.name, $0) })
    var sorted: [Entry] = []
    var seen: Set<TableName> = []
    func visit(_ table: Table) {
      guard seen.insert(table.name).inserted else { return }
      // The contract's order among those that a table refers to: the same delivery, the same order.
      for referenced in TableName.allCases where table.referencedTables.contains(referenced) {
        visit(Table[referenced])
      }
      if let file = byTable[table.name] { sorted.append(file) }
    }
    for table in Table.all { visit(table) }
    // Nothing refers to the largest files: they wait for the rest, which may be wrong.
    let referenced = Set(sorted.flatMap(\.table.referencedTables))
    let leaves = sorted.filter { !referenced.contains($0.table.name) }.sorted { $0.byteSize < $1.byteSize }
    return sorted.filter { referenced.contains($0.table.name) } + leaves
  }
}
