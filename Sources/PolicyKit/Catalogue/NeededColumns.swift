public import DataContract

/// Which columns an indicator reads of one table that a city hands in. Worked out from the templates of its rule and of the
/// snapshot's steps that it needs.
public struct NeededColumns: Sendable, Hashable {
  public let table: TableName
  /// In the contract's order.
  public let columns: [Column]
  /// Whether the indicator cannot be judged without rows of this table. If false, it only takes from the table who the
  /// subjects are and where they belong.
  public let isDecisive: Bool

  /// Those that the contract lets be empty: the indicator cannot use a row in which such a cell is empty.
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
      // The row's own date decides whether the row is seen at the as-of date at all.
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

/// Which columns of the tables in braces the templates use: those that stand in a condition, in a calculation, or under
/// another name. A column that a subquery only hands on, on a line of its own, counts only if something else names it.
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
    // A column that one template hands on under its own name may be used by another.
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
