public import DataContract

/// What an indicator reads of the tables that a city hands in: told from its rule's templates and from what the snapshot
/// is made of.
public struct NeededColumns: Sendable, Hashable {
  public let table: TableName
  /// In the contract's order.
  public let columns: [Column]
  /// Whether the indicator cannot be judged without rows of this table, or only takes who and where from it.
  public let isDecisive: Bool

  /// Those that the contract does not require of every row: without them the indicator has nothing to go by in that row.
  public var optionalColumns: [Column] { columns.filter { $0.presence == .optional } }

  /// - Returns: a table each, in the contract's order.
  public static func of(_ indicator: Indicator, in judging: Judging) throws(RenderingError) -> [NeededColumns] {
    let steps = try Snapshot.steps(for: judging)
    let snapshot = NeedsReader(steps).needs(of: indicator.rule.templates.joined(separator: "\n")).snapshot
    let own = ColumnUses(indicator.rule.templates)
    let under = ColumnUses(Snapshot.templates.filter { snapshot.contains($0.table) }.map(\.template))
    let decisive = Set(indicator.tables)
    return Table.all.compactMap { table in
      var named = own.columns(of: table.name).union(under.columns(of: table.name))
      // What dates a row says whether it is seen at all.
      if !named.isEmpty || decisive.contains(table.name) {
        named.formUnion(table.columns.filter { $0.type == .date(.own) }.map(\.name))
      }
      guard !named.isEmpty || decisive.contains(table.name) else { return nil }
      return NeededColumns(
        table: table.name, columns: table.columns.filter { named.contains($0.name) || table.key.contains($0.name) },
        isDecisive: decisive.contains(table.name))
    }
  }
}

/// Which columns of the tables in braces some templates use: those that stand in a condition, in a calculation, or under
/// another name. A column that is only handed on, on a line of its own, is used where something else names it.
private struct ColumnUses {
  private var used: [TableName: Set<String>] = [:]

  init(_ templates: [String]) {
    var handedOn: Set<String> = []
    var uses: [(row: String, column: String)] = []
    var sources: [String: Set<TableName>] = [:]
    for template in templates {
      let isOneLine = !template.contains("\n")
      for line in template.split(separator: "\n") {
        let words = line.split { $0.isWhitespace || "(),".contains($0) }.map(String.init)
        for (index, word) in words.enumerated() where word.hasPrefix("{") && index + 1 < words.count {
          guard index > 0, ["from", "join"].contains(words[index - 1]),
            let table = TableName(rawValue: String(word.dropFirst().dropLast()))
          else { continue }
          sources[words[index + 1], default: []].insert(table)
        }
        for word in words {
          let parts = word.split(separator: ".").map {
            $0.split { !($0.isLetter || $0.isNumber || $0 == "_") }.first.map(String.init) ?? ""
          }
          guard parts.count == 2 else { continue }
          if words.count == 1 && !isOneLine { handedOn.insert(parts[1]) } else { uses.append((parts[0], parts[1])) }
        }
      }
    }
    // What one template hands on under its own name another may use of it.
    let usedNames = Set(uses.map(\.column))
    for (row, tables) in sources {
      for table in tables {
        let columns = Table[table].columns.map(\.name)
        for (usedRow, column) in uses where usedRow == row && columns.contains(column) {
          used[table, default: []].insert(column)
        }
        for column in columns where handedOn.contains(column) && usedNames.contains(column) {
          used[table, default: []].insert(column)
        }
      }
    }
  }

  func columns(of table: TableName) -> Set<String> { used[table] ?? [] }
}
