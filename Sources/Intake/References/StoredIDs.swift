import Bytes
import CadreModel
import DataContract
import PostgresClient

/// Brings the stored ids that a delivery's rows may refer to. Of a table without rows there are none to look for.
struct StoredIDs {
  let city: City
  let connection: PostgresConnection
  let workbooks: OpenWorkbooks
  /// Up to so many bytes of files, only the ids that they name are looked up.
  private static let smallDelivery = 4 << 20
  /// So many numbers that are no stored ids are looked up with zeros before them, too.
  private static let numbersLookedUp = 10_000

  nonisolated(nonsending) func load(for files: [WaitingFile], into references: ReferenceCatalogue) async throws {
    var wanted: [TableName: IDSet] = [:]
    var whole: Set<TableName> = []
    var inPart: Set<TableName> = []
    for table in TableName.allCases {
      let bytes = files.filter { $0.table.referencedTables.contains(table) }.reduce(0) { $0 + $1.byteSize }
      guard bytes > 0, try await storedTable(table).hasRows(on: connection) else { continue }
      if bytes > Self.smallDelivery { whole.insert(table) } else { inPart.insert(table) }
    }
    for file in files where !file.table.referencedTables.isDisjoint(with: inPart) {
      for (table, ids) in try IDScan(try await file.inspected(), in: workbooks).referredIDs() where inPart.contains(table) {
        wanted[table, default: IDSet()].formUnion(ids)
      }
    }
    for table in TableName.allCases {
      let stored = storedTable(table)
      if whole.contains(table) {
        try await loadAll(stored, into: references.ids(of: table))
      } else if let ids = wanted[table], !ids.isEmpty {
        let found = references.ids(of: table)
        let named = ids.strings
        try await look(for: named, in: stored, into: found)
        let numbers = named.filter { id in
          let bytes = Array(id.utf8)
          return LostZeros.isNumber(bytes.span) && !found.contains(bytes.span)
        }
        try await look(for: numbers.prefix(Self.numbersLookedUp).flatMap(LostZeros.candidates), in: stored, into: found)
      }
    }
  }

  private nonisolated(nonsending) func look(
    for ids: [String], in table: StoredTable, into found: ReferenceIDs
  ) async throws {
    guard !ids.isEmpty else { return }
    for row in try await connection.query(table.ids(among: ids)) {
      found.known.insert(Array(try row.decode("id", as: String.self).utf8).span)
    }
  }

  private func storedTable(_ name: TableName) -> StoredTable {
    StoredTable(table: Table[name], city: city.code)
  }

  /// An id has no character that COPY's text form would write otherwise: a line is an id.
  private nonisolated(nonsending) func loadAll(_ table: StoredTable, into found: ReferenceIDs) async throws {
    var rest: [UInt8] = []
    for try await chunk in try await connection.copyOut(table.ids) {
      rest.append(contentsOf: chunk)
      var start = 0
      for index in rest.indices where rest[index] == UInt8(ascii: "\n") {
        found.known.insert(rest.span.extracting(start..<index))
        start = index + 1
      }
      rest.removeFirst(start)
    }
  }
}
