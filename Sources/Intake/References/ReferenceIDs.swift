import Bytes
import DataContract

/// The ids of one table that rows may refer to.
final class ReferenceIDs {
  let table: TableName
  /// Stored ids, and those of this import's good rows.
  var known = IDSet()
  /// Ids of this import's rejected rows.
  var rejected = IDSet()
  /// The only ids of this import's rows that are worth keeping; nil for all.
  var wanted: IDSet?

  init(_ table: TableName) {
    self.table = table
  }

  func contains(_ id: Span<UInt8>) -> Bool {
    known.contains(id)
  }
}

/// The ids of all tables that the files of an import refer to.
final class ReferenceCatalogue {
  private var byTable: [TableName: ReferenceIDs] = [:]

  /// The ids of a table, the same object each time.
  func ids(of table: TableName) -> ReferenceIDs {
    if let found = byTable[table] { return found }
    let made = ReferenceIDs(table)
    byTable[table] = made
    return made
  }

  /// Lets go of the ids of all other tables: nothing that is still to come refers to them.
  func keepOnly(_ tables: Set<TableName>) {
    byTable = byTable.filter { tables.contains($0.key) }
  }
}

extension Table {
  /// The tables that rows of this one refer to.
  var referencedTables: Set<TableName> {
    Set(columns.flatMap(\.type.referencedTables))
  }
}

extension ColumnType {
  var referencedTables: [TableName] {
    switch self {
    case .reference(let tables): tables
    case .subject: [.persons, .units]
    default: []
    }
  }
}
