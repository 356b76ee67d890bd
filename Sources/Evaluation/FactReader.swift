import CadreModel
import DataContract
import IdentityNumbers
import Messages
import PostgresClient
import Schema

/// Reads the rows that a result's evidence names (`talks/T1`, `scores/P1:2025H1`).
struct FactReader {
  let city: String
  let connection: PostgresConnection

  /// The rows, in the order of the evidence's tables and keys. A row that is gone is left out.
  func read(_ evidence: [String]) async throws -> [Explanation.Fact] {
    var keys: [(table: TableName, keys: [String])] = []
    for entry in evidence {
      let parts = entry.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, let table = TableName(rawValue: parts[0]) else { continue }
      if let index = keys.firstIndex(where: { $0.table == table }) {
        keys[index].keys.append(parts[1])
      } else {
        keys.append((table, [parts[1]]))
      }
    }
    var facts: [Explanation.Fact] = []
    for (name, wanted) in keys {
      facts += try await rows(of: Table[name], keys: wanted)
    }
    return facts
  }

  private func rows(of table: Table, keys: [String]) async throws -> [Explanation.Fact] {
    let key = table.key.map { "t.\(quotedIdentifier($0))::text" }.joined(separator: " || ':' || ")
    let columns = table.columns.map { "(\(value(of: $0, in: table)))::text" }.joined(separator: ", ")
    let rows = try await connection.query(
      Statement(
        "facts \(table.name.rawValue)",
        """
        select
          \(key),
          \(columns)
        from \(table.name.rawValue) t
        where t.city_code = $1
          and \(key) = any($2)
        order by array_position($2, \(key))
        """, [.text(city), .textArray(keys)]))
    return try rows.map { row in
      var cells: [Explanation.Cell] = []
      for (index, column) in table.columns.enumerated() {
        guard var text = try row.decode(index + 1, as: String?.self) else { continue }
        // That there is a number is told, not which.
        if case .identityNumber = column.type { text = NumberMask.hidden }
        cells.append(
          Explanation.Cell(
            heading: Label(column.label, column.name),
            value: Label(chinese(text, column.type), text)))
      }
      return Explanation.Fact(
        table: Label(table.label, table.name.rawValue), key: try row.decode(0), cells: cells)
    }
  }

  private func value(of column: DataContract.Column, in table: Table) -> String {
    let stored = "t.\(quotedIdentifier(column.name))"
    return if case .number = column.type { AmountStorage(of: table.name).amount(stored) } else { stored }
  }

  /// A cell as an officer reads it: labels for codes, 是/否, lists without braces.
  private func chinese(_ text: String, _ type: ColumnType) -> String {
    switch type {
    case .bool: return VerdictMessages.truth(text == "true" || text == "t").chinese
    case .code(let codes): return codes.first { $0.code == text }?.label ?? text
    case .tags(let codes):
      let items = text.dropFirst().dropLast().split(separator: ",")
      return items.map { item in codes.first { $0.code == String(item) }?.label ?? String(item) }
        .joined(separator: Punctuation.semicolon.chinese)
    default: return text
    }
  }
}
